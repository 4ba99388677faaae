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

/** Does the text begin with one of them? */
export function beginsWith(text: string, list: readonly Listed[]): boolean {
  let begins = false;
  eachAt(text, 0, INDEXED.get(list) ?? indexed(list), () => void (begins = true));
  return begins;
}

/** Of pieces that all have to stand: by the longest they are looked for, which stands in the fewest texts. */
export const longestOf = (pieces: string[]): string => pieces.reduce((a, b) => (b.length > a.length ? b : a), "");

// --- internal ---

type Meet = (n: number, at: number) => void;

const INDEXED = new WeakMap<readonly Listed[], Index>();

function indexed(list: readonly Listed[]): Index {
  const index = indexOf(list.map((listed) => (typeof listed === "string" ? listed : listed.word)));
  INDEXED.set(list, index);
  return index;
}

function eachIn(text: string, list: readonly Listed[], meet: Meet): void {
  const index = INDEXED.get(list) ?? indexed(list);
  for (let at = 0; at < text.length; at += 1) eachAt(text, at, index, meet);
}

function eachAt(text: string, at: number, { letters, longer }: Index, meet: Meet): void {
  const first = text.charCodeAt(at);
  const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  const [single, words] = [wordsAt(letters, first, 0), wordsAt(longer, first, second)];
  if (single !== undefined) compare(text, at, single, meet);
  if (words !== undefined) compare(text, at, words, meet);
}

function compare(text: string, at: number, words: Word[], meet: Meet): void {
  for (const { n, word } of words) if (text.startsWith(word, at)) meet(n, at);
}
