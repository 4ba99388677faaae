// The listed words of a language as one tree of letters, and which of them stand where in a text.
import type { Element } from "./notation/expression.ts";

/** A tree of letters; where a word ends stand the numbers of the word sets it belongs to. */
interface Node {
  /** Nearly every node goes on with one letter only: it stands here, and a map is made for a second. By its code: a
      letter of its own is made anew each time a text is asked for it. */
  letter: number;
  child: Node | undefined;
  others: Map<number, Node> | undefined;
  sets: number[];
  /** Those that only stand where a word of the text begins. */
  atStart: number[];
}

/** The branch for whatever a word goes on with (「kut*」); no text made even holds this sign. */
const ANY = "*".charCodeAt(0);
/** Of nodes with which a word ends. */
const NO_LETTER = -1;
const BLANK = " ".charCodeAt(0);
const [A, Z] = ["a".charCodeAt(0), "z".charCodeAt(0)];

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

/** Which word sets stand in a text, by their numbers. */
export interface Found {
  /** Each once. */
  sets: number[];
  has: (set: number) => boolean;
  /** The words of a set that stand there. */
  get: (set: number) => Sighting[];
}

/** The letters with which its words begin. */
export const firstLetters = ({ root }: Vocabulary): string =>
  String.fromCharCode(...[root.letter, ...(root.others?.keys() ?? [])].filter((letter) => letter !== NO_LETTER));

export const emptyVocabulary = (): Vocabulary => ({ root: node(), sets: new Map() });

/** Enters an element's words and gives its place; the same words are entered once. `first`: nothing stands before it. */
export function learn(vocabulary: Vocabulary, { words, also, gap, optional }: Element, first: boolean): Place {
  const free = !first && gap === 0;
  const key = `${words.join("|")}${free && also.length > 0 ? "+" : ""}`;
  const known = vocabulary.sets.get(key);
  const set = known ?? vocabulary.sets.size;
  if (known === undefined) {
    vocabulary.sets.set(key, set);
    for (const word of words) enter(plant(vocabulary.root, word), "sets", set);
    for (const word of also) enter(plant(vocabulary.root, word), free ? "sets" : "atStart", set);
  }
  return { set, gap, optional };
}

/**
 * All listed words in `text`, none out of the middle of another. Linear: the walk is as deep as the longest word.
 * `begins`: may a word that asks for it begin here?
 */
export function sight({ root }: Vocabulary, text: string, spaced: boolean, begins: Begins = nowhere): Sighting[] {
  const seen: Seen = new Map();
  const parted = spaced ? betweenSpaces : betweenLatin;
  const walk = (from: Node | undefined, start: number, after: number): void => {
    let end = after;
    for (let at = from; at !== undefined; at = below(at, text.charCodeAt(end++))) {
      if (at.sets.length > 0 && parted(text, end)) note(seen, at.sets, start, end);
      if (at.atStart.length > 0 && begins(start, end - start)) note(seen, at.atStart, start, end);
      const any = below(at, ANY);
      if (any !== undefined) walk(any, start, spaced ? wordEnd(text, end) : end);
    }
  };
  for (let start = 0; start < text.length; start++)
    if (parted(text, start)) walk(below(root, text.charCodeAt(start)), start, start + 1);
  return [...seen.values()].flat();
}

/** The same by word set. A common word belongs to many sets, and few are asked for: only that a set stands is noted first. */
export function bySet(sightings: Sighting[], { sets: { size } }: Vocabulary): Found {
  const [stands, known] = [new Uint8Array(size), new Map<number, Sighting[]>()];
  const sets: number[] = [];
  for (const sighting of sightings)
    for (const set of sighting.sets) {
      if (stands[set] === 0) sets.push(set);
      stands[set] = 1;
    }
  const get = (set: number): Sighting[] => {
    const words = known.get(set) ?? sightings.filter((sighting) => sighting.sets.includes(set));
    known.set(set, words);
    return words;
  };
  return { sets, has: (set) => stands[set] === 1, get };
}

/** May a word begin or end here, where words are parted by spaces? */
const betweenSpaces = (text: string, at: number): boolean =>
  text.charCodeAt(at) === BLANK || text.charCodeAt(at - 1) === BLANK;

/** The same where they are not: anywhere but inside a Latin word (「OD」 is not heard in 「good」). */
const betweenLatin = (text: string, at: number): boolean =>
  !isLatin(text.charCodeAt(at)) || !isLatin(text.charCodeAt(at - 1));

const isLatin = (letter: number): boolean => letter >= A && letter <= Z;

type Begins = (start: number, length: number) => boolean;

const nowhere: Begins = () => false;

/** By the list of sets that stands in a node of the tree; a word that goes on is seen in several lengths. */
type Seen = Map<number[], Sighting[]>;

function note(seen: Seen, sets: number[], start: number, end: number): void {
  const [sightings, length] = [seen.get(sets), end - start];
  if (sightings === undefined) {
    seen.set(sets, [{ sets, length, starts: [start] }]);
    return;
  }
  const known = sightings.find((one) => one.length === length);
  if (known === undefined) sightings.push({ sets, length, starts: [start] });
  else known.starts.push(start);
}

const wordEnd = (text: string, from: number): number => {
  const end = text.indexOf(" ", from);
  return end < 0 ? text.length : end;
};

/** The node where the word ends. */
function plant(root: Node, word: string): Node {
  let at = root;
  for (let n = 0; n < word.length; n++) {
    const letter = word.charCodeAt(n);
    at = below(at, letter) ?? grow(at, letter);
  }
  return at;
}

function grow(from: Node, letter: number): Node {
  const fresh = node();
  if (from.child === undefined) [from.letter, from.child] = [letter, fresh];
  else (from.others ??= new Map()).set(letter, fresh);
  return fresh;
}

const below = (from: Node, letter: number): Node | undefined =>
  letter === from.letter ? from.child : from.others?.get(letter);

/** Of nodes where no word ends; never written to. */
const NONE: number[] = [];

function enter(end: Node, where: "sets" | "atStart", set: number): void {
  if (end[where] === NONE) end[where] = [set];
  else end[where].push(set);
}

const node = (): Node => ({ letter: NO_LETTER, child: undefined, others: undefined, sets: NONE, atStart: NONE });
