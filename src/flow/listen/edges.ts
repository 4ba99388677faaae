// Words with edges: 「夫」 is not heard in 大丈夫, 「つま」 not in いつまで, 「いま」 not in います.
import { longestOf, standingIn } from "./ear/search.ts";
import type { Entry, Listen } from "./lists.ts";
import { fold, glued } from "./normal.ts";

/** A harmless word that holds others inside (大丈夫, このまま); 「○」 is a number. `word`: what it is looked for by. */
export interface Harmless {
  word: string;
  whole: string | RegExp;
}

export const harmless = (listed: string): Harmless => ({ word: longestOf(listed.split("○")), whole: numbered(listed) });

/** The text with its pauses; harmless words are blanked out, so that nothing is heard in them. */
export const unharmed = (listen: Listen, text: string): string =>
  listen.remember(`unharmed ${text}`, () => {
    const said = paused(listen, text);
    return standingIn(said, listen.mask).reduce((rest, { whole }) => rest.replaceAll(whole, blanked), said);
  });

/** Blanks stay: they end the words on both sides. */
export const blanked = (text: string): string => text.replaceAll(/\S/gu, "＿");

/** 「há ○ anos」 with any number; folded words hold letters and figures only, which mean nothing to a pattern. */
export const numbered = (word: string): string | RegExp =>
  word.includes("○") ? new RegExp(word.replace("○", "\\d+"), "gu") : word;

/** Clauses of a sentence, at commas, ends and turning words: 「LINEで。でも夜はだめ」 → two. */
export const clausesOf = ({ lang }: Listen, text: string): string[] =>
  text
    .split(lang === "ja" ? JAPANESE : /[、，,;；。.!！?？।\n]+/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");

const JAPANESE = /[、，,。.!！?？\n\s\u3000]+|(?<=けど|けれど|ので|から)|(?=でも|ただ(?!し)|だけど)/u;

/** Does this word really stand here, or only inside another one? Its neighbours tell in Japanese; elsewhere the list does. */
export function stands({ lang }: Listen, said: string, at: number, { word }: Entry<unknown>): boolean {
  if (lang !== "ja") return true;
  const [before, after] = [said[at - 1] ?? "", said[at + word.length] ?? ""];
  if (/^[一-龠]$/u.test(word))
    return !isKanji(before, "歳才代の") && !isKanji(after, "達等様側宅歳才代上七八九六五四三二一");
  if (/^[ぁ-ゖ]+$/u.test(word) && word.length < 5) return opensKana(before) && closesKana(after);
  return true;
}

// --- internal ---

/** The text folded, with its pauses kept as 「、」: what stands on both sides of a comma does not run together. */
const paused = ({ spaces, plain }: Listen, text: string): string =>
  spaces ? pausedApart(plain, text) : pausedTogether(text);

const pausedApart = (plain: Listen["plain"], text: string): string => {
  const parts = text.split(/[、，,;；]+/u).map((part) => plain(part).trim());
  return ` ${parts.filter((part) => part !== "").join(" 、 ")} `;
};

const pausedTogether = (text: string): string =>
  glued(text)
    .normalize("NFKC")
    // 「男性(78)」 is an age.
    .replace(/\((\d{2,3})\)/gu, "$1歳")
    // 「となりの おじいさん」 is one person, written as learners write.
    .replace(/(?<=の)[\s\u3000]+(?=\p{Script=Hiragana})/gu, "")
    .split(/[、，,\s\u3000・／/]+/u)
    .map(fold)
    .filter((part) => part !== "")
    .join("、");

const isKanji = (letter: string, except: string): boolean => /[一-龠]/u.test(letter) && !except.includes(letter);

const opensKana = (before: string): boolean => !/[ぁ-ゖ]/u.test(before) || "のとがはもやにをで".includes(before);

const closesKana = (after: string): boolean =>
  !/[ぁ-ゖ]/u.test(after) || "がはのをにともへでやさちただか".includes(after);
