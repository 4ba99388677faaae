// ask-category: the sixteen items of the national form, one ◎ and any ○. 「12と3」 → { primary: "CARE", others: ["INCOME"] }
import * as z from "zod";
import { CATEGORIES } from "../codes.ts";
import { labelsOf, listenOf } from "../flow.ts";
import { readChoices } from "../listen/answer/choice.ts";
import { hearCategories } from "../listen/story.ts";
import type { Json } from "../state.ts";
import { stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({ kind: z.literal("ask-category"), ...stepBase });
/** So many likely ones become buttons; all sixteen stand numbered in the text. */
const LIKELY = 5;

export const askCategory: StepKind<typeof schema> = {
  schema,
  offer: (_step, _flow, state) => ({
    choices: CATEGORIES.filter((category) => category !== "UNSURE"),
    // Where somebody else may look, the buttons do not tell what it is about.
    buttons: [
      ...(state.covered ? [] : state.likely.filter((category) => category !== "UNSURE").slice(0, LIKELY)),
      "UNSURE",
    ],
  }),
  read(_step, text, flow, state) {
    const listen = listenOf(flow, state.lang, text);
    const chosen = readChoices(listen, text, [...CATEGORIES], labelsOf(flow, state.lang, "category"), []);
    return chosen.length > 0 ? ranked(chosen) : ranked(hearCategories(listen, listen.plain(text)));
  },
  press: (_step, value) => ((CATEGORIES as readonly string[]).includes(value) ? ranked([value]) : null),
};

// --- internal ---

const ranked = ([primary, ...others]: string[]): Json | null => (primary === undefined ? null : { primary, others });
