// X-Line-Retry-Key: what was accepted under a key is not sent again for a day.
// https://developers.line.biz/en/docs/messaging-api/retrying-api-request/
const ONE_DAY = 24 * 60 * 60 * 1000;
const MOST_KEYS = 20_000;

interface Accepted {
  at: number;
  requestId: string;
  /** The answer the first request got. */
  body: Record<string, unknown>;
}

export interface RetryKeys {
  /** What was accepted under this key in the last 24 hours. */
  accepted(key: string, now: number): Accepted | null;
  keep(key: string, accepted: Accepted): void;
}

export function retryKeys(): RetryKeys {
  const kept = new Map<string, Accepted>();
  return {
    accepted(key, now) {
      const found = kept.get(key.toLowerCase());
      return found && now - found.at < ONE_DAY ? found : null;
    },
    keep(key, accepted) {
      kept.set(key.toLowerCase(), accepted);
      if (kept.size > MOST_KEYS) kept.delete(kept.keys().next().value!);
    },
  };
}
