// Reply tokens: used once, and only for a minute after a webhook carried them.
// https://developers.line.biz/en/reference/messaging-api/#send-reply-message
const ONE_MINUTE = 60_000;
/** A redelivered webhook gives another minute, unless the event is older than this. */
const TWENTY_MINUTES = 20 * ONE_MINUTE;
const MOST_TOKENS = 20_000;

interface Token {
  person: string;
  eventAt: number;
  carriedAt: number;
}

export interface ReplyTokens {
  issue(token: string, person: string, at: number): void;
  /** A webhook that carries it is on its way: the minute begins, again where it is a redelivery. */
  carried(token: string, at: number): void;
  /** Whose token it is, or null where LINE would say "Invalid reply token". */
  owner(token: unknown, at: number): string | null;
  use(token: string): void;
}

export function replyTokens(): ReplyTokens {
  const open = new Map<string, Token>();
  return {
    issue(token, person, at) {
      open.set(token, { person, eventAt: at, carriedAt: at });
      if (open.size > MOST_TOKENS) open.delete(open.keys().next().value!);
    },
    carried(token, at) {
      const found = open.get(token);
      if (found && at - found.eventAt <= TWENTY_MINUTES) found.carriedAt = at;
    },
    owner(token, at) {
      const found = open.get(String(token));
      return found && at - found.carriedAt <= ONE_MINUTE ? found.person : null;
    },
    use(token) {
      open.delete(token);
    },
  };
}
