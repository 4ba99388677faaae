// How somebody may be reached, said anywhere in the talk: the way they wish, and the ways they do not want.
import { write } from "../../acts/memory.ts";
import type { Scene } from "../../acts/scene.ts";
import { listenOf } from "../../flow.ts";
import { foundIn, readWhole } from "../../listen/answer/choice.ts";
import { readContact } from "../../listen/answer/contact.ts";
import { anyIn } from "../../listen/ear/search.ts";
import type { Listen } from "../../listen/lists.ts";

/** Longer than this it is a story (letters of Japanese). */
const A_WISH = 30;
const BY = /(line|ＬＩＮＥ|ライン|らいん|電話|でんわ|手紙|郵便|ここ)(で|に|が|だけ|なら|のみ)/iu;
const DONE = /(ました|られた|された|した|って|ていて|ている)[。、\s]|ました$|たんです/u;
/** 「いまは電話しないで」: another time it may ring. */
const FOR_NOW = /今|いま|きょう|明日|あした|しばらく/u;

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
  state.avoids = [...new Set([...state.avoids, ...avoid.filter((clause) => !kept(clause))])];
  letGo(scene, listen, avoid);
  return avoid.length > 0;
}

// --- internal ---

/** 「電話しないで」: the telephone that was chosen before is none any more. Hours that do not suit take nothing away. */
function letGo(scene: Scene, listen: Listen, avoid: string[]): void {
  const chosen = scene.state.answers["contact"]?.value;
  if (!Array.isArray(chosen)) return;
  const always = avoid.filter((clause) => !FOR_NOW.test(clause) && !anyIn(listen.plain(clause), listen.windows));
  const refused = always.flatMap((clause) => foundIn(listen, clause, listen.choices["contact"] ?? []));
  const left = chosen.filter((way) => !refused.some(({ means }) => means === way));
  if (left.length < chosen.length) write(scene, "contact", left, avoid.join("、"), "text");
}
