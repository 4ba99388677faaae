// A LINE on paper: it keeps reply tokens and retry keys as LINE does, and ends each call as the test says.
import type { Said } from "../../src/flow/render.ts";
import type { Channel, Fetched, Outcome } from "../../src/ports.ts";

/** How a call ends. "lost": it arrived, and nobody is told; "silence": it did not arrive, and nobody is told. */
export type End = "ok" | "lost" | "silence" | "again" | "quota" | "never" | "wait" | "token";

export interface Call {
  by: "reply" | "push";
  /** Reply token or retry key. */
  with: string;
  text: string;
  /** All that a locked telephone shows of it; null where it shows the text. */
  alt: string | null;
}

export interface PaperLine {
  channel: Channel;
  /** What stands on the telephones, in order. */
  shown: Call[];
  /** Every call, however it ended. */
  calls: Call[];
  /** How the next calls end, in order; then "ok". */
  ends: End[];
  /** Asked before a call ends; it may wait. */
  hold: (call: Call) => Promise<void>;
  /** What LINE still has, by message id; "gone" where nothing is said. */
  media: Map<string, Fetched | (() => Promise<Fetched>)>;
  loading: string[];
  /** What every LINE is set to. */
  language: string | null;
}

const REFUSED: Record<Exclude<End, "ok">, Outcome> = {
  lost: { ok: false, why: "unsure", status: 0, detail: "timeout" },
  silence: { ok: false, why: "unsure", status: 0, detail: "timeout" },
  again: { ok: false, why: "again", status: 429, detail: "rate" },
  wait: { ok: false, why: "again", status: 429, detail: "rate", retryAfterMs: 90_000 },
  quota: { ok: false, why: "quota", status: 429, detail: "monthly limit" },
  never: { ok: false, why: "never", status: 400, detail: "messages[0].text" },
  token: { ok: false, why: "token", status: 400, detail: "Invalid reply token" },
};

export function paperLine(): PaperLine {
  const used = new Set<string>();
  const line: PaperLine = {
    shown: [],
    calls: [],
    ends: [],
    hold: async () => {},
    media: new Map(),
    loading: [],
    language: null,
    channel: {
      write: (said) => said,
      reply: (token, messages, alt) => call({ by: "reply", with: token, text: textOf(messages), alt }),
      push: (_person, messages, key, alt) => call({ by: "push", with: key, text: textOf(messages), alt }),
      loading: async (person) => void line.loading.push(person),
      languageOf: async () => line.language,
      async fetch(messageId) {
        const found = line.media.get(messageId) ?? { state: "gone" as const };
        return typeof found === "function" ? found() : found;
      },
    },
  };
  return line;

  async function call(made: Call): Promise<Outcome> {
    line.calls.push(made);
    await line.hold(made);
    const end = line.ends.shift() ?? "ok";
    const arrives = end === "ok" || end === "lost";
    // A used token is refused; a known retry key is answered with 409, which the client takes for success.
    if (arrives && used.has(made.with)) return made.by === "reply" ? REFUSED.token : { ok: true };
    if (arrives) {
      used.add(made.with);
      line.shown.push(made);
    }
    return end === "ok" ? { ok: true } : REFUSED[end];
  }
}

const textOf = (messages: unknown[]): string => (messages as Said[]).map(({ text }) => text).join("\n");
