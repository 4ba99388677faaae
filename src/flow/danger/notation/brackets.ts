// Ages in brackets, as families and workers write them: 「娘(8)を叩いてしまう」.
import { KANA } from "../../listen/normal.ts";

/**
 * 「娘(8)を」 as 「8歳の娘を」, in which way it is listed; where no kana says that it is Japanese, as 「my uncle」. null where no
 * such bracket stands. What was written is heard as well: 「死にたい(16)」 loses nothing.
 */
export function agesBefore(written: string): string | null {
  if (!/[(（]/u.test(written)) return null;
  const text = written.normalize("NFKC");
  const read = KANA.test(text)
    ? text.replace(NAMED_AGE, (_, name: string, age: string) => `${/\d$/u.test(age) ? `${age}歳` : age}の${name}`)
    : text.replace(LONE_AGE, "");
  return read === text ? null : read;
}

// --- internal ---

/** An age or the year of a school, and a man's or a woman's; a dose (30錠) and a count (3回) are none. */
const AGE = String.raw`((?:\d{1,3}\s*(?:歳|才|さい|代|[かヶヵカケ箇]月)?|[小中高]\d))\s*(?:くらい|ぐらい|位|前後)?の?(?:男性|女性|男子|女子|男の子|女の子|男|女)?`;
/** Somebody who is named in kanji or katakana, or honoured; 「たい(16)」 names nobody. */
const NAMED = String.raw`(?:[\p{Script=Han}々]{1,8}|[\p{Script=Katakana}ー]{1,8})(?:さん|さま|ちゃん|くん)?|\p{Script=Hiragana}{1,6}(?:さん|さま|ちゃん|くん)|むすめ|むすこ`;
const NAMED_AGE = new RegExp(String.raw`(${NAMED})\(\s*${AGE}\s*\)`, "gu");
const LONE_AGE = /\s?\(\s*\d{1,3}\s*(?:years? old|yrs?|y\/o|tuổi|anos|세|살|岁|歲|tahun|taong gulang)?\s*\)/giu;
