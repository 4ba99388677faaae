// ask-story: in their own words, in as many messages as they like. Anything at all is an answer. → how many messages
import { z } from "zod";
import { nothingOffered, stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({ kind: z.literal("ask-story"), ...stepBase });

export const askStory: StepKind<typeof schema> = {
  schema,
  offer: () => nothingOffered,
  read: (_step, text, _flow, state) => (text.trim() === "" ? null : state.told),
  press: () => null,
};
