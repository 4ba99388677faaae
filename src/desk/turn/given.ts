// What the words leave open at this moment: the office's facts, the receipt number, the numbers that answer.
import { wordsOf } from "../../flow/flow.ts";
import type { Given } from "../../flow/render.ts";
import type { State } from "../../flow/state.ts";
import { factsOf } from "../../office/facts.ts";
import type { Room } from "../room.ts";
import { numbersNow } from "./numbers.ts";

/** In the language of the talk. */
export function givenOf(
  room: Pick<Room, "flow" | "office" | "hotlines" | "now">,
  state: Pick<State, "lang" | "role" | "receiptNo">,
): Given {
  const words = wordsOf(room.flow, state.lang);
  return {
    facts: { ...factsOf(room.office, room.now(), words), receiptNo: state.receiptNo ?? "" },
    numbers: (risks) => numbersNow(room, risks, state.role === "CHILD", words),
  };
}

/** Said where an answer had to be cut. */
export const tooLongIn = ({ flow }: Pick<Room, "flow">, lang: string): string => wordsOf(flow, lang).say["too-long"];
