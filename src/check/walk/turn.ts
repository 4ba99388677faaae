// One turn of the walk: the real `advance`, and what the desk does with its effects, without a desk.
import { advance } from "../../flow/advance.ts";
import type { Effect, Say } from "../../flow/effect.ts";
import { freshIn, type Flow } from "../../flow/flow.ts";
import type { State } from "../../flow/state.ts";
import type { Act } from "./inputs.ts";

/** Tuesday 2026-11-24, noon in Japan. */
export const NOON = Date.UTC(2026, 10, 24, 3);
const MINUTE = 60_000;
/** Any number will do: the walk only asks whether there is one. */
const RECEIPT = "2026-000000";

/** What came of one act. */
export interface Turned {
  state: State;
  effects: Effect[];
  says: Say[];
  erased: boolean;
}

/** Plays one act in this state. `state` is not changed. */
export function turn(flow: Flow, before: State, { input, held = false, pause = MINUTE }: Act): Turned {
  const at = Math.max(before.lastAt, NOON) + pause;
  const arrived = { id: `e${at}`, at, messageId: "text" in input || "name" in input ? `m${at}` : null, input };
  const { state, effects } = advance(flow, before, { arrived: [arrived], held });
  const says = effects.filter((effect) => effect.do === "say");
  const erased = effects.some((effect) => effect.do === "erase");
  if (effects.some((effect) => effect.do === "file")) state.receiptNo ??= RECEIPT;
  for (const { question } of says) if (question !== null) state.shown[question.field] = "";
  return { state: erased ? { ...begun(flow), greeted: true } : state, effects, says, erased };
}

/** Somebody who has never written. */
export const begun = (flow: Flow): State => freshIn(flow, "ja");
