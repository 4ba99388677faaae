// ask-story: in their own words, in as many messages as they like. Anything at all is an answer. → how many messages
import { z } from "zod";
import { nothingOffered, stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({ kind: z.literal("ask-story"), ...stepBase });

/** Who finds no words may press what is nearest; in the order of the national form. */
const NEAREST = [
  "HEALTH",
  "INCOME",
  "HOUSING",
  "WORK",
  "JOBSEEK",
  "FAMILY",
  "CHILDCARE",
  "CARE",
  "HIKIKOMORI",
  "COMMUNITY",
];

export const askStory: StepKind<typeof schema> = {
  schema,
  offer: (step) => (step.as === undefined ? { choices: [], buttons: NEAREST, of: "category" } : nothingOffered),
  read: (_step, text, _flow, state) => (text.trim() === "" ? null : state.told),
  press: () => null,
};
