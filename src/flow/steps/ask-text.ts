// ask-text: a few words as they are: the name of a company or a group. 「あおば新聞の中央店です」 → "あおば新聞の中央店です"
import * as z from "zod";
import { listenOf } from "../flow.ts";
import { nothingOffered, stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({ kind: z.literal("ask-text"), ...stepBase });
/** Longer than this it is a story, not an answer (letters of Japanese). */
const LONGEST = 60;

export const askText: StepKind<typeof schema> = {
  schema,
  offer: () => nothingOffered,
  read(_step, text, flow, state) {
    const said = text.trim();
    const letters = listenOf(flow, state.lang, text).lengthOf(said);
    return letters === 0 || letters > LONGEST || said.includes("\n") ? null : said;
  },
  press: () => null,
};
