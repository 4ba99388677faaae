// Reads a Japanese telephone number out of a sentence: 「０９０ー１２３４ー５６７８です」 → "090-1234-5678" as typed, tidied.
const NUMBER = /(?:\+81|0)[\d()\-‐‑–—ー−\s]{8,14}\d/;

/** The number, or null where there is none (ten or eleven digits, beginning with 0 or +81). */
export function readPhone(text: string): string | null {
  const hit = NUMBER.exec(text.normalize("NFKC"))?.[0];
  if (hit === undefined) return null;
  const digits = hit.replace(/^\+81/, "0").replace(/\D/g, "");
  if (digits.length !== 10 && digits.length !== 11) return null;
  return hit.replace(/[‐‑–—ー−\s]+/g, "-").trim();
}
