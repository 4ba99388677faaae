// What the words leave open at this moment: the office's facts, the receipt number, the numbers that answer.
import { wordsOf } from "../../flow/flow.ts";
import { urgencyRank } from "../../flow/codes.ts";
import type { Say } from "../../flow/effect.ts";
import { seeksHelp } from "../../flow/acts/care/own-hand.ts";
import { leavesOpen, type Given } from "../../flow/render.ts";
import type { State } from "../../flow/state.ts";
import { COUNTED_TO } from "../../intake/acts.ts";
import { factsOf, sayWaiting } from "../../office/facts.ts";
import type { Room } from "../room.ts";
import { numbersNow } from "./numbers.ts";

/** How many wait before them, where one of these texts tells it, else null. `known`: it was counted already. */
export async function waitingFor(room: Room, state: State, says: Say[], known: number | null): Promise<number | null> {
  return leavesOpen(room.flow, state.lang, says, "waiting") ? waitingBefore(room, state, known) : null;
}

export const isUrgent = ({ urgency }: State): boolean => urgencyRank(urgency) <= urgencyRank("E1");

/** In the language of the talk. `waiting`: how many come before; null where that is not told. */
export function givenOf(
  room: Pick<Room, "flow" | "office" | "hotlines" | "now">,
  state: Pick<State, "lang" | "role" | "receiptNo" | "risks" | "urgency">,
  waiting: number | null,
): Given {
  const words = wordsOf(room.flow, state.lang);
  const own = { receiptNo: state.receiptNo ?? "", waiting: isTold(waiting) ? sayWaiting(waiting, words) : "" };
  const who = { child: state.role === "CHILD", seeksHelp: seeksHelp(room.flow.danger, state) };
  return {
    facts: { ...factsOf(room.office, room.now(), words), ...own },
    numbers: (risks) => numbersNow(room, risks, who, words),
  };
}

/** Said where an answer had to be cut. */
export const tooLongIn = ({ flow }: Pick<Room, "flow">, lang: string): string => wordsOf(flow, lang).say["too-long"];

// --- internal ---

const isTold = (waiting: number | null): waiting is number => waiting !== null && waiting <= COUNTED_TO;

/** null for whoever waits no longer: a person has answered; and for who has said nothing yet. */
async function waitingBefore({ store, office }: Room, state: State, known: number | null): Promise<number | null> {
  if (state.intake === null || state.heldUntil > 0) return null;
  if (known !== null) return known;
  return store.records.waiting(office.id, {
    id: state.intake,
    receivedAt: state.startedAt,
    urgent: isUrgent(state),
  });
}
