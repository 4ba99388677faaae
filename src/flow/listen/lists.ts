// The lists of flows/listen, made ready once: everything normalised, long words first.
import { evenOf, spellings, type Even } from "./even.ts";
import { turnedOf, type Turned } from "./answer/turned.ts";
import type { AgeBand, Category, Relation, Role } from "../codes.ts";
import { sightings } from "./ear/search.ts";
import { harmless, type Harmless } from "./edges.ts";
import { besideName, besideOf, type Beside, type BesideName } from "./ear/beside.ts";
import { meaningsOf, type Meanings } from "./ear/meanings.ts";
import { partsOf, type InOrder } from "./ear/parts.ts";
import type { ListenFile } from "../words.ts";

/** A word and what it stands for. */
export interface Entry<T> {
  word: string;
  /** As it stands in the file. */
  spelled?: string;
  means: T;
}

export interface Listen extends Even {
  lang: string;
  /** By these the language is known in a text of the same script. */
  marks: string[];
  /** May stand around a choice without changing it. */
  around: string[];
  /** May stand before a word, or behind it, without changing it. */
  openings: string[];
  endings: string[];
  /** Beside a number these make it an age. */
  years: Beside;
  decades: string[];
  turned: Turned;
  intents: Meanings;
  questions: string[];
  sentences: string[];
  avoid: string[];
  choices: Record<string, Entry<string>[]>;
  relations: Entry<Relation>[];
  pairs: { word: string; parts: string[] }[];
  /** Words that hold others inside: nothing is heard in them. */
  mask: Harmless[];
  /** Behind a person: not the one it is about. */
  notAbout: BesideName;
  self: Entry<string>[];
  feelings: Entry<string>[];
  places: string[];
  doneToMe: string[];
  worries: BesideName;
  roles: Entry<Role>[];
  ages: Entry<AgeBand>[];
  aware: Entry<string>[];
  covered: string[];
  /** Somebody else looks at this very telephone. */
  watched: InOrder[];
  /** Every list is searched for itself: 認知症 is a matter of health and of care. */
  categories: [Category, Entry<Category>[]][];
  /** The words of all of them. */
  ofCategories: Entry<Category>[];
  tags: Entry<string>[];
  supports: Entry<string>[];
  contactAhead: Entry<string>[];
  wishes: string[];
  windows: string[];
}

/** Pauses behind each list. */
export function* compileListen(file: ListenFile): Generator<void, Listen> {
  const even = evenOf(file);
  const words = (list: string[]): string[] => list.flatMap(spellings).flatMap(even.forms).filter(isWord);
  const listen = { ...even, lang: file.lang } as Listen;
  const lists: Lists = { ...plainLists(file, even, words), ...entryLists(file, even) };
  for (const [name, make] of Object.entries(lists)) {
    Object.assign(listen, { [name]: make() });
    yield;
  }
  return { ...listen, ofCategories: listen.categories.flatMap(([, list]) => list) };
}

/** Every place a listed word stands in the text, longest words first where they overlap, in the order of the text. */
export function found<T>(text: string, list: Entry<T>[]): (Entry<T> & { at: number })[] {
  const words = sightings(text, list);
  if (words.length === 0) return [];
  const taken = new Uint8Array(text.length);
  const hits: (Entry<T> & { at: number })[] = [];
  for (const { n, at } of words) {
    const entry = list[n] as Entry<T>;
    // The blanks around a word may be its neighbour's as well.
    const [from, to] = [at + leading(entry.word), at + entry.word.length - trailing(entry.word)];
    if (taken.subarray(from, to).includes(1)) continue;
    taken.fill(1, from, to);
    hits.push({ ...entry, at });
  }
  return hits.sort((a, b) => a.at - b.at);
}

// --- internal ---

type Lists = { [Name in Exclude<keyof Listen, keyof Even | "lang" | "ofCategories">]: () => Listen[Name] };

const plainLists = (file: ListenFile, even: Even, words: (list: string[]) => string[]) =>
  ({
    // As they are listed: 「até」 without its mark is a word of Filipino.
    marks: () => [...new Set(file.marks.map((mark) => even.typed(mark)))],
    around: () => words(file.around),
    openings: () => words(file.openings),
    endings: () => words(file.endings),
    years: () => besideOf(file.years, words),
    decades: () => words(file.decades),
    turned: () => turnedOf(file.turns, file.spaces),
    intents: () => meaningsOf(file.intents, even, words),
    questions: () => file.questions.map((ending) => ending.normalize("NFKC").toLowerCase()),
    sentences: () => words(file.sentences),
    avoid: () => words(file.avoid),
    pairs: () => Object.entries(file.pairs).map(([word, parts]) => ({ word: word.replace("*", ""), parts })),
    mask: () =>
      words(file.mask)
        .sort((a, b) => b.length - a.length)
        .map(harmless),
    notAbout: () => besideName(besideOf(file["not-about"], words)),
    places: () => words(file.places),
    doneToMe: () => words(file["done-to-me"]),
    worries: () => besideName(besideOf(file.worries, words)),
    covered: () => words(file.covered),
    watched: () => partsOf(file.watched, even.forms),
    wishes: () => words(file.wishes),
    windows: () => words(file.windows),
  }) satisfies Partial<Lists>;

function entryLists(file: ListenFile, { forms }: Even) {
  const spelled = (means: string, listed: string): Entry<string>[] =>
    forms(listed).map((word) => ({ word, spelled: listed.replace(ENDED, ""), means }));
  const entries = <T extends string = string>(lists: Record<string, string[] | undefined>): Entry<T>[] =>
    Object.entries(lists)
      .flatMap(([means, list]) => (list ?? []).flatMap(spellings).flatMap((listed) => spelled(means, listed)))
      .filter(({ word }) => isWord(word))
      .sort((a, b) => b.word.length - a.word.length) as Entry<T>[];
  return {
    choices: () => Object.fromEntries(Object.entries(file.choices).map(([field, lists]) => [field, entries(lists)])),
    relations: () => entries<Relation>(file.relations),
    self: () => entries({ self: file.self }),
    feelings: () => entries(file.feelings),
    roles: () => entries<Role>(file.roles),
    ages: () => entries<AgeBand>(file.ages),
    aware: () => entries(file.aware),
    categories: () =>
      Object.entries(file.categories)
        .map(([name, list]): [Category, Entry<Category>[]] => [name as Category, entries({ [name]: list })])
        .sort(([, a], [, b]) => longest(b) - longest(a)),
    tags: () => entries(file.tags),
    supports: () => entries(file.supports),
    contactAhead: () => entries(file["contact-ahead"]),
  } satisfies Partial<Lists>;
}

/** 「mother's」 and 「mother*」 are listed to be heard; the person is a mother. */
const ENDED = /['’]s$|\*$/u;

const isWord = (word: string): boolean => word.trim() !== "";

/** Of a list that begins with its longest word. */
const longest = ([first]: Entry<unknown>[]): number => first?.word.length ?? 0;

const leading = (word: string): number => word.length - word.trimStart().length;
const trailing = (word: string): number => word.length - word.trimEnd().length;
