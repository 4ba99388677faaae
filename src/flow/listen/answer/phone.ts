// Reads Japanese telephone numbers out of a sentence, 「０９０ー１２３４ー５６７８です」 → "090-1234-5678" as typed, tidied; and where
// to write to, which nobody can ring up: a fax, an address of e-mail.
import type { ContactChannel } from "../../codes.ts";
import { withFigures } from "../normal.ts";

/** The number, or null where there is none (ten or eleven digits, beginning with 0 or +81). That of a fax is none: nobody hears it. */
export const readPhone = (text: string): string | null => numberIn(even(text).replace(OF_A_FAX, "、"));

/**
 * The same where nobody asked for it: 「本人の携帯は090…」 is another's, and whoever is called there may be the very one who
 * must not know. A number that is left out is asked for.
 */
export const readOwnPhone = (text: string): string | null => readPhone(text.replace(ANOTHERS, "、"));

/** The number that is said to be of a fax, or null. */
export const readFax = (text: string): string | null => numberIn(even(text).match(OF_A_FAX)?.[0] ?? "");

/** The text with a pause in the place of its telephone numbers: the hours need no sign between. */
export const withoutPhone = (text: string): string => text.replace(new RegExp(NUMBER, "gu"), "、");

export interface Address {
  channel: Extract<ContactChannel, "FAX" | "EMAIL">;
  address: string;
}

/** 「FAXは043-123-4567、メールはtaro@example.jp」 → both, the fax first. */
export function addressesIn(text: string): Address[] {
  const own = text.replace(ANOTHERS_ADDRESS, "");
  const [fax, [email]] = [readFax(own), own.normalize("NFKC").match(EMAIL) ?? []];
  return [
    ...(fax === null ? [] : [{ channel: "FAX" as const, address: fax }]),
    ...(email === undefined ? [] : [{ channel: "EMAIL" as const, address: email }]),
  ];
}

/** The text with the name of the way in the place of each address: 「043-…（FAX）はだめ」 → 「fax はだめ」. */
export const asWays = (text: string): string =>
  even(text).replace(OF_A_FAX, "fax").replace(new RegExp(EMAIL, "gu"), "email");

/** As it is read again. */
export const spelled = ({ channel, address }: Address): string => (channel === "FAX" ? `FAX ${address}` : address);

// --- internal ---

const even = (text: string): string => figures(withFigures(text.normalize("NFKC")));

function numberIn(text: string): string | null {
  const hit = new RegExp(NUMBER, "u").exec(text)?.[0];
  return hit === undefined ? null : hit.replace(/[‐‑–—ー−－―\s]+/gu, "-").trim();
}

const FIGURE = "[0-9０-９]";
const PAUSES = "[()（）\\-‐‑–—ー−－―\\s]";
const then = (n: number): string => `(?:${PAUSES}{0,3}${FIGURE}){${n}}`;
/** 090, 080, 070, 060 and 050 have eleven digits, all others ten (総務省, 電気通信番号計画). */
const BEHIND_0 = `(?:${PAUSES}{0,3}[5-9５-９]${PAUSES}{0,2}[0０]${then(8)}|${PAUSES}{0,3}[1-9１-９]${then(8)})`;
/** Behind it stands no more of a number; behind a blank the hours may follow: 「080-1234-5678 20時以降」. */
const NUMBER = `(?<!${FIGURE}[()（）\\-‐‑–—ー−－―]?)(?:[+＋][8８][1１](?:${PAUSES}{0,2}[0０])?|[0０])${BEHIND_0}(?![\\-‐‑–—ー−－―]?${FIGURE})`;

/** 「入居者の携帯番号：」: of somebody who is named. */
const ANOTHERS = new RegExp(
  `(?:本人|入居者|借主|店子|住人|利用者|患者|相手|大家|管理会社|友だち|友達|知人|生徒|児童|母|父|夫|妻|旦那|主人|嫁|息子|娘|兄|姉|弟|妹|祖母|祖父|親|両親|彼|彼女|彼氏|さん|様|ちゃん|くん)の(?:携帯|けいたい|ケータイ|スマホ|電話|でんわ|連絡先)(?:の?番号)?[はが:：、\\s]*(?:${NUMBER})`,
  "gu",
);

const FAX = "(?:fax|faks|ファッ?クス|ファクシミリ|ふぁっくす|फ्याक्स|팩스|传真|傳真)";

/** Between the word and its number. */
const OF_IT =
  "(?:の?番号|number)?[はがでに:：\\s(（)）、]{0,3}(?:お願い(?:します|いたします)?|おねがいします|希望(?:です)?|ください)?[はがで:：\\s(（)）。、]{0,3}";

/** 「FAXでお願いします 043-…」「043-…（FAX）」「043-…はFAXです」; not 「TEL/FAX」, which rings. */
const OF_A_FAX = new RegExp(
  `(?<![/／と・&＆]\\s?)${FAX}${OF_IT}(?:${NUMBER})|(?:${NUMBER})\\s?(?:[(（]\\s?${FAX}\\s?[)）]|[はが]${FAX}(?:です|番号|で))`,
  "giu",
);

const KANJI = "〇一二三四五六七八九";

/** 「〇三の一二三四の五六七八」, as it is read aloud. */
const figures = (text: string): string =>
  text
    .replace(/[〇一二三四五六七八九]/gu, (kanji) => String(KANJI.indexOf(kanji)))
    .replace(/(?<=\d)[のノ](?=\d)/gu, "-");

/** 「夫のメールは taro@…」 */
const ANOTHERS_ADDRESS =
  /(?:本人|相手|大家|会社|母|父|夫|妻|旦那|主人|嫁|息子|娘|兄|姉|弟|妹|親|彼|彼女|彼氏|さん|様|ちゃん|くん)の(?:e?メール|アドレス|メアド|fax|ファッ?クス)[^\n。、]{0,80}/giu;

/** Bounded, so that a long text without one is gone through once. */
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/u;
