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
  if (done === undefined) return false;
  const [between, behind] = [said.slice(doer.at + doer.word.length, done.at), said.slice(done.at + done.word.length)];
  return /^(さん|ちゃん|くん)?[がは]、?/u.test(between) && between.length <= NEXT_TO && HITS.test(behind);
}

/** 「母が殴られました」: it is done to her. */
export const isDone = (said: string, { at, word }: Name): boolean =>
  /^(さん|ちゃん|くん)?[がは]、?(殴られ|なぐられ|叩かれ|たたかれ|蹴られ|けられ|怒鳴られ|どなられ|ぶたれ)/u.test(
    said.slice(at + word.length),
  );

/** 「母が父に殴られています」「兄は父に暴力をふるいます」: both stand side by side, and neither is the writer. */
export const isBetween = (said: string, one: Name, next: Name): boolean =>
  /^(さん|ちゃん|くん)?[がはも]、?$/u.test(said.slice(one.at + one.word.length, next.at)) &&
  [HIT_BY, HITS].some((hit) => hit.test(said.slice(next.at + next.word.length)));

// --- internal ---

/** 「を殴る」; 「に殴られる」 turns it round, and 「を殴らない」 is none. */
const HITS =
  /^(さん|ちゃん|くん)?(を(殴|なぐ|叩|たた|蹴|けっ|けり|ける|ぶっ|ぶつ|ぶち|怒鳴|どな|いじめ|虐待)|に(暴力を(ふる|振る)|手を[上あ]げ|(怒鳴|どな)[りるっ]))(?!.{0,3}(な[いくか]|ませ))/u;
const HIT_BY = /^(さん|ちゃん|くん)?(に|から)(殴ら|なぐら|叩か|たたか|蹴ら|けら|怒鳴ら|どなら|ぶた)/u;
