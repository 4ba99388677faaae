// The lists of flows/listen, made ready once: everything normalised, long words first.
import { plain } from "./normal.ts";
import type { AgeBand, Category, Relation, Role } from "../codes.ts";
import { INTENTS, type Intent, type ListenFile } from "../words.ts";

/** A word and what it stands for. */
export interface Entry<T> {
  word: string;
  /** As it stands in the file. */
  spelled?: string;
  means: T;
}

export interface Listen {
  intents: { intent: Intent; whole: Set<string>; part: string[] }[];
  questions: string[];
  sentences: string[];
  avoid: string[];
  choices: Record<string, Entry<string>[]>;
  relations: Entry<Relation>[];
  pairs: { word: string; parts: string[] }[];
  /** Words that hold others inside: nothing is heard in them. */
  mask: string[];
  /** Behind a person: not the one it is about. */
  notAbout: string[];
  self: Entry<string>[];
  feelings: Entry<string>[];
  places: string[];
  doneToMe: string[];
  worries: string[];
  roles: Entry<Role>[];
  ages: Entry<AgeBand>[];
  aware: Entry<string>[];
  covered: string[];
  categories: Entry<Category>[];
  tags: Entry<string>[];
  supports: Entry<string>[];
  contactAhead: Entry<string>[];
  wishes: string[];
  windows: string[];
}

export function compileListen(file: ListenFile): Listen {
  return {
    intents: INTENTS.map((intent) => ({
      intent,
      whole: new Set(words(file.intents[intent].whole)),
      part: words(file.intents[intent].part),
    })),
    questions: file.questions,
    sentences: words(file.sentences),
    avoid: words(file.avoid),
    choices: Object.fromEntries(Object.entries(file.choices).map(([field, lists]) => [field, entries(lists)])),
    relations: entries(file.relations) as Entry<Relation>[],
    pairs: Object.entries(file.pairs).map(([word, parts]) => ({ word, parts })),
    mask: words(file.mask).sort((a, b) => b.length - a.length),
    notAbout: words(file["not-about"]),
    self: entries({ self: file.self }),
    feelings: entries(file.feelings),
    places: words(file.places),
    doneToMe: words(file["done-to-me"]),
    worries: words(file.worries),
    roles: entries(file.roles) as Entry<Role>[],
    ages: entries(file.ages) as Entry<AgeBand>[],
    aware: entries(file.aware),
    covered: words(file.covered),
    categories: entries(file.categories) as Entry<Category>[],
    tags: entries(file.tags),
    supports: entries(file.supports),
    contactAhead: entries(file["contact-ahead"]),
    wishes: words(file.wishes),
    windows: words(file.windows),
  };
}

/** Every place a listed word stands in the text, longest words first where they overlap, in the order of the text. */
export function found<T>(text: string, list: Entry<T>[]): (Entry<T> & { at: number })[] {
  const taken = Array.from({ length: text.length }, () => false);
  const hits: (Entry<T> & { at: number })[] = [];
  for (const entry of list) {
    for (let at = text.indexOf(entry.word); at >= 0; at = text.indexOf(entry.word, at + 1)) {
      const end = at + entry.word.length;
      if (taken.slice(at, end).some(Boolean)) continue;
      taken.fill(true, at, end);
      hits.push({ ...entry, at });
    }
  }
  return hits.sort((a, b) => a.at - b.at);
}

// --- internal ---

const words = (list: string[]): string[] => list.map(plain).filter((word) => word !== "");

const entries = (lists: Record<string, string[] | undefined>): Entry<string>[] =>
  Object.entries(lists)
    .flatMap(([means, list]) => (list ?? []).map((spelled) => ({ word: plain(spelled), spelled, means })))
    .filter(({ word }) => word !== "")
    .sort((a, b) => b.word.length - a.word.length);
