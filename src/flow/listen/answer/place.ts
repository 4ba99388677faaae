// Is a place named, before anybody asked for it? 「岩根駅の近く」「川边小学附近」「중앙역 근처예요」
import type { Listen } from "../lists.ts";
import { clausesOf } from "../edges.ts";
import { bared } from "./choice.ts";
import { readContact } from "./contact.ts";
import { plain } from "../normal.ts";
import { withoutPhone } from "./phone.ts";

/** Words that are plainly a place: more than a bare noun. */
const A_PLACE =
  /(町|丁目|地区|小学校|中学校|駅|団地|番地|大字|ハイツ|マンション|アパート|ちょうめ|ちょうの|しょうがっこう|ゆうびんきょく|だんち|えきの)/u;
/** A place is named in so few letters of Japanese. */
const A_FEW = 15;

/** In Japanese by its words; elsewhere, where words run together, it ends with a listed word of places. */
export const namesPlace = (listen: Listen, text: string): boolean =>
  A_PLACE.test(text) ||
  (listen.lang !== "ja" && !listen.spaces && listen.lengthOf(text) <= A_FEW && endsWithPlace(listen, text));

/** The clause that tells a house to whoever must find it; a partner tells it in the first words. Null where none does. */
export const houseIn = (listen: Listen, text: string): string | null =>
  clausesOf(listen, text).find((clause) => A_HOUSE.test(clause.normalize("NFKC"))) ?? null;

/** 「きた」「みなみです」 and nothing else: the district that sounds so. No other ending: 「きたよ」 is said of who comes. */
export const districtOf = (sounds: Record<string, string>, text: string): string | null =>
  sounds[plain(text).replace(/です$/u, "")] ?? null;

/** 「北地区です。電話 090-…」「北 LINEで」: the one clause that says no way to be reached; the text where that is not plain. */
export function placeBeside(listen: Listen, text: string): string {
  const [only, ...more] = clausesOf(listen, withoutPhone(text)).filter((clause) => waysIn(listen, clause) === null);
  return only === undefined || more.length > 0 ? text.trim() : only;
}

/** The way that such an answer says beside the place. */
export function wayBeside(listen: Listen, text: string): string | undefined {
  const [, ...behind] = clausesOf(listen, withoutPhone(text));
  return behind.flatMap((clause) => waysIn(listen, clause) ?? [])[0];
}

// --- internal ---

/** Longer than this (letters of Japanese) it tells more than a way to be reached. */
const A_WAY = 15;

/** 「連絡はLINEで」「電話番号は」「電話はだめ」, and nothing else: the ways that are meant, or null. */
function waysIn(listen: Listen, clause: string): string[] | null {
  if (TELEPHONE.test(clause)) return ["TEL"];
  if (listen.lengthOf(clause) > A_WAY || A_PLACE.test(clause)) return null;
  const { channels, avoid } = readContact(listen, clause, listen.choices["contact"] ?? []);
  return channels.length + avoid.length === 1 ? channels : null;
}

const TELEPHONE = /^(?:電話|でんわ|携帯|ケータイ|けいたい)(?:番号|ばんごう)?(?:は|が|:|：)?$/u;

/** 「川辺町3丁目」「田中ハイツ102」「〇〇アパート102」「鈴木さん宅」; a number of days is none. */
const A_HOUSE =
  /(.町|丁目|番地|号室|ハイツ|コーポ|メゾン|.荘|(さん|様)(宅|の家|のお宅)|(アパート|マンション|団地|住宅|棟)[^、]{0,6}\d)/u;

const endsWithPlace = (listen: Listen, text: string): boolean =>
  bared(listen, listen.plain(text)).some((form) =>
    listen.places.some((word) => word.length > 1 && form.endsWith(word)),
  );
