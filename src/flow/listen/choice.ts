// Reads a choice out of free typing: a number (１, 1, 一, ①), a label, or other words for the same thing.
import { plain } from "./normal.ts";
import { found, type Entry } from "./lists.ts";

const KANJI = "〇一二三四五六七八九";
/** What may stand around numbers without making them something else. */
const AROUND = /[\s、。,.・／/と&+＆番号目ですまするおがねよつのぐめばんにはい!！]/g;

/** Every choice that was meant, the first one first. [] where nothing was understood. */
export function readChoices(
  text: string,
  choices: string[],
  labels: Record<string, string>,
  also: Entry<string>[],
): string[] {
  const numbers = readNumbers(text).flatMap((n) => choices[n - 1] ?? []);
  if (numbers.length > 0) return unique(numbers);
  const said = plain(text);
  if (said === "") return [];
  const byLabel = choices.find((value) => plain(labels[value] ?? "") === said);
  if (byLabel !== undefined) return [byLabel];
  const list = [...choices.map((value) => ({ word: plain(labels[value] ?? ""), means: value })), ...also]
    .filter(({ word }) => word !== "")
    .sort((a, b) => b.word.length - a.word.length);
  const whole = list.find(({ word }) => word === said);
  if (whole !== undefined) return [whole.means];
  const spoken = unique(
    found(
      said,
      list.filter(({ word }) => word.length > 1),
    ).map(({ means }) => means),
  );
  return spoken.length > 0 ? spoken : startsLabel(said, choices, labels);
}

/** 「12、3」 → [12, 3]; [] where the text is more than numbers. */
export function readNumbers(text: string): number[] {
  const plain = kanjiToDigits(text.normalize("NFKC"));
  if (plain.replace(AROUND, "").replace(/\d+/g, "") !== "") return [];
  const numbers = plain.match(/\d+/g) ?? [];
  // Longer runs of figures are a telephone number or a postcode, not choices.
  return numbers.some((run) => run.length > 2) || plain.startsWith("0") ? [] : numbers.map(Number).filter((n) => n > 0);
}

/** The one choice a short sentence means most: the longest word decides (「今は大丈夫」 holds 今 and 大丈夫). */
export function readOne(
  text: string,
  choices: string[],
  labels: Record<string, string>,
  also: Entry<string>[],
): string | null {
  const numbered = choices[(readNumbers(text)[0] ?? 0) - 1];
  if (numbered !== undefined) return numbered;
  const said = plain(text);
  const list = [...choices.map((value) => ({ word: plain(labels[value] ?? ""), means: value })), ...also];
  const hits = list.filter(({ word }) => word !== "" && (word.length > 1 ? said.includes(word) : said === word));
  return hits.sort((a, b) => b.word.length - a.word.length)[0]?.means ?? null;
}

// --- internal ---

const unique = <T>(list: T[]): T[] => [...new Set(list)];

/** 「仕事探し」 for 「仕事探し、就職について」: the beginning of exactly one label. */
function startsLabel(said: string, choices: string[], labels: Record<string, string>): string[] {
  const hits = choices.filter((value) => plain(labels[value] ?? "").startsWith(said));
  return hits.length === 1 ? hits : [];
}

/** 十二 → 12, 三 → 3; only where the numerals stand alone, so that 一人 stays 一人. */
function kanjiToDigits(text: string): string {
  const only = text.replace(AROUND, "");
  if (!/^[〇一二三四五六七八九十]+$/.test(only)) return text;
  return text.replace(/[〇一二三四五六七八九十]+/g, (numeral) => {
    const [tens, ones] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
    const digit = (s: string | undefined, empty: number): number => (s ? KANJI.indexOf(s) : empty);
    return String((numeral.includes("十") ? digit(tens, 1) * 10 : 0) + digit(ones, 0));
  });
}
