// 送信取消: the words go from the row, from what is filed, from what is still to be said, and from our own messages that
// quoted them. LINE asks for the utmost care: https://developers.line.biz/en/docs/messaging-api/receiving-messages/
import { withoutWords } from "../../intake/intake.ts";
import type { State } from "../../flow/state.ts";
import type { Arrival, Owed, Talk } from "../../ports.ts";
import { bare, isOf } from "./quote.ts";

/** Stands among the event ids: a word that comes after its own 送信取消 is known by it. */
const mark = (messageId: string): string => `unsent:${messageId}`;

/** The marks these arrivals leave. */
export const marksOf = (arrivals: Arrival[]): string[] => unsentBy(arrivals).map(mark);

/** Was this word taken back before it came? LINE may deliver out of order. */
export const wasUnsent = (talk: Talk, { messageId }: Arrival): boolean =>
  messageId !== null && talk.seen.includes(mark(messageId));

/** The state without the check that quoted them: as it was last shown, it tells every answer of that moment. */
export function unquoted(state: State, { checks = [] }: Talk, arrivals: Arrival[]): State {
  if (!isOf(checks.at(-1), unsentBy(arrivals))) return state;
  const { check: _quoted, ...shown } = state.shown;
  return { ...state, shown };
}

/** The talk without the words these arrivals take back, filed or not, also where they were put right since. */
export function retracted(talk: Talk, arrivals: Arrival[]): Talk {
  const unsent = unsentBy(arrivals);
  if (unsent.length === 0) return talk;
  const quoting = (talk.checks ?? []).filter((check) => isOf(check, unsent)).map(({ id }) => id);
  const back = new Set([...unsent, ...quoting]);
  const at = arrivals.at(-1)?.at ?? 0;
  const owed = talk.owed
    .filter((item) => item.do !== "media" || !back.has(item.messageId))
    .map((item) => (item.do === "say" && isOf(item.check, unsent) ? bare(item) : item));
  const { check: _quoted, ...meant } = talk.meant ?? {};
  return {
    ...talk,
    meant: quoting.length > 0 ? meant : (talk.meant ?? {}),
    unfiled: talk.unfiled.map((word) => (back.has(word.id) ? { ...withoutWords(word, at), mediaId: null } : word)),
    owed: [...owed, ...[...back].map((id) => owedFor(id, at))],
  };
}

// --- internal ---

const unsentBy = (arrivals: Arrival[]): string[] =>
  arrivals.flatMap(({ input }) => (input.kind === "unsend" ? [input.messageId] : []));

const owedFor = (messageId: string, at: number): Owed => ({ do: "retract", id: `${messageId}:retract`, messageId, at });
