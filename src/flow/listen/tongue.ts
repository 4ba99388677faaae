// Which language somebody writes, or asks to be answered in. By its script where that tells, else by its commonest words.
import type { Words } from "../words.ts";
import { bared, without } from "./answer/choice.ts";
import { intentOf } from "./intent.ts";
import { shortMemory, type Remember } from "./ear/memory.ts";
import type { Listen } from "./lists.ts";
import { KANA, plain } from "./normal.ts";

/** A language that is known when it is seen, and not spoken yet: flows/other-languages.yaml. */
export interface Other {
  code: string;
  /** What staff call it: ビルマ語. */
  japanese: string;
  /** Its script by the name Unicode gives it, where that alone tells; else null. */
  script: string | null;
  /** Its commonest words, where the script does not tell. */
  marks: string[];
  /** 「We have received your message」 in that language. */
  got: string;
}

interface Tongues {
  words: Record<string, Words>;
  listen: Record<string, Listen>;
  others: Other[];
}

/** The language that is asked for by its name: 「English」「やさしい日本語で」. null where the text says anything more. */
export const askedFor = (tongues: Tongues, text: string): string | null =>
  earOf(tongues)(`asked ${text}`, () => askedIn(tongues, text));

function askedIn({ words, listen }: Tongues, text: string): string | null {
  const said = plain(text).replace(ASKING, "");
  if (said === "" || said.length > A_REQUEST) return null;
  const letters = new Set(bareOf(text));
  for (const [lang, one] of Object.entries(words)) {
    const { names, bare } = namesOf(one);
    if (names.includes(said)) return lang;
    // A list is made ready when it is first asked for: a text without the letters of a name need not ask.
    if (!bare.some((name) => name.every((letter) => letters.has(letter)))) continue;
    const around = listen[lang];
    if (around === undefined) continue;
    const typed = around.plain(text);
    if ([...bared(around, typed), without(around, typed)].some((form) => names.includes(plain(form)))) return lang;
  }
  return null;
}

/** Our language for LINE's tag: `vi` → vi, `zh-Hans` → zh-CN. null where we have none. */
export function tagged({ words }: Tongues, tag: string): string | null {
  const [primary = "", ...rest] = tag.toLowerCase().split("-");
  if (primary === "zh" && rest.some((part) => TRADITIONAL.includes(part))) return null;
  return Object.keys(words).find((lang) => lang.toLowerCase().split("-")[0] === (SAME[primary] ?? primary)) ?? null;
}

/** The language a text is written in, as far as it can be told; null where it cannot. */
export const heardIn = (tongues: Tongues, text: string, enough = ENOUGH): { lang: string } | { other: Other } | null =>
  earOf(tongues)(`tongue ${enough} ${text}`, () => tongueOf(tongues, text, enough));

function tongueOf(
  { listen, others }: Tongues,
  text: string,
  enough: number,
): { lang: string } | { other: Other } | null {
  const letters = lettersIn(text);
  // 「Tôi ở かわべ」 is no Japanese.
  if (letters < 2 || isMostlyKana(text, letters)) return null;
  const ofScript = byScript(others, text, letters);
  if (ofScript !== null) return { other: ofScript };
  if (shareOf(text, "Hangul") * 2 > letters && listen["ko"] !== undefined) return { lang: "ko" };
  const counts = Object.entries(listen)
    .filter(([lang]) => lang !== "ja" && lang !== EASY)
    .map(([lang, one]) => ({
      lang,
      count: marksIn(one, text) + (lang === "vi" ? matches(text.normalize("NFC"), VIETNAMESE) : 0),
    }))
    .toSorted((a, b) => b.count - a.count);
  const [strange] = byMarks(others, text);
  const [best, next] = counts;
  if (strange !== undefined && strange.count >= ENOUGH && strange.count > (best?.count ?? 0))
    return { other: strange.other };
  if (best !== undefined && best.count >= enough && best.count > (next?.count ?? 0)) return { lang: best.lang };
  return shareOf(text, "Devanagari") * 2 > letters && listen["ne"] !== undefined ? { lang: "ne" } : null;
}

/** 「Kumusta po」「selamat pagi」: too few words to know a language by, but they mean something in one alone. */
export function meantIn({ listen }: Tongues, text: string): string | null {
  // Whoever writes kana or a whole story has said already in which language: nine lists need not be asked.
  if (KANA.test(text) || text.length > A_FEW_WORDS || !/\p{L}/u.test(text)) return null;
  const langs = Object.keys(listen).filter((lang) => lang !== EASY && meansIn(listen[lang], text));
  // What Japanese means as well is Japanese. English is mixed into every other: 「hello po」 is Filipino by its po.
  if (langs.includes("ja")) return null;
  const marked = langs.filter((lang) => lang !== "en" && marksIn(listen[lang], text) > 0);
  if (langs.length === 1 || marked.length === 1) return marked[0] ?? langs[0] ?? null;
  return langs.length === 2 && marked.length === 0 && langs.includes("en") ? "en" : null;
}

/**
 * Kana alone, with blanks between the words, or with a word that only children leave in kana: a child, or somebody who is
 * learning. 「うん うん」 is too little to tell, and 「どうしたらいいかわからない」 is how everybody writes it.
 */
export const isEasyWriter = (text: string): boolean =>
  (APART.test(text) || A_CHILDS.test(text)) &&
  /\p{Script=Hiragana}/u.test(text) &&
  !/\p{Script=Han}/u.test(text) &&
  plain(text).length >= 6;

/** A word or two in Latin letters: 「help」. */
export const isWordOrTwo = (text: string): boolean =>
  /^[\p{Script=Latin}\p{M}\p{P}\s]+$/u.test(text) && text.trim().split(/\s+/u).length <= 2;

export const EASY = "ja-easy";

/** At least half of its letters are kana: no other language is looked for. 「借金」 could be Chinese. */
export const isMostlyKana = (text: string, letters = lettersIn(text)): boolean =>
  (shareOf(text, "Hiragana") + shareOf(text, "Katakana")) * 2 >= letters;

// --- internal ---

/** What a language is called, made even; once for each file of words. */
function namesOf(words: Pick<Words, "name" | "called">): Names {
  const known = NAMES.get(words);
  if (known !== undefined) return known;
  const names = [words.name, ...words.called].map(plain);
  const made = { names, bare: names.map((name) => Array.from(bareOf(name))) };
  NAMES.set(words, made);
  return made;
}

/** The names, and the letters of each without their marks. */
interface Names {
  names: string[];
  bare: string[][];
}
const NAMES = new WeakMap<object, Names>();

/** Without marks on its letters, small: no way of making it even takes away more. */
const bareOf = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

const APART = /[\p{Script=Hiragana}\p{Script=Katakana}ー][ \u3000]+[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const A_CHILDS =
  /がっこう|せんせい|ともだち|おかあさん|おとうさん|おにいちゃん|おねえちゃん|いもうと|おとうと|しゅくだい|きゅうしょく/u;
/** Letters. */
const A_FEW_WORDS = 40;

/** All languages listen at once: one of them does the remembering. */
const earOf = ({ listen }: Tongues): Remember => listen["ja"]?.remember ?? NOBODY;
const NOBODY = shortMemory();

/** Filipino goes by two codes. */
const SAME: Record<string, string> = { tl: "fil" };
const TRADITIONAL = ["hant", "tw", "hk", "mo"];

/** Longer than this (letters) it says more than the name of a language, however polite. */
const A_REQUEST = 60;

/** So many of its commonest words make a language. */
const ENOUGH = 2;

/** 「…で」「…please」 behind the name of a language. */
const ASKING =
  /(でお願いします|でおねがいします|お願いします|にして|にしてください|がいい|がいいです|で話して|で|please|plz|pls)$/u;

const meansIn = (listen: Listen | undefined, text: string): boolean =>
  listen !== undefined && intentOf(listen, text) !== null;

const matches = (text: string, letter: RegExp): number => text.match(letter)?.length ?? 0;

const lettersIn = (text: string): number => matches(text, /\p{L}/gu);

const shareOf = (text: string, script: string): number => matches(text, new RegExp(`\\p{Script=${script}}`, "gu"));

/** Letters with a hat or a horn and a tone: no other language has them, and each tells as much as a word. */
const VIETNAMESE = /[ấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]/giu;

/** Known by its script alone; of several that share it (Русский, Українська) the one with most of its words, else the first. */
function byScript(others: Other[], text: string, letters: number): Other | null {
  const sharing = others.filter(({ script }) => script !== null && shareOf(text, script) * 2 > letters);
  return byMarks(sharing, text)[0]?.other ?? null;
}

const byMarks = (others: Other[], text: string): { other: Other; count: number }[] =>
  others
    .map((other) => ({ other, count: other.marks.filter((mark) => spacedIn(text, mark)).length }))
    .toSorted((a, b) => b.count - a.count);

/** A run of Chinese characters that no Japanese writes (打我, 没事) tells as much as two words. */
const marksIn = (listen: Listen | undefined, text: string): number => {
  const said = listen?.typed(text) ?? "";
  const weights = (listen?.marks ?? [])
    .filter((mark) => said.includes(mark))
    .map((mark) => (/^\p{Script=Han}{2,}$/u.test(mark) ? 2 : 1));
  return weights.reduce((sum, weight) => sum + weight, 0);
};

const spacedIn = (text: string, mark: string): boolean =>
  /\p{Script=Han}/u.test(mark)
    ? text.includes(mark)
    : ` ${text.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, " ")} `.includes(` ${mark} `);
