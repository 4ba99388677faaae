// ask-text: a few words (a number, hours, a name). reads: "phone" wants a telephone number, "words" takes what comes.
import { z } from "zod";
import { readPhone } from "../listen/phone.ts";
import { nothingOffered, stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({ kind: z.literal("ask-text"), ...stepBase, reads: z.enum(["phone", "words"]) });
/** Longer than this it is a story, not an answer. */
const LONGEST = 60;

export const askText: StepKind<typeof schema> = {
  schema,
  offer: () => nothingOffered,
  read(step, text) {
    if (step.reads === "phone") return readPhone(text);
    const said = text.trim();
    return said === "" || said.length > LONGEST || said.includes("\n") ? null : said;
  },
  press: () => null,
};
