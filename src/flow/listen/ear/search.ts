// Finds listed words in a text: the text is gone through once, however long the list.

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

interface Word {
  n: number;
  word: string;
}

/** Words of a list, each at the place that its first letters give; nearly every place is empty. */
type Table = (Word[] | undefined)[];

/** What is longer than one letter stands by its first two. */
interface Index {
  letters: Table;
  longer: Table;
}

const INDEXED = new WeakMap<readonly Listed[], Index>();

/** A prime parts the kana, which stand side by side. What falls together even so is told apart by its letters. */
const placeIn = ({ length }: Table, first: number, second: number): number => (first * 167 + second) & (length - 1);

function eachIn(text: string, list: readonly Listed[], meet: (n: number, at: number) => void): void {
  const { letters, longer } = INDEXED.get(list) ?? indexOf(list);
  const look = (words: Word[] | undefined, at: number): void => {
    if (words !== undefined) for (const { n, word } of words) if (text.startsWith(word, at)) meet(n, at);
  };
  for (let at = 0; at < text.length; at += 1) {
    const first = text.charCodeAt(at);
    look(letters[placeIn(letters, first, 0)], at);
    look(longer[placeIn(longer, first, text.charCodeAt(at + 1))], at);
  }
}

function indexOf(list: readonly Listed[]): Index {
  const words = list.map((listed, n) => ({ n, word: typeof listed === "string" ? listed : listed.word }));
  const index = {
    letters: tableOf(words.filter(({ word }) => word.length === 1)),
    longer: tableOf(words.filter(({ word }) => word.length > 1)),
  };
  INDEXED.set(list, index);
  return index;
}

function tableOf(words: Word[]): Table {
  // Four places and more for each word, and a power of two of them, so that one step finds the place.
  const table: Table = Array.from({ length: 2 ** Math.ceil(Math.log2(4 * words.length + 1)) });
  for (const one of words) {
    const place = placeIn(table, one.word.charCodeAt(0), one.word.length > 1 ? one.word.charCodeAt(1) : 0);
    (table[place] ??= []).push(one);
  }
  return table;
}
