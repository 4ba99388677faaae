// Evens out how people type, so that 「ｼﾆﾀｲ」「しにたーい」「し に た い」 read as one word. Pure; shared by danger and answers.

/** Ends of sentences are kept as 「。」: what belongs together stands in one sentence. */
const SENTENCE_END = /[.。!?\n\r]+/gu;
/** 「もう…無理」 is one sentence: these dots are hesitation, not an end. */
const HESITATION = /…|‥|\.{2,}|[・･]{2,}|。{2,}/gu;
/** A drawn-out vowel after hiragana or kanji is feeling (「しにたーい」「しにてぇ」); after katakana it is spelling (カッター). */
const DRAWN_OUT = /(?<=[\p{Script=Hiragana}\p{Script=Han}])[ー〜~ぁぃぅぇぉ]+/gu;
const KATAKANA = /[\u30a1-\u30f6]/gu;
/** Distance from a katakana to its hiragana in Unicode. */
const TO_HIRAGANA = 0x60;
const NOT_WRITING = /[^\p{L}\p{N}\p{M}。]/gu;

/**
 * Full and half width, case, katakana and drawn-out vowels made even; spaces, signs and emoji gone; sentence ends as 「。」.
 * For scripts written without spaces. Linear in the length of the text.
 */
export function fold(text: string): string {
  return even(text)
    .replace(DRAWN_OUT, "")
    .replace(KATAKANA, (kana) => String.fromCharCode(kana.charCodeAt(0) - TO_HIRAGANA))
    .replace(SENTENCE_END, "。")
    .replace(NOT_WRITING, "")
    .replace(/。{2,}/gu, "。");
}

/** As `fold`, with 「。」 before and after, so that a listed 「しぬ。」 can ask for the end of a sentence. */
export const sentences = (text: string): string => `。${fold(text)}。`.replace(/。{2,}/gu, "。");

/** As `fold`, with no sentence ends either: for comparing a short answer with a label (「はい！」 → はい). */
export const plain = (text: string): string => fold(text).replaceAll("。", "");

/** For scripts written with spaces: words in lower case with one space between, sentence ends as 「。」 words. */
export function foldSpaced(text: string): string {
  return even(text)
    .replace(/['’`]/gu, "")
    .replace(SENTENCE_END, " 。 ")
    .replace(NOT_WRITING, " ")
    .replace(/ {2,}/gu, " ")
    .trim();
}

/** As `foldSpaced`, with a sentence end and a space on both sides. */
export const spacedSentences = (text: string): string => ` 。 ${foldSpaced(text)} 。 `;

function even(text: string): string {
  return text.replace(HESITATION, " ").normalize("NFKC").toLowerCase();
}
