// Finds every listed word in a text in one walk, and the expressions whose words follow each other there.
import type { Element } from "./expression.ts";

/** Part of a text: from `start` up to and without `end`. */
export interface Span {
  start: number;
  end: number;
}

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

/** Which words stand where: number of the word set → start → ends. */
export type Found = Map<number, Map<number, number[]>>;

/** An element whose words are known to a vocabulary. */
export interface Place {
  set: number;
  gap: number;
  optional: boolean;
}

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
export function findWords({ root }: Vocabulary, text: string, spaced: boolean): Found {
  const found: Found = new Map();
  for (let start = 0; start < text.length; start++) {
    if (spaced && text[start - 1] !== " ") continue;
    let at = root.next.get(text[start] ?? "");
    for (let end = start + 1; at !== undefined; end++) {
      if (at.sets.length > 0 && (!spaced || text[end] === " ")) enter(found, at.sets, start, end);
      at = at.next.get(text[end] ?? "");
    }
  }
  return found;
}

/** Where these places follow each other in `text`, never across a sentence end that is not itself listed. */
export function findPlaces(places: Place[], found: Found, text: string, spaced: boolean): Span[] {
  const first = places.findIndex((place) => !place.optional);
  if (places.some((place) => !place.optional && !found.has(place.set))) return [];
  const spans: Span[] = [];
  for (const [start, ends] of found.get(places[first]?.set ?? -1) ?? []) {
    let reached = new Set(ends);
    for (const place of places.slice(first + 1)) {
      if (reached.size === 0) break;
      reached = follow(place, reached, found, text, spaced);
    }
    for (const end of reached) spans.push({ start, end });
  }
  return spans;
}

function follow(place: Place, reached: Set<number>, found: Found, text: string, spaced: boolean): Set<number> {
  const next = new Set<number>(place.optional ? reached : []);
  const starts = found.get(place.set);
  if (starts === undefined) return next;
  for (const from of reached) {
    const stop = text.indexOf("。", from);
    const last = Math.min(from + place.gap + (spaced ? 1 : 0), stop < 0 ? text.length : stop);
    for (const end of endsBetween(starts, from, last)) next.add(end);
  }
  return next;
}

/** Ends of the words that start from `from` to `last`; looks through whichever is fewer, words or positions. */
function endsBetween(starts: Map<number, number[]>, from: number, last: number): number[] {
  const ends: number[] = [];
  if (starts.size <= last - from) {
    for (const [start, some] of starts) if (start >= from && start <= last) ends.push(...some);
  } else for (let start = from; start <= last; start++) ends.push(...(starts.get(start) ?? []));
  return ends;
}

function enter(found: Found, sets: number[], start: number, end: number): void {
  for (const set of sets) {
    const starts = found.get(set) ?? new Map<number, number[]>();
    found.set(set, starts);
    const ends = starts.get(start);
    if (ends === undefined) starts.set(start, [end]);
    else ends.push(end);
  }
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
