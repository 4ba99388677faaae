// Who hits whom, as it is said in Japanese beside the names: 「兄が母をたたきます」「母が父に殴られています」.

/** A name that stands in a text. */
interface Name {
  at: number;
  word: string;
}

/** Letters: no more than a particle and a short word. */
export const NEXT_TO = 6;

/** 「兄が母をたたきます」: what is said of the brother stands behind whom it is done to. */
export function isDoer(said: string, doer: Name, done: Name | undefined): boolean {
  if (done === undefined || done.at - doer.at - doer.word.length > NEXT_TO) return false;
  return /^[がは]、?/u.test(behind(said.slice(0, done.at), doer)) && HITS.test(behind(said, done));
}

/** 「母が殴られました」: it is done to her. */
export const isDone = (said: string, name: Name): boolean =>
  /^[がは]、?(殴られ|なぐられ|叩かれ|たたかれ|蹴られ|けられ|怒鳴られ|どなられ|ぶたれ)/u.test(behind(said, name));

/** 「妹が彼氏に殴られています」: somebody does it to her, and she stands as whom it is done to. */
export const isHitBySomebody = (said: string, name: Name): boolean =>
  /^[がは]/u.test(behind(said, name)) && BY_SOMEBODY.test(behind(said, name));

/** 「母が父に殴られています」「兄は父に暴力をふるいます」: both stand side by side, and neither is the writer. */
export const isBetween = (said: string, one: Name, next: Name): boolean =>
  /^[がはも]、?$/u.test(behind(said.slice(0, next.at), one)) &&
  [HIT_BY, HITS].some((hit) => hit.test(behind(said, next)));

// --- internal ---

/** What stands behind a name and its title. */
const behind = (said: string, { at, word }: Name): string =>
  said.slice(at + word.length).replace(/^(さん|ちゃん|くん)/u, "");

/** 「を殴る」; 「に殴られる」 turns it round, and 「を殴らない」 is none. */
const HITS =
  /^(を(殴|なぐ|叩|たた|蹴|けっ|けり|ける|ぶっ|ぶつ|ぶち|怒鳴|どな|いじめ|虐待)|に(暴力を(ふる|振る)|手を[上あ]げ|(怒鳴|どな)[りるっ]))(?!.{0,3}(な[いくか]|ませ))/u;
const HIT_BY = /^(に|から)(殴ら|なぐら|叩か|たたか|蹴ら|けら|怒鳴ら|どなら|ぶた)/u;
/** Wherever it stands behind a name. */
const BY_SOMEBODY = /(?:に|から)(?:殴ら|なぐら|叩か|たたか|蹴ら|けら|暴力を(?:受け|ふるわ|振るわ))/u;
