// How the words may not sound: nobody is turned away, and nothing of a consultation stands on a lock screen.
import type { Book } from "../../book/book.ts";
import { textsIn } from "../../book/check/texts.ts";
import { atWords, type Finding } from "../finding.ts";

/** Words that turn people away. A new one is added when somebody meets it; each was read in its sentence before. */
export const REFUSING =
  /対象外|対象では(ありません|ない)|受け?付け(でき|られ)ません|受付(でき|られ)ません|該当しません|お答えできません|お答えしかねます|対応(でき|いたしかね)|できかねます|いたしかねます|お断り|受理できません|資格がありません|管轄(外|では)|担当(外|では)(です|ありません)|ほかを当たって|他の窓口へ行って|無効な(入力|回答)|正しく入力|入力してください|エラー/u;

/** What a consultation may be about, and that it is one: not for the eyes of whoever holds the telephone. */
export const TOPICS =
  /DV|虐待|暴力|自殺|自死|死にた|借金|債務|生活保護|困窮|ひきこもり|引きこもり|不登校|介護|障害|障がい|病気|相談|受付番号|性被害|離婚|妊娠|警察|救急/iu;

/** `alt` alone stands on a lock screen; the others are read by whoever looks at the telephone at that moment. */
const LOCK_SCREEN = ["alt", "neutral", "private", "media-too-big", "media-gone"];

/** Account names carry 相談 by their nature; nothing more than that. */
const ACCOUNT_TOPICS = new RegExp(TOPICS.source.replace("相談|", ""), "iu");

/** What is wrong with the words of this book, whatever the talk. */
export function mannersBroken({ flow, office }: Book): Finding[] {
  const texts = Object.values(flow.words).flatMap(({ lang, say, questions, choices, facts }) =>
    textsIn({ say, questions, choices, facts }).map(([path, text]) => ({ lang, path, text })),
  );
  const refusing = texts.flatMap(({ lang, path, text }) => {
    const found = REFUSING.exec(text)?.[0];
    return found === undefined ? [] : [finding("refusing", `「${found}」は、人を断ることばです。`, lang, path)];
  });
  const onLock = texts
    .filter(({ path: [part, key] }) => part === "say" && LOCK_SCREEN.includes(key ?? ""))
    .flatMap(({ lang, path, text }) => {
      const found = TOPICS.exec(text)?.[0];
      return found === undefined ? [] : [finding("lock-screen", `「${found}」が、待ち受け画面に出ます。`, lang, path)];
    });
  return [...refusing, ...onLock, ...accountBroken(office)];
}

// --- internal ---

const finding = (law: Finding["law"], what: string, lang: string, path: string[]): Finding => ({
  law,
  what,
  place: atWords(lang, ...path),
  talk: [],
});

function accountBroken({ id, account }: Book["office"]): Finding[] {
  const found = ACCOUNT_TOPICS.exec(account)?.[0];
  if (found === undefined) return [];
  const what = `アカウントの名前の「${found}」が、待ち受け画面に出ます。`;
  return [{ law: "lock-screen", what, place: { file: `offices/${id}.yaml`, path: ["account"] }, talk: [] }];
}
