// ask-text: a few words (a number, hours, a name). reads: "phone" wants a telephone number, "words" takes what comes.
import { z } from "zod";
import { listenOf } from "../flow.ts";
import { isTale } from "../listen/intent.ts";
import { plain } from "../listen/normal.ts";
import { readPhone } from "../listen/phone.ts";
import { nothingOffered, stepBase, type StepKind } from "./step.ts";

const schema = z.strictObject({ kind: z.literal("ask-text"), ...stepBase, reads: z.enum(["phone", "hours", "name"]) });
/** Longer than this it is a story, not an answer. */
const LONGEST = 40;

/** 「夜中に何度も目がさめました」 tells of the night; it is no hour to call. */
const PAST = /(ました|たんです|かったです|かった|ていました|でした)[。.]?$/u;

export const askText: StepKind<typeof schema> = {
  schema,
  offer: () => nothingOffered,
  read(step, text, flow, state) {
    if (step.reads === "phone") return readPhone(text);
    const said = text.trim();
    const listen = listenOf(flow, state.lang);
    if (plain(said) === "" || said.length > LONGEST || said.includes("\n") || readPhone(said) !== null) return null;
    if (step.reads === "hours" && PAST.test(said)) return null;
    if (step.reads === "hours")
      return listen.windows.some((word) => plain(said).includes(word)) || /\d/u.test(said.normalize("NFKC"))
        ? said
        : null;
    const name = said.replace(/(と申します|といいます|と言います|でお願いします|です|だよ|よ)[。.]?$/u, "");
    return plain(name) === "" || /^\d+$/u.test(plain(name)) || (isTale(listen, name) && name.length > 6) ? null : name;
  },
  press: () => null,
};
