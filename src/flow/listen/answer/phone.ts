// Reads a Japanese telephone number out of a sentence: 「０９０ー１２３４ー５６７８です」 → "090-1234-5678" as typed, tidied.
import { withFigures } from "../normal.ts";

const NUMBER = /(?:\+81|0)[\d()\-‐‑–—ー−\s]{8,14}\d/;

/** The number, or null where there is none (ten or eleven digits, beginning with 0 or +81). */
export function readPhone(text: string): string | null {
  const hit = NUMBER.exec(figures(withFigures(text.normalize("NFKC"))))?.[0];
  if (hit === undefined) return null;
  const digits = hit.replace(/^\+81/, "0").replace(/\D/g, "");
  if (digits.length !== 10 && digits.length !== 11) return null;
  return hit.replace(/[‐‑–—ー−\s]+/g, "-").trim();
}

/** The text with a pause in the place of its telephone numbers: the hours need no sign between. */
export const withoutPhone = (text: string): string => text.replace(FIGURES, "、");

// --- internal ---

const FIGURES = /[+＋0０][\d０-９]?(?:[-\s()（）‐－―ー]{0,2}[\d０-９]){8,12}/gu;

const KANJI = "〇一二三四五六七八九";

/** 「〇三の一二三四の五六七八」, as it is read aloud. */
const figures = (text: string): string =>
  text.replace(/[〇一二三四五六七八九]/g, (kanji) => String(KANJI.indexOf(kanji))).replace(/(?<=\d)[のノ](?=\d)/g, "-");
