// The listed words of a language as one tree of letters, and which of them stand where in a text.
import type { Element } from "./expression.ts";

/** A tree of letters; where a word ends stand the numbers of the word sets it belongs to. */
interface Node {
  next: Map<string, Node>;
  sets: number[];
}

/** The words of many expressions; equal sets of words share one number. */
export interface Vocabulary {
  root: Node;
  sets: Map<string, number>;
}

/** An element whose words are known to a vocabulary. */
export interface Place {
  set: number;
  gap: number;
  optional: boolean;
}

/** One listed word that stands in the text: how long it is, and where it starts, in ascending order. */
export interface Sighting {
  sets: number[];
  length: number;
  starts: number[];
}

/** Number of a word set → its words that stand in the text. */
export type Found = Map<number, Sighting[]>;

export const emptyVocabulary = (): Vocabulary => ({ root: node(), sets: new Map() });

/** Enters an element's words and gives its place; the same words are entered once. */
export function learn(vocabulary: Vocabulary, { words, gap, optional }: Element): Place {
  const key = words.join("|");
  const known = vocabulary.sets.get(key);
  const set = known ?? vocabulary.sets.size;
  if (known === undefined) {
    vocabulary.sets.set(key, set);
    for (const word of words) plant(vocabulary.root, word, set);
  }
  return { set, gap, optional };
}

/** All listed words in `text`. With `spaced`, only whole words count. Linear: the walk is as deep as the longest word. */
export function sight({ root }: Vocabulary, text: string, spaced: boolean): Sighting[] {
  const seen = new Map<Node, Sighting>();
  for (let start = 0; start < text.length; start++) {
    if (spaced && text[start - 1] !== " ") continue;
    let at = root.next.get(text[start] ?? "");
    for (let end = start + 1; at !== undefined; end++) {
      if (at.sets.length > 0 && (!spaced || text[end] === " ")) note(seen, at, start, end);
      at = at.next.get(text[end] ?? "");
    }
  }
  return [...seen.values()];
}

/** The same by word set. A common word belongs to many sets, so this is done once a word, not once a place. */
export function bySet(sightings: Sighting[]): Found {
  const found: Found = new Map();
  for (const sighting of sightings)
    for (const set of sighting.sets) {
      const words = found.get(set);
      if (words === undefined) found.set(set, [sighting]);
      else words.push(sighting);
    }
  return found;
}

function note(seen: Map<Node, Sighting>, at: Node, start: number, end: number): void {
  const sighting = seen.get(at);
  if (sighting === undefined) seen.set(at, { sets: at.sets, length: end - start, starts: [start] });
  else sighting.starts.push(start);
}

function plant(root: Node, word: string, set: number): void {
  let at = root;
  for (let n = 0; n < word.length; n++) {
    const letter = word[n] ?? "";
    const below = at.next.get(letter) ?? node();
    at.next.set(letter, below);
    at = below;
  }
  if (!at.sets.includes(set)) at.sets.push(set);
}

const node = (): Node => ({ next: new Map(), sets: [] });
