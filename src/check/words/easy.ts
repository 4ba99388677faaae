// The words of やさしい日本語, sentence by sentence: whatever is hard to read in them is a finding.
import type { Book } from "../../book/book.ts";
import { textsIn } from "../../book/check/texts.ts";
import { atWords, type Finding } from "../finding.ts";
import { hardIn, type Sentence } from "./easy-rules.ts";

/** The languages that promise to be easy Japanese. */
const EASY = ["ja-easy"];

export const easyBroken = ({ flow }: Book): Finding[] =>
  Object.values(flow.words)
    .filter(({ lang }) => EASY.includes(lang))
    .flatMap(({ lang, say, questions, choices, parts, ages, facts, hotlines, "hotline-notes": notes }) =>
      textsIn({ say, questions, choices, parts, ages, facts, hotlines, "hotline-notes": notes }).flatMap(
        ([path, text]) =>
          sentencesOf(text)
            .flatMap(hardIn)
            .map((what): Finding => ({ law: "easy", what, place: atWords(lang, ...path), talk: [] })),
      ),
    );

/** Lines and sentences; what stands in 〈…〉 or （…） is read by itself. */
export function sentencesOf(text: string): Sentence[] {
  const outside = text.replace(NAMES_OF_LANGUAGES, "");
  return [outside.replace(ASIDE, ""), ...insides(outside, ASIDE), ...insides(text, EXPLAINED)]
    .flatMap((part) => part.split(/(?<=[。？！])|\n/u))
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(sentence);
}

// --- internal ---

const EXPLAINED = /〈([^〉]*)〉/gu;
/** （れい：…）; the one line in which every language names itself is no sentence. */
const ASIDE = /（([^（）]*)）/gu;
const NAMES_OF_LANGUAGES = /（[^（）]* \/ [^（）]*）/gu;
/** 電話(でんわ) */
const WITH_READING = /([一-龠々ァ-ヶー]+)\(([ぁ-んァ-ヶー]+)\)/gu;
/** What the program fills in has its own words, measured where they stand. */
const GAP = /\{\{.*?\}\}/gu;
const FILLED = "＿＿＿＿";

const insides = (text: string, brackets: RegExp): string[] =>
  [...text.matchAll(brackets)].map(([, inside = ""]) => inside);

function sentence(raw: string): Sentence {
  const filled = raw.replace(GAP, FILLED);
  const own = filled.replace(EXPLAINED, "").replace(/[。？！]$/u, "");
  return {
    raw,
    read: own.replace(WITH_READING, "$1"),
    bare: own.replace(WITH_READING, ""),
    explained: /〈/u.test(filled),
    ends: raw.endsWith("。"),
  };
}
