// One request to LINE that says something, and what came of it. The SDK's own calls cannot be stopped.

/** LINE's answer, whatever it says. */
export interface Answered {
  status: number;
  headers: { get(name: string): string | null };
  body: string;
}

export interface Request {
  url: URL;
  headers: Record<string, string>;
  /** JSON. */
  body: string;
  /** For the whole of it. */
  timeoutMs: number;
}

/** @throws TimedOut, or the network's own error with its `code` */
export type Post = (request: Request) => Promise<Answered>;

/** Nothing came in time. Whether it arrived, nobody knows. */
export class TimedOut extends Error {
  override name = "TimedOut";
}

/** Everywhere; the only way on Workers. */
export const postByFetch: Post = async ({ url, headers, body, timeoutMs }) => {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal });
    return { status: response.status, headers: response.headers, body: await response.text() };
  } catch (error) {
    throw signal.aborted ? new TimedOut(`no answer within ${timeoutMs} ms`) : error;
  }
};
