// Evens out how people type, so that 「ｼﾆﾀｲ」「しにたーい」「し に た い」 read as one word. Pure; shared by danger and answers.
import { onceATurn } from "./ear/memory.ts";

/** A letter that only Japanese is written with. */
export const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Ends of sentences are kept as 「。」: what belongs together stands in one sentence. */
const SENTENCE_END = /[.。!?।॥\n\r]+/gu;
/** 「もう…無理」 is one sentence: these dots are hesitation, not an end. */
const HESITATION = /…|‥|\.{2,}|[・･]{2,}|。{2,}/gu;
/** A drawn-out vowel after hiragana or kanji is feeling (「しにたーい」「しにてぇ」); after katakana it is spelling (カッター). */
const DRAWN_OUT = /(?<=[\p{Script=Hiragana}\p{Script=Han}])[ー〜~ぁぃぅぇぉ]+/gu;
const KATAKANA = /[\u30a1-\u30f6]/gu;
/** Distance from a katakana to its hiragana in Unicode. */
const TO_HIRAGANA = 0x60;
/** 「tolonggg」「nãoooo」: the same feeling in Latin letters. */
const DRAWN_LETTER = /(\p{Script=Latin})\1{2,}/gu;
/** Invisible signs that shape letters (Devanagari); they part no words. */
const JOINERS = /[\u200b-\u200d\u2060\ufeff]/gu;
const JAPANESE = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}";
const SPACED_LETTERS = "\\p{Script=Latin}\\p{Script=Devanagari}";
/** 「夫ko」「papaに」: a new word begins where the script changes. */
const SCRIPT_EDGE = new RegExp(
  `(?<=[${SPACED_LETTERS}])(?=[${JAPANESE}])|(?<=[${JAPANESE}])(?=[${SPACED_LETTERS}])`,
  "gu",
);
const KOREAN_BLANK = /(?<=\p{Script=Hangul})[^\S\n]+(?=[\p{Script=Hangul}\d])|(?<=\d)[^\S\n]+(?=\p{Script=Hangul})/gu;
const SYLLABLES = /[\uac00-\ud7a3]+/gu;
const NOT_WRITING = /[^\p{L}\p{N}\p{M}。]/gu;

const even = onceATurn((text) => withFigures(text.replace(HESITATION, " ").normalize("NFKC")).toLowerCase());

/**
 * Full and half width, case, katakana and drawn-out vowels made even; spaces, signs and emoji gone; sentence ends as 「。」.
 * For scripts written without spaces. Linear in the length of the text.
 */
export const fold = onceATurn((text) =>
  even(text)
    .replace(DRAWN_OUT, "")
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - TO_HIRAGANA))
    .replace(SENTENCE_END, "。")
    .replace(NOT_WRITING, "")
    .replace(/。{2,}/gu, "。"),
);

/** Korean is written with blanks, and everybody puts them elsewhere: a blank beside its letters is no pause. */
export const glued = (text: string): string => text.replace(KOREAN_BLANK, "");

/** As `fold`, with 「。」 before and after, so that a listed 「しぬ。」 can ask for the end of a sentence. */
export const sentences = (text: string): string => `。${fold(text)}。`.replace(/。{2,}/gu, "。");

/** As `fold`, with no sentence ends either: for comparing a short answer with a label (「はい！」 → はい). */
export const plain = onceATurn((text) => fold(text).replaceAll("。", ""));

/**
 * Hangul taken apart into its consonants and vowels: an ending written into the last syllable of a verb leaves what stands
 * before it as it was (「때린」 begins with 「때리」).
 */
export const hangulApart = (text: string): string => text.replace(SYLLABLES, (syllables) => syllables.normalize("NFD"));

/** For scripts written with spaces: words in lower case with one space between, sentence ends as 「。」 words. */
export const foldSpaced = onceATurn((text) =>
  evenDevanagari(even(text).replace(JOINERS, ""))
    .replace(/['’`]/gu, "")
    .replace(DRAWN_LETTER, "$1")
    .replace(SCRIPT_EDGE, " ")
    .replace(SENTENCE_END, " 。 ")
    .replace(NOT_WRITING, " ")
    .replace(/ {2,}/gu, " ")
    .trim(),
);

/** As `foldSpaced`, with a sentence end and a space on both sides. */
export const spacedSentences = (text: string): string => ` 。 ${foldSpaced(text)} 。 `;

/** 「não」 → nao, 「chết」 → chet; marks that are letters of their own (がぎ, matras) stay. */
export const withoutMarks = onceATurn((text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .replaceAll("đ", "d")
    .normalize("NFC"),
);

/** Do at least half of the words in Latin letters carry marks? Nobody types some marks of a language and leaves most out. */
export const mostlyMarked = onceATurn((text) => {
  const words = text.normalize("NFC").match(/\p{Script=Latin}+/gu) ?? [];
  return words.filter((word) => /[^a-z]/iu.test(word)).length * 2 >= words.length;
});

/** 「७८」 → 78 */
export const withFigures = (text: string): string =>
  text.replace(/[\u0966-\u096f]/gu, (figure) => String(figure.charCodeAt(0) - DEVANAGARI_ZERO));

const DEVANAGARI_ZERO = 0x0966;

/** Spellings by ear of one sound; doubled letters come last. */
const BY_EAR: [RegExp, string][] = [
  [/chh|x/gu, "ch"],
  [/sh/gu, "s"],
  [/ph/gu, "f"],
  [/[vw]/gu, "b"],
  [/z/gu, "j"],
  [/ee/gu, "i"],
  [/oo/gu, "u"],
  [/aye|ae/gu, "ai"],
  [/([a-z])\1/gu, "$1"],
];

/** 「chhaina」「xaina」 → chaina; for a language of another script, typed in Latin letters as it sounds. */
export const byEar = (text: string): string =>
  BY_EAR.reduce((evened, [sound, letters]) => evened.replace(sound, letters), text);

/** Letters of Devanagari that sound alike and are often mistaken for each other; the second stands for both. */
const ALIKE = new Map([
  ["\u0940", "\u093f"], // long and short i
  ["\u0908", "\u0907"],
  ["\u0942", "\u0941"], // long and short u
  ["\u090a", "\u0909"],
  ["\u0936", "\u0938"], // sha, ssa, sa
  ["\u0937", "\u0938"],
  ["\u0935", "\u092c"], // va, ba
  ["\u0923", "\u0928"], // nna, na
  ["\u0943", "\u094d\u0930\u093f"], // ri
  ["\u0901", ""], // nasal signs, and the dot below
  ["\u0902", ""],
  ["\u093c", ""],
]);
const LOOKALIKES = new RegExp([...ALIKE.keys()].join("|"), "gu");
/** A mute sign at the end of a word is often left out. */
const LAST_VIRAMA = /\u094d(?![\p{L}\p{M}])/gu;

/** As Nepali is often misspelt. */
const evenDevanagari = (text: string): string =>
  text.replace(LOOKALIKES, (letter) => ALIKE.get(letter) ?? letter).replace(LAST_VIRAMA, "");
