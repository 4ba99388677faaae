// What LINE makes pressable in a text by itself, and does not in a Flex message: telephone numbers and web addresses.

/** Where it stands in the text, and what pressing it opens. */
export interface Link {
  start: number;
  end: number;
  uri: string;
}

/** Of a uri action. https://developers.line.biz/en/reference/messaging-api/#uri-action */
const URI_UNITS = 1000;

const ADDRESS = /https?:\/\/[^\s、。，（）()「」『』<>]*[^\s、。，（）()「」『』<>.,!?:;]/;
/** 0120-279-338, 0120-99-7777, 09012345678: ten or eleven digits. */
const LONG = /(?<![\d-])0\d(?:-?\d){8,9}(?!-?\d)/;
/** #8008; and 110, 119 … where they are not a number of something: not 「110円」, not 「2026.110」. */
const SHORT =
  /(?<![\dA-Za-z#.,:-])(?:#\d{4}|1(?:10|18|19|71|88|89))(?![\dA-Za-z]|[-.,:/]\d|\s?(?:円|号|件|人|名|年|月|日|時|分|度|階|歳|才|番地|丁目|回|個|つ|万|千|%))/;
const LINK = new RegExp([ADDRESS, LONG, SHORT].map(({ source }) => source).join("|"), "g");

/** In their order; none overlaps another. Numbers in full-width digits are found too. */
export const linksIn = (text: string): Link[] =>
  [...halfWidth(text).matchAll(LINK)].flatMap(({ 0: found, index: start }) => {
    const uri = found.startsWith("h") ? addressOf(found) : `tel:${encodeURIComponent(found.replaceAll("-", ""))}`;
    return uri === null ? [] : [{ start, end: start + found.length, uri }];
  });

// --- internal ---

/** Letter for letter, so that places in it are places in the text: ０ → 0, ＃ → #, － and ‐ → -. */
const halfWidth = (text: string): string =>
  text
    .replaceAll(/[０-９＃－％]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll(/(?<=\d)[‐‑–−ー](?=\d)/g, "-");

/** As LINE wants it, percent-encoded; null for what is no address or too long for a button. */
function addressOf(found: string): string | null {
  const uri = URL.canParse(found) ? new URL(found).href : "";
  return uri === "" || uri.length > URI_UNITS ? null : uri;
}
