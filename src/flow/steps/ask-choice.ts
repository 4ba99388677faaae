// ask-choice: one of a few. { "kind": "ask-choice", "fills": "role", "choices": ["SELF", "FAMILY"] } → "SELF"
import { z } from "zod";
import { labelsOf, listenOf } from "../flow.ts";
import { readChoices, readWhole } from "../listen/answer/choice.ts";
import { hearStory } from "../listen/story.ts";
import { pressChoice, stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({
  kind: z.literal("ask-choice"),
  ...stepBase,
  choices: z.array(z.string()).min(2).max(11),
});

/** Longer than this, only a whole answer counts. */
const SHORT = 10;

export const askChoice: StepKind<typeof schema> = {
  schema,
  offer: (step) => ({ choices: step.choices ?? [], buttons: step.choices ?? [] }),
  // A role said in one's own words may be finer than the buttons: 「大家です」 is LANDLORD.
  read(step, text, flow, state) {
    const listen = listenOf(flow, state.lang, text);
    const heard = step.fills === "role" ? hearStory(listen, text).role : null;
    const [labels, also] = [labelsOf(flow, state.lang, step.fills), listen.choices[step.fills] ?? []];
    const whole = readWhole(listen, text, step.choices ?? [], labels, also) ?? heard;
    // A word inside a longer sentence is no answer: 「病院に行った方がいいですか」 does not come from a hospital.
    return (
      whole ??
      (listen.lengthOf(text) > SHORT ? null : (readChoices(listen, text, step.choices ?? [], labels, also)[0] ?? null))
    );
  },
  press: pressChoice,
};
