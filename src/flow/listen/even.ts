// How a language's texts are made even before they are compared: letters run together (日本語), or whole words apart.
import { alternatives } from "../danger/notation/alternatives.ts";
import type { ListenFile } from "../words.ts";
import { onceATurn, onceForAll, shortMemory, type Remember } from "./ear/memory.ts";
import { fold, foldSpaced, mostlyMarked, plain, withoutMarks } from "./normal.ts";

export interface Even {
  /** Are words written apart? Then a folded text is 「 a b 」, and a word is found only between blanks. */
  spaces: boolean;
  /** For comparing: no signs, no ends of sentences. */
  plain(text: string): string;
  /** As `plain`, of a label: it stands in a file, and is made even once for all turns. */
  label(text: string): string;
  /** As `plain`, in the spelling it has: by that a language is known. */
  typed(text: string): string;
  /** As `plain`, with 「。」 where a sentence ends. */
  fold(text: string): string;
  /** A listed word in each form it may have in a folded text; `word*` also with an ending. 「○」 (a number) stays. */
  forms(listed: string): string[];
  /** How much is said, in letters of Japanese. */
  lengthOf(text: string): number;
  remember: Remember;
}

export function evenOf({ spaces, density, alike }: Pick<ListenFile, "spaces" | "density" | "alike">): Even {
  const even = spaces ? APART : TOGETHER;
  const sounds = Object.entries(alike).map(([letters, sound]) => [
    edged(letters, even.plain),
    edged(sound, even.plain),
  ]);
  const sounded = (said: string): string =>
    sounds.reduce((text, [letters = "", sound = ""]) => text.replaceAll(letters, sound), said);
  return {
    spaces,
    plain: onceATurn((text) => sounded(even.plain(text))),
    label: onceForAll((text) => sounded(even.plain(text))),
    typed: even.plain,
    fold: onceATurn((text) => sounded(even.fold(text))),
    forms: (listed) => [...new Set(even.forms(listed).map(sounded))],
    lengthOf: (text) => Math.round(even.plain(text).trim().length / density),
    remember: shortMemory(),
  };
}

/** 「(学校|家)に連絡」 stands for two. */
export const spellings = (listed: string): string[] => alternatives(listed, () => []);

// --- internal ---

/** Folded; a blank that was written at an edge asks for the edge of a word: 「" di "」. */
const edged = (text: string, folded: (text: string) => string): string =>
  (text.startsWith(" ") ? " " : "") + folded(text).trim() + (text.endsWith(" ") ? " " : "");

type Folds = Pick<Even, "plain" | "fold" | "forms">;

const aroundNumber = (listed: string, folded: (piece: string) => string, joint: string): string =>
  listed.split("○").map(folded).join(`${joint}○${joint}`);

const TOGETHER: Folds = { plain, fold, forms: (listed) => [aroundNumber(listed, plain, "")] };

const padded = (text: string): string => (text.trim() === "" ? "" : ` ${text.trim().replace(/ {2,}/gu, " ")} `);

const apart = (text: string): string => foldSpaced(text).replaceAll("。", " ");

/** 「toi ko biet」「nao tenho」: who leaves most marks out is compared without any. */
const asTyped = (text: string): string => (mostlyMarked(text) ? foldSpaced(text) : withoutMarks(foldSpaced(text)));

const APART: Folds = {
  plain: onceATurn((text) => padded(asTyped(text).replaceAll("。", " "))),
  fold: onceATurn((text) => padded(asTyped(text))),
  forms(listed) {
    const word = padded(aroundNumber(listed.replace("*", ""), apart, " "));
    const open = listed.endsWith("*") ? word.trimEnd() : word;
    return [...new Set([open, withoutMarks(open)])];
  },
};
