// Finds listed words in a text: the text is gone through once, however long the list.
import { indexOf, wordsAt, type Index, type Word } from "./table.ts";

/** A word, or what stands under it. */
export type Listed = string | { word: string };

/** Which words of the list stand where: their place in the list and in the text, by list and then by text. */
export function sightings(text: string, list: readonly Listed[]): { n: number; at: number }[] {
  const hits: { n: number; at: number }[] = [];
  eachIn(text, list, (n, at) => void hits.push({ n, at }));
  return hits.sort((a, b) => a.n - b.n || a.at - b.at);
}

/** Those of the list that stand anywhere in the text, in the order of the list. */
export function standingIn<T extends Listed>(text: string, list: readonly T[]): T[] {
  const places = new Set<number>();
  eachIn(text, list, (n) => void places.add(n));
  return [...places].sort((a, b) => a - b).map((n) => list[n] as T);
}

/** Does any of them stand in the text? */
export const anyIn = (text: string, list: readonly Listed[]): boolean => standingIn(text, list).length > 0;

/** Of pieces that all have to stand: by the longest they are looked for, which stands in the fewest texts. */
export const longestOf = (pieces: string[]): string => pieces.reduce((a, b) => (b.length > a.length ? b : a), "");

// --- internal ---

const INDEXED = new WeakMap<readonly Listed[], Index>();

function indexed(list: readonly Listed[]): Index {
  const index = indexOf(list.map((listed) => (typeof listed === "string" ? listed : listed.word)));
  INDEXED.set(list, index);
  return index;
}

function eachIn(text: string, list: readonly Listed[], meet: (n: number, at: number) => void): void {
  const { letters, longer } = INDEXED.get(list) ?? indexed(list);
  const look = (words: Word[] | undefined, at: number): void => {
    if (words !== undefined) for (const { n, word } of words) if (text.startsWith(word, at)) meet(n, at);
  };
  for (let at = 0; at < text.length; at += 1) {
    const first = text.charCodeAt(at);
    look(wordsAt(letters, first, 0), at);
    look(wordsAt(longer, first, text.charCodeAt(at + 1)), at);
  }
}
