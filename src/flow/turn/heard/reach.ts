// How somebody may be reached, said anywhere in the talk: the way they wish, and the ways they do not want.
import { write } from "../../acts/memory.ts";
import type { Scene } from "../../acts/scene.ts";
import { listenOf } from "../../flow.ts";
import { readWhole } from "../../listen/answer/choice.ts";
import { readContact } from "../../listen/answer/contact.ts";
import type { Listen } from "../../listen/lists.ts";

/** So many of a kind are kept, the newest: somebody may write for days. */
export const MOST_KEPT = 50;

/** Longer than this it is a story (letters of Japanese). */
const A_WISH = 30;
const BY = /(line|ＬＩＮＥ|ライン|らいん|電話|でんわ|手紙|郵便|ここ)(で|に|が|だけ|なら|のみ)/iu;
const DONE = /(ました|られた|された|した|って|ていて|ている)[。、\s]|ました$|たんです/u;
/** 「電話しないで」「夫に見られるから電話かけないで」, and nothing of whose telephone, or when. */
const NO_CALLS =
  /(?:^|から|ので|、)(?:もう|やっぱり|やはり)?(?:電話|でんわ)(?:は|を|も)?(?:し|かけ|かけてこ|してこ)ないで(?:ください|下さい|ほしい|ほしいです)?[。！!]*$|^(?:もう|やっぱり|やはり)?(?:電話|でんわ)(?:は|も)?(?:やめて|だめ|ダメ|無理|むり)(?:ください|下さい|です|になりました)?[。！!]*$/u;

/** A way to be reached, said as a wish: 「平日の午前中だけLINEで。電話はだめです」; what was done by telephone is none. */
export function wantsToBeReached(listen: Listen, text: string): boolean {
  if (readWhole(listen, text, [], {}, listen.choices["contact"] ?? []) !== null) return true;
  if (readContact(listen, text, listen.contactAhead).channels.length > 0) return true;
  const tells = listen.lengthOf(text) > A_WISH || DONE.test(text) || listen.lang !== "ja";
  return !tells && BY.test(text) && readContact(listen, text, listen.choices["contact"] ?? []).channels.length > 0;
}

/** 「電話はだめになりました。LINEで」: one way is refused, and another one is named. */
export function namesAnother(listen: Listen, text: string): boolean {
  const { channels, avoid } = readContact(listen, text, listen.choices["contact"] ?? []);
  return channels.length > 0 && avoid.length > 0;
}

/** How they do not want to be reached, clause by clause. True if anything was said of it. */
export function keepsAvoid(scene: Scene, text: string): boolean {
  const { state, flow } = scene;
  const listen = listenOf(flow, state.lang, text);
  const { avoid } = readContact(listen, text, listen.choices["contact"] ?? []);
  // A clause of a sentence that is kept already says nothing new.
  const kept = (clause: string): boolean =>
    state.avoids.some((whole) => listen.plain(whole).includes(listen.plain(clause).trim()));
  state.avoids = [...new Set([...state.avoids, ...avoid.filter((clause) => !kept(clause))])].slice(-MOST_KEPT);
  letGo(scene, text);
  return avoid.length > 0;
}

// --- internal ---

/** The telephone that was chosen before is none any more. Only where it is plain: 「大家に電話しないで」 is another's. */
function letGo(scene: Scene, text: string): void {
  const chosen = scene.state.answers["contact"]?.value;
  if (!Array.isArray(chosen) || !chosen.includes("TEL") || !NO_CALLS.test(text.trim())) return;
  write(
    scene,
    "contact",
    chosen.filter((way) => way !== "TEL"),
    text,
    "text",
  );
}
