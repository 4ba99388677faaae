// What only the proof of flows/ needs: words that may not be said (`refusing.yaml`), and what must be heard
// (`must-hear.yaml`). The program itself never looks at them, so a Worker does not carry them.
import * as z from "zod";
import { RISK_TYPES } from "../../flow/codes.ts";
import { alternatives } from "../../flow/danger/notation/alternatives.ts";
import { plain } from "../../flow/listen/normal.ts";
import { languagesIn } from "../languages.ts";
import { BookMistakes, type Mistake } from "../mistakes.ts";
import type { Parsed } from "../parse.ts";
import { readerOf, type Files } from "../reader.ts";

/** The files of flows/ that are for the proof alone. */
export const PROOF_FILES = ["refusing.yaml", "must-hear.yaml"] as const;

const text = z.string().min(1);
const reviewed = z.strictObject({ by: z.string().nullable(), on: z.string().nullable() });

const refusingSchema = z.record(
  z.string(),
  z.strictObject({
    /** Are words written apart? Then a listed word is only found as a whole word. */
    spaces: z.boolean(),
    reviewed,
    refuses: z.array(text).min(1),
    topics: z.array(text).min(1),
    /** Topics that the name of the office and of its account may hold all the same. */
    "in-names": z.array(text).default([]),
  }),
);

const mustHearSchema = z.record(
  z.string(),
  z.strictObject({
    reviewed,
    danger: z.record(z.enum(RISK_TYPES), z.array(text).min(1)),
    harmless: z.array(text).min(1),
  }),
);

/** By language: what turns people away, and what a consultation may be about. */
export type Refusing = z.infer<typeof refusingSchema>;
/** By language of `danger/`: sentences of each danger, and such as are none. */
export type MustHear = z.infer<typeof mustHearSchema>;

export interface Proof {
  refusing: Refusing;
  mustHear: MustHear;
}

/** @throws BookMistakes with every mistake of both files, in Japanese, with file and line */
export function readProof(files: Files): Proof {
  const mistakes: Mistake[] = [];
  const read = readerOf(files, mistakes);
  const refusing = read("refusing.yaml", refusingSchema, "断ることば");
  const mustHear = read("must-hear.yaml", mustHearSchema, "必ず気づく文");
  if (refusing) mistakes.push(...checkLanguages(refusing, languagesIn(files, "words"), "words"), ...unread(refusing));
  if (mustHear) mistakes.push(...checkLanguages(mustHear, languagesIn(files, "danger"), "danger"));
  if (mistakes.length > 0 || !refusing || !mustHear) throw new BookMistakes(mistakes);
  return { refusing: refusing.data, mustHear: mustHear.data };
}

// --- internal ---

/** Every language that speaks, or hears, stands there, and no other. */
const checkLanguages = (
  { data, mistake }: Parsed<Record<string, unknown>>,
  langs: string[],
  folder: string,
): Mistake[] => [
  ...langs
    .filter((lang) => !(lang in data))
    .map((lang) => mistake([lang], `「${lang}」（${folder}/${lang}.yaml）の分がありません。書き足してください。`)),
  ...Object.keys(data)
    .filter((lang) => !langs.includes(lang))
    .map((lang) => mistake([lang], `「${lang}」は、${folder}/ にありません。つづりを直すか、消してください。`)),
];

/** A word whose brackets do not close, or that holds no letter, would never be found. */
const unread = ({ data, mistake }: Parsed<Refusing>): Mistake[] =>
  Object.entries(data).flatMap(([lang, lists]) =>
    (["refuses", "topics", "in-names"] as const).flatMap((list) =>
      lists[list].flatMap((word, n) => {
        const fault = faultIn(word);
        return fault === null ? [] : [mistake([lang, list, n], `「${word}」${fault}`)];
      }),
    ),
  );

/** 「を?」 looks like more than it is: there are only brackets, and 「*」 at the end. */
const OTHER_SIGN = /[?+^$[\]{}\\]/u;

function faultIn(word: string): string | null {
  const sign = OTHER_SIGN.exec(word)?.[0];
  if (sign !== undefined)
    return `の「${sign}」は使えません。言いかえは (a|b)、なくてもよいことばは (a|) と書いてください。`;
  try {
    return alternatives(word, () => []).every((one) => plain(one) !== "") ? null : "に、文字のない言いかたがあります。";
  } catch {
    return "の（ ）が閉じていないか、言いかえが多すぎます。直してください。";
  }
}
