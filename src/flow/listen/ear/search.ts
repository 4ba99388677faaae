// Finds listed words in a text: the text is gone through once, however long the list.

interface Listed {
  word: string;
}

/** Places of the words of a list, by the two letters they begin with. */
type Index = Map<number, number[]>;

const INDEXED = new WeakMap<readonly Listed[], Index>();

/** Which words of the list stand where: their place in the list and in the text, by list and then by text. */
export function sightings(text: string, list: readonly Listed[]): { n: number; at: number }[] {
  const index = INDEXED.get(list) ?? indexOf(list);
  const hits: { n: number; at: number }[] = [];
  for (let at = 0; at < text.length; at += 1)
    for (const key of [pair(text, at), single(text, at)])
      for (const n of index.get(key) ?? NONE) if (text.startsWith(list[n]?.word ?? "", at)) hits.push({ n, at });
  return hits.sort((a, b) => a.n - b.n || a.at - b.at);
}

// --- internal ---

const NONE: number[] = [];
const UNITS = 0x10000;

const pair = (text: string, at: number): number => (text.charCodeAt(at) + 1) * UNITS + (text.charCodeAt(at + 1) || 0);

/** For words of one letter. */
const single = (text: string, at: number): number => text.charCodeAt(at);

function indexOf(list: readonly Listed[]): Index {
  const index: Index = new Map();
  list.forEach(({ word }, n) => {
    const key = word.length === 1 ? single(word, 0) : pair(word, 0);
    const known = index.get(key);
    if (known === undefined) index.set(key, [n]);
    else known.push(n);
  });
  INDEXED.set(list, index);
  return index;
}
