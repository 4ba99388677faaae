// Ages in brackets, as families and workers write them: 「娘(8)を叩いてしまう」.

/** 「娘(8)を」 reads as 「8歳の娘を」, as which it is listed; where no kana says that it is Japanese, as 「my uncle」. */
export function agesBefore(written: string): string {
  if (!/[(（]/u.test(written)) return written;
  const text = written.normalize("NFKC");
  if (!KANA.test(text)) return text.replace(BRACKETED, "");
  return text.replace(NAMED_AGE, (_, name: string, age: string) => `${/\d$/u.test(age) ? `${age}歳` : age}の${name}`);
}

// --- internal ---

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** An age, or the year of a school, as the only thing between brackets. */
const AGE = String.raw`(\d{1,3}\s*(?:歳|才|さい|代|[かヶヵカケ箇]月)?|[小中高]\d(?=[^\d]))[^()\d]{0,6}`;
const BRACKETED = /\s?\(\s*\d{1,3}\s*[^()\d]{0,12}\)/gu;
/** Behind whom it stands: a word in one kind of letters, and what it is honoured with. */
const NAMED_AGE = new RegExp(
  String.raw`((?:[\p{Script=Han}々]{1,8}|[\p{Script=Katakana}ー]{1,8}|\p{Script=Hiragana}{1,8})(?:さん|さま|ちゃん|くん)?)\(\s*${AGE}\)`,
  "gu",
);
