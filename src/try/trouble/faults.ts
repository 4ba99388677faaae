// What LINE may do to a call on a bad day, by name, and how often: chosen by a seed.
// https://developers.line.biz/en/reference/messaging-api/#status-codes
import type { Fault } from "../local-line.ts";
import type { Chance } from "./chance.ts";

const refuse = (status: number, message: string, headers: Record<string, string> = {}): Response =>
  Response.json({ message }, { status, headers });

const RATE = "The API rate limit has been exceeded. Try again later.";
const INTERNAL = "Internal server error";

/** Longer than any time-out of ours (ms); the call is let go then, so that nothing waits for ever. */
const HANG_MS = 12_000;
const hang = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, HANG_MS).unref());

/** "… after" means: it was done, and nobody was told. */
export const FAULTS = {
  "429": async () => refuse(429, RATE),
  "429 with Retry-After": async () => refuse(429, RATE, { "retry-after": "2" }),
  "monthly quota": async () => refuse(429, "You have reached your monthly limit."),
  "500": async () => refuse(500, INTERNAL),
  "500 after": async (go) => go().then(() => refuse(500, INTERNAL)),
  "502 in HTML": async () => new Response("<html>Bad Gateway</html>", { status: 502 }),
  "200 in HTML after": async (go) =>
    go().then(() => new Response("<html>ok</html>", { headers: { "content-type": "text/html" } })),
  hang: async () => hang().then(() => refuse(500, INTERNAL)),
  "hang after": async (go) =>
    go()
      .then(hang)
      .then(() => refuse(500, INTERNAL)),
  reset: async (_, cut) => cut(),
  "reset after": async (go, cut) => go().then(cut),
  "half an answer after": async (go, cut) => half(await go(), cut),
  "expired reply token": async () => refuse(400, "Invalid reply token"),
  "wrong access token": async () => refuse(401, "Authentication failed due to the following reason: invalid token"),
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

export interface Trouble {
  /** For `localLine`'s `faults`. */
  faults: (call: { path: string; request: Request }) => Fault | null;
  /** Which faults now, and for which part of the calls (0 to 1). */
  set(names: FaultName[], rate: number): void;
  /** How often each was done. */
  done: Map<FaultName, number>;
}

/** A reply token or a month's quota that has run out means something for some calls alone. */
const ONLY: Partial<Record<FaultName, RegExp>> = {
  "expired reply token": /\/reply$/,
  "monthly quota": /\/push$/,
  "wrong access token": /^\/v2\/bot\//,
};
const EXPIRED = "expired reply token";
const BREAKABLE = /\/(reply|push|content|oauth2\/v3\/token|profile\/\w+)$/;

/** Meets calls that send, fetch, or ask for a token or a profile; the loading sign is let through. */
export function trouble(by: Chance): Trouble {
  let [now, part]: [FaultName[], number] = [[], 0];
  const [done, tokens] = [new Map<FaultName, number>(), { tried: new Set<string>(), expired: new Set<string>() }];
  const chosen = (path: string): FaultName | null => {
    const able = BREAKABLE.test(path) ? now.filter((name) => ONLY[name]?.test(path) ?? true) : [];
    return able.length === 0 || !by.hits(part) ? null : by.pick(able);
  };
  /** A token that ran out stays so; and one that was good when it was tried does not run out before its minute. */
  const meets = (name: FaultName | null, token: string): FaultName | null => {
    if (tokens.expired.has(token)) return EXPIRED;
    if (name === EXPIRED) return tokens.tried.has(token) ? null : (tokens.expired.add(token), name);
    tokens.tried.add(token);
    return name;
  };
  return {
    done,
    set: (names, rate) => void ([now, part] = [names, rate]),
    faults({ path, request }) {
      const name = chosen(path);
      const read = path.endsWith("/reply") ? tokenOf(request) : null;
      if (read === null && name === null) return null;
      return async (go, cut) => {
        const fault = read === null ? name : meets(name, await read);
        if (fault === null) return go();
        done.set(fault, (done.get(fault) ?? 0) + 1);
        return FAULTS[fault](go, cut);
      };
    },
  };
}

// --- internal ---

/** "" where there is none. */
async function tokenOf(request: Request): Promise<string> {
  const body = (await request
    .clone()
    .json()
    .catch(() => ({}))) as { replyToken?: string };
  return body.replyToken ?? "";
}

/** Says how long it is, and ends before that. */
async function half(whole: Response, cut: () => Response): Promise<Response> {
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.subarray(0, bytes.length >> 1)),
    // What was written has to leave first.
    pull: () => void setTimeout(cut, 5),
  });
  return new Response(body, { status: whole.status, headers: { "content-length": String(bytes.length) } });
}
