// How words and texts are made even for a language, and which texts it need not look at.
import {
  byEar,
  fold,
  foldSpaced,
  hangulApart,
  mostlyMarked,
  sentences,
  spacedSentences,
  withoutMarks,
} from "../listen/normal.ts";
import { onceATurn } from "../listen/ear/memory.ts";
import type { LanguageFile } from "./file.ts";
import { agesBefore } from "./notation/brackets.ts";
import { mostlyKana, readerOf } from "./notation/kana.ts";

/** One way a language is typed. */
export interface Writing {
  /** With spaces between words? */
  spaced: boolean;
  /** Makes a listed word even. */
  fold: (text: string) => string;
  /** Makes a whole text even, with the ends of its sentences. */
  sentences: (text: string) => string;
  /** Is the text typed so? */
  fits: (text: string) => boolean;
  /** What else a listed word is typed as here, where a word of the text begins. */
  alsoTyped?: (word: string) => string[];
}

/** A text, made even in each way at most once, though many languages read it so. */
export interface Typed {
  raw: string;
  sentences: (writing: Writing) => string;
}

/**
 * Line by line; once more as if sent in one go, for whoever sends 「もう」「死に」「たい」; and with the ages in brackets before the
 * names.
 */
export const asTyped = (text: string): Typed[] =>
  [text, text.includes("\n") ? text.replaceAll("\n", " ") : null, agesBefore(text)]
    .filter((raw) => raw !== null)
    .map((raw) => {
      const made = new Map<Writing["sentences"], string>();
      return {
        raw,
        sentences: ({ sentences: make }) => {
          const known = made.get(make) ?? make(raw);
          made.set(make, known);
          return known;
        },
      };
    });

const always = () => true;
const UNSPACED: Writing = {
  spaced: false,
  fold: (text) => hangulApart(fold(text)),
  sentences: (text) => hangulApart(sentences(text)),
  fits: always,
};
const SPACED: Writing = { spaced: true, fold: foldSpaced, sentences: spacedSentences, fits: always };
const BARE: Writing = {
  spaced: true,
  fold: (text) => withoutMarks(foldSpaced(text)),
  sentences: (text) => withoutMarks(spacedSentences(text)),
  fits: always,
};

const BY_EAR: Writing = {
  spaced: true,
  fold: (text) => byEar(foldSpaced(text)),
  sentences: (text) => byEar(spacedSentences(text)),
  fits: always,
};

/** Between signs and blanks. */
const STRETCH = /[^\s\p{P}]+/gu;
/** Chinese is sometimes adorned with 「の」; Japanese has another hiragana beside it, or katakana (「コナンの殺人事件」). */
const JAPANESE = /[ぁ-ねは-ん]|[ァ-ヴ].*の|の.*[ァ-ヴ]/u;

/** For Chinese: 「殺」 read as 「杀」, and Japanese left out. */
function inHan({ alike, own }: Pick<LanguageFile, "alike" | "own">): Writing {
  const asRead = new Map(alike.map((pair) => Array.from(pair)).map(([letter, as = ""]) => [letter, as]));
  const read = (text: string) => Array.from(text, (letter) => asRead.get(letter) ?? letter).join("");
  const foreign = (part: string) => JAPANESE.test(part) && !Array.from(part).some((letter) => own.includes(letter));
  const without = (text: string) => text.replace(STRETCH, (part) => (foreign(part) ? "。" : part));
  return {
    spaced: false,
    fold: (text) => read(fold(text)),
    sentences: (text) => read(sentences(without(text))),
    fits: (text) => text.match(STRETCH)?.some((part) => !foreign(part)) ?? false,
  };
}

/** For Japanese: who types kana alone is heard by the sound of what is listed in kanji. */
const inKana = (readings: Record<string, string>): Writing[] => [
  { ...UNSPACED, fits: (text) => !mostlyKana(text) },
  { ...UNSPACED, fits: mostlyKana, alsoTyped: readerOf(readings) },
];

type Typing = Pick<LanguageFile, "spaces" | "marks" | "latin" | "alike" | "own" | "readings">;

/** Every way this language is typed; each text fits at most one. */
export function writingsOf({ spaces, marks, latin, alike, own, readings }: Typing): Writing[] {
  if (own !== "") return [inHan({ alike, own })];
  if (Object.keys(readings).length > 0) return inKana(readings);
  if (!spaces) return [UNSPACED];
  if (latin === "by ear") return [BY_EAR];
  if (marks === "kept") return [SPACED];
  if (marks === "dropped") return [BARE];
  return [
    { ...SPACED, fits: mostlyMarked },
    { ...BARE, fits: (text) => !mostlyMarked(text) },
  ];
}

/** Each a bit of a number. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Hangul}/u,
  /[\p{Script=Han}\p{sc=Hira}\p{sc=Kana}]/u,
];

const scriptsOf = (text: string): number =>
  SCRIPTS.reduce((scripts, script, n) => (script.test(text) ? scripts | (1 << n) : scripts), 0);

/** Every language asks for them, of the same text. */
const scriptsIn = onceATurn(scriptsOf);

/** True for a text that holds a letter of these scripts: in any other nothing of the language can stand. */
export function sameScript(letters: string): (text: string) => boolean {
  const scripts = scriptsOf(letters);
  return (text) => (scriptsIn(text) & scripts) > 0;
}

/** The same, of a file that is not compiled yet. 《Names》 of groups are Japanese in every file, and never heard. */
export const inScriptOf = ({ words, risks }: LanguageFile): ((text: string) => boolean) =>
  sameScript(
    [
      ...Object.values(words),
      ...Object.values(risks).flatMap((levels) => Object.values(levels).flatMap((titled) => Object.values(titled))),
    ]
      .flat()
      .join("")
      .replaceAll(/《[^》]*》/gu, ""),
  );
