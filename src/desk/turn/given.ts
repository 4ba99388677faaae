// What the words leave open at this moment: the office's facts, the receipt number, the numbers that answer.
import type { Given } from "../../flow/render.ts";
import type { State } from "../../flow/state.ts";
import { factsOf } from "../../office/facts.ts";
import type { Room } from "../room.ts";
import { numbersNow } from "./numbers.ts";

export const givenOf = (room: Room, state: State): Given => ({
  facts: { ...factsOf(room.office, room.now()), receiptNo: state.receiptNo ?? "" },
  numbers: (risks) => numbersNow(room, risks, state.role === "CHILD"),
});
