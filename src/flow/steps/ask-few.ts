// ask-few: any of a few, or a few words instead. 「新聞がたまっていて、返事がない」 → { chosen: ["PILED", "NO_ANSWER"], text: "" }
import * as z from "zod";
import { labelsOf, listenOf } from "../flow.ts";
import { readChoices } from "../listen/answer/choice.ts";
import { isQuestion } from "../listen/intent.ts";
import type { Json, State } from "../state.ts";
import { stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({
  kind: z.literal("ask-few"),
  ...stepBase,
  choices: z.array(z.string()).min(2).max(11),
});

/** What was chosen, and what was written instead. */
export interface Few {
  chosen: string[];
  text: string;
}

/** Longer than this it is more of the story (letters of Japanese). */
const LONGEST = 60;

export const askFew: StepKind<typeof schema> = {
  schema,
  offer: (step) => ({ choices: step.choices ?? [], buttons: step.choices ?? [] }),
  read(step, text, flow, state) {
    const listen = listenOf(flow, state.lang, text);
    const also = listen.choices[step.fills] ?? [];
    const chosen = readChoices(listen, text, step.choices ?? [], labelsOf(flow, state.lang, step.fills), also);
    if (chosen.length > 0) return few(chosen, "");
    const words = text.trim();
    const fits = listen.lengthOf(words) >= 2 && listen.lengthOf(words) <= LONGEST && !isQuestion(listen, words);
    return fits ? few([], words) : null;
  },
  // A second button is a second answer, and does not take the first one back.
  press: (step, value, _flow, state) =>
    step.choices?.includes(value) === true ? few([...new Set([...fewOf(state, step.fills).chosen, value])], "") : null,
};

/** What was answered to such a question; nothing chosen where it was not. */
export function fewOf({ answers }: Pick<State, "answers">, field: string): Few {
  const value = answers[field]?.value;
  return value !== null && typeof value === "object" && "chosen" in value
    ? (value as unknown as Few)
    : { chosen: [], text: "" };
}

// --- internal ---

const few = (chosen: string[], text: string): Json => ({ chosen, text });
