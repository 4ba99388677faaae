// Japanese typed in kana alone (how a listed word then reads, where words begin), and its titles, typed without any.
import { onceATurn } from "../../listen/ear/memory.ts";
import { fold } from "../../listen/normal.ts";

/** 「包丁」 → 「ほうちょう」, by the readings of the file, the longest entry first. Empty without kanji, or where a reading is missing. */
export function readerOf(readings: Record<string, string>): (word: string) => string[] {
  const longest = Math.max(0, ...Object.keys(readings).map(({ length }) => length));
  const readAt = (word: string, at: number): { length: number; sounds: string[] } | null => {
    for (let length = Math.min(longest, word.length - at); length > 0; length--) {
      const sounds = readings[word.slice(at, at + length)];
      if (sounds !== undefined) return sounds === "" ? null : { length, sounds: sounds.split("|") };
    }
    return KANJI.test(word[at] ?? "") ? null : { length: 1, sounds: [word[at] ?? ""] };
  };
  return (word) => {
    if (!KANJI.test(word)) return [];
    let spelt = [""];
    for (let at = 0; at < word.length;) {
      const read = readAt(word, at);
      if (read === null) return [];
      spelt = spelt.flatMap((before) => read.sounds.map((sound) => before + sound));
      at += read.length;
    }
    return spelt.filter(({ length }) => length >= SHORTEST);
  };
}

/** Children, old people and learners: hardly any kanji. */
export const mostlyKana = onceATurn((text) => {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  return count(/\p{sc=Han}/gu) * KANA_FOR_A_KANJI <= count(/[\p{sc=Hira}\p{sc=Kana}]/gu);
});

/**
 * May a word that was read begin here? Kana run together hold many words by chance (「ところ」 holds 殺), so: where a word
 * of the text begins, or anywhere in a run too long to be one word.
 */
export function beginnings(typed: string, made: string): (start: number, length: number) => boolean {
  const [starts, runs] = [new Set<number>(), new Set<number>()];
  let from = 0;
  for (const part of typed.split(/[^\p{L}\p{N}\p{M}ー]+/u)) {
    const word = fold(part);
    const at = word === "" ? -1 : made.indexOf(word, from);
    if (at < 0) continue;
    from = at + word.length;
    starts.add(at);
    if (word.length > LONGEST_WORD) for (let n = at; n < from; n++) runs.add(n);
  }
  const behindFigure = (start: number): boolean => /\d/u.test(made.slice(Math.max(0, start - 1), start));
  return (start, length) => starts.has(start) || behindFigure(start) || (length >= LONG_ENOUGH && runs.has(start));
}

/**
 * Leaves out the lines that are titles (「児童虐待防止研修」): kanji run together, none of them `foreign` (Chinese), with one
 * of the headings at the end.
 */
export function withoutHeadings(headings: string[], foreign: string): (text: string) => string {
  const isHeading = (line: string): boolean =>
    TITLE.test(line) &&
    !Array.from(line).some((letter) => foreign.includes(letter)) &&
    headings.some((word) => line.length > word.length && line.endsWith(word));
  return (text) =>
    text
      .split("\n")
      .filter((line) => !isHeading(line.trim()))
      .join("\n");
}

// --- internal ---

const TITLE = /^[\p{sc=Han}\p{sc=Kana}ー\p{N}A-Z]+$/u;
const KANJI = /\p{sc=Han}/u;
/** One kana stands in every word. */
const SHORTEST = 2;
const KANA_FOR_A_KANJI = 5;
/** 「いなくなりました」 is still one word. */
const LONGEST_WORD = 9;
const LONG_ENOUGH = 3;
