// ask-story: in their own words, in as many messages as they like. Anything at all is an answer. → how many messages
import * as z from "zod";
import { listenOf } from "../flow.ts";
import { readNumbers } from "../listen/answer/choice.ts";
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
  // A bare number was meant for another question.
  read: (_step, text, flow, state) =>
    text.trim() === "" || readNumbers(listenOf(flow, state.lang, text), text).length > 0 ? null : state.told,
  press: () => null,
};
