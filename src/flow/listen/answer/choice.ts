// Reads a choice out of free typing: a number (１, 1, 一, ①), a label, or other words for the same thing.
import { clausesOf } from "../edges.ts";
import { anyIn } from "../ear/search.ts";
import { found, type Entry, type Listen } from "../lists.ts";
import { spoken, type Labels } from "./spoken.ts";

/** What may stand around numbers without making them something else. */
const AROUND =
  /(番号|番目|番|あと|それから|です|でお願いします|お願いします|だと思います|かな|はい|[\s、。,.・／/と&+＆!！のつも])/gu;
const KANJI = "〇一二三四五六七八九";
/** Politeness behind a word, which changes nothing. */
const ENDING =
  /(のことでございます|でございます|のことです|の事です|のことだよ|のことなんです|のこと|の事|でお願いします|をお願いします|がいいです|がいい|でいいです|です|だよ|だね|かな|かも|ね|よ|な|だ)+$/u;

/** Every choice that was meant, the first one first. [] where nothing was understood. */
export function readChoices(
  listen: Listen,
  text: string,
  choices: string[],
  labels: Labels,
  also: Entry<string>[],
): string[] {
  const numbers = readNumbers(listen, text).flatMap((n) => choices[n - 1] ?? []);
  if (numbers.length > 0) return unique(numbers);
  const whole = readWhole(listen, text, choices, labels, also);
  if (whole !== null) return [whole];
  const { long } = spoken(listen, choices, labels, also);
  return unique(clausesOf(listen, text).flatMap((clause) => foundIn(listen, clause, long).map(({ means }) => means)));
}

/** The one choice that the whole text means, politeness aside; null where it says more or something else. */
export function readWhole(
  listen: Listen,
  text: string,
  choices: string[],
  labels: Labels,
  also: Entry<string>[],
): string | null {
  const numbers = readNumbers(listen, text);
  if (numbers.length === 1) return choices[(numbers[0] ?? 0) - 1] ?? null;
  const said = listen.plain(text);
  if (said === "") return null;
  const forms = [said, said.replace(ENDING, ""), without(listen, said)].filter((form) => form.trim() !== "");
  const { whole } = spoken(listen, choices, labels, also);
  const [longest] = forms.filter((form) => whole.has(form)).sort((a, b) => b.length - a.length);
  return longest === undefined ? startsLabel(listen, said, choices, labels) : (whole.get(longest) ?? null);
}

/** A folded text without the words of politeness around. */
export const without = ({ around, spaces, remember }: Listen, said: string): string =>
  remember(`without ${said}`, () => {
    const rest = around.reduce(
      (text, word) => (text.includes(word) ? text.replaceAll(word, spaces ? " " : "") : text),
      said,
    );
    return spaces && rest.trim() !== "" ? ` ${rest.trim()} ` : rest;
  });

/** The text, and what is left of it without one, two … words at its edges; the least taken away comes first. */
export function bared({ openings, endings, spaces }: Listen, said: string): string[] {
  const forms = [said];
  const blank = spaces ? 1 : 0;
  for (const form of forms) {
    const shorter = [
      ...openings.filter((word) => form.startsWith(word)).map((word) => form.slice(word.length - blank)),
      ...endings.filter((word) => form.endsWith(word)).map((word) => form.slice(0, form.length - word.length + blank)),
    ];
    forms.push(...shorter.filter((one) => !forms.includes(one)));
    if (forms.length > MOST_FORMS) break;
  }
  return forms;
}

/** Is one of these words in the text, whatever stands around? */
export function says(listen: Listen, text: string, words: string[]): boolean {
  const said = listen.plain(text);
  const bare = without(listen, said);
  return anyIn(said, words) || anyIn(bare, words);
}

/** The listed words in it; where there is none, those that only politeness keeps apart: 「sa (po) line」. */
export function foundIn<T>(listen: Listen, text: string, list: Entry<T>[]): (Entry<T> & { at: number })[] {
  const said = listen.plain(text);
  const hits = found(said, list);
  return hits.length > 0 ? hits : found(without(listen, said), list);
}

/**
 * The one choice a short sentence means most: whole, or by a word of three letters and more, the longest first
 * (「今は大丈夫」 holds 今 and 大丈夫). Shorter ones stand inside too many others: いま in います.
 */
export function readOne(
  listen: Listen,
  text: string,
  choices: string[],
  labels: Labels,
  also: Entry<string>[],
): string | null {
  const whole = readWhole(listen, text, choices, labels, also);
  if (whole !== null) return whole;
  const said = listen.plain(text);
  const hits = spoken(listen, choices, labels, also).all.filter(({ word }) => word.length > 2 && said.includes(word));
  return hits[0]?.means ?? null;
}

/** 「12、3」 → [12, 3]; [] where the text is more than numbers, or the figures are too many for a choice. */
export function readNumbers(listen: Listen, text: string): number[] {
  const typed = listen.around.length === 0 ? text : without(listen, listen.plain(text));
  const even = kanjiToDigits(typed.normalize("NFKC"));
  if (even.replace(AROUND, "").replace(/\d+/gu, "") !== "") return [];
  const runs = even.match(/\d+/gu) ?? [];
  // Longer runs of figures are a telephone number or a postcode, not choices.
  return runs.some((run) => run.length > 2 || run.startsWith("0")) || runs.length > 6 ? [] : runs.map(Number);
}

// --- internal ---

/** More ways to take it apart tell nothing more. */
const MOST_FORMS = 60;

const unique = <T>(list: T[]): T[] => [...new Set(list)];

/** 「仕事探し」 for 「仕事探し、就職について」: the beginning of exactly one label. A bare 「no」 does not begin 「No food」. */
function startsLabel(listen: Listen, said: string, choices: string[], labels: Labels): string | null {
  if (listen.intents.whole.has(said)) return null;
  const hits = choices.filter((value) => listen.label(labels[value] ?? "").startsWith(said));
  return hits.length === 1 ? (hits[0] ?? null) : null;
}

/** 十二 → 12, 三 → 3; only where the numerals stand alone, so that 一人 stays 一人. */
function kanjiToDigits(text: string): string {
  if (!/^[〇一二三四五六七八九十]{1,3}$/u.test(text.replace(AROUND, ""))) return text;
  return text.replace(/[〇一二三四五六七八九十]+/gu, (numeral) => {
    const [tens = "", ones = ""] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
    const digit = (kanji: string, empty: number): number => (kanji === "" ? empty : KANJI.indexOf(kanji));
    return String((numeral.includes("十") ? digit(tens, 1) * 10 : 0) + digit(ones, 0));
  });
}
