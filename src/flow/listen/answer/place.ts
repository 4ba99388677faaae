// Is a place named, before anybody asked for it? 「岩根駅の近く」「川边小学附近」「중앙역 근처예요」
import type { Listen } from "../lists.ts";
import { bared } from "./choice.ts";

/** Words that are plainly a place: more than a bare noun. */
const A_PLACE =
  /(町|丁目|地区|小学校|中学校|駅|団地|番地|大字|ハイツ|マンション|アパート|ちょうめ|ちょうの|しょうがっこう|ゆうびんきょく|だんち|えきの)/u;
/** A place is named in so few letters of Japanese. */
const A_FEW = 15;

/** In Japanese by its words; elsewhere, where words run together, it ends with a listed word of places. */
export const namesPlace = (listen: Listen, text: string): boolean =>
  A_PLACE.test(text) ||
  (listen.lang !== "ja" && !listen.spaces && listen.lengthOf(text) <= A_FEW && endsWithPlace(listen, text));

// --- internal ---

const endsWithPlace = (listen: Listen, text: string): boolean =>
  bared(listen, listen.plain(text)).some((form) =>
    listen.places.some((word) => word.length > 1 && form.endsWith(word)),
  );
