// 送信取消: the words go from the row, from what is filed, and from our own messages that quoted them.
// LINE asks for the utmost care: https://developers.line.biz/en/docs/messaging-api/receiving-messages/
import type { State } from "../../flow/state.ts";
import type { Arrival, Owed, Talk } from "../../ports.ts";

/** Stands among the event ids: a word that comes after its own 送信取消 is known by it. */
const mark = (messageId: string): string => `unsent:${messageId}`;

/** The marks these arrivals leave. */
export const marksOf = (arrivals: Arrival[]): string[] => unsentBy(arrivals).map(mark);

/** Was this word taken back before it came? LINE may deliver out of order. */
export const wasUnsent = (talk: Talk, { messageId }: Arrival): boolean =>
  messageId !== null && talk.seen.includes(mark(messageId));

/** The talk without the words these arrivals take back. `before` is the state in which they still stood. */
export function retracted(talk: Talk, before: State, arrivals: Arrival[]): Talk {
  const unsent = unsentBy(arrivals);
  if (unsent.length === 0) return talk;
  const isQuoted = Object.values(before.answers).some(({ from }) => unsent.includes(from));
  const back = new Set([...unsent, ...(isQuoted ? (talk.quotes ?? []) : [])]);
  const at = arrivals.at(-1)?.at ?? 0;
  return {
    ...talk,
    state: isQuoted ? unquoted(talk.state) : talk.state,
    unfiled: talk.unfiled.map((word) =>
      back.has(word.id) ? { ...word, text: null, mediaId: null, retractedAt: at } : word,
    ),
    owed: [
      ...talk.owed.filter((item) => item.do !== "media" || !back.has(item.messageId)),
      ...[...back].map((id) => owedFor(id, at)),
    ],
  };
}

// --- internal ---

const unsentBy = (arrivals: Arrival[]): string[] =>
  arrivals.flatMap(({ input }) => (input.kind === "unsend" ? [input.messageId] : []));

const owedFor = (messageId: string, at: number): Owed => ({ do: "retract", id: `${messageId}:retract`, messageId, at });

/** The check as it was shown tells every answer. */
function unquoted(state: State): State {
  const { check: _quoted, ...shown } = state.shown;
  return { ...state, shown };
}
