// What may be said for the choices of a question: their labels, and the other words that stand for them in the lists.
import type { Entry, Listen } from "../lists.ts";

export type Labels = Record<string, string>;

interface Spoken {
  all: Entry<string>[];
  /** What each word of `all` means. */
  whole: Map<string, string>;
  /** Those of more than one letter. */
  long: Entry<string>[];
  /** The same, but the labels as they are written come before all other words. */
  labelsFirst: Entry<string>[];
}

/** Labels and other words, the longest first. They are those of a file, and made ready once. */
export function spoken(listen: Listen, choices: string[], labels: Labels, also: Entry<string>[]): Spoken {
  const byList = READY.get(listen.forms) ?? new WeakMap<Entry<string>[], Map<string, Spoken>>();
  READY.set(listen.forms, byList);
  const list = also.length === 0 ? NONE : also;
  const byChoices = byList.get(list) ?? new Map<string, Spoken>();
  byList.set(list, byChoices);
  const key = choices.map((value) => `${value}=${labels[value] ?? ""}`).join(" ");
  const known = byChoices.get(key) ?? allSpoken(listen, choices, labels, also);
  byChoices.set(key, known);
  return known;
}

// --- internal ---

const NONE: Entry<string>[] = [];
const READY = new WeakMap<Listen["forms"], WeakMap<Entry<string>[], Map<string, Spoken>>>();

function allSpoken(listen: Listen, choices: string[], labels: Labels, also: Entry<string>[]): Spoken {
  const all = [
    ...choices.flatMap((value) => listen.forms(labels[value] ?? "").map((word) => ({ word, means: value }))),
    ...also,
  ]
    .filter(({ word }) => word !== "")
    .sort((a, b) => b.word.length - a.word.length);
  const own = choices.map((value) => ({ word: listen.label(labels[value] ?? ""), means: value }));
  // Of two that are the same word the first counts, and a Map keeps the last.
  const whole = new Map(all.toReversed().map(({ word, means }) => [word, means]));
  const isLong = ({ word }: Entry<string>): boolean => word.trim().length > 1;
  return { all, whole, long: all.filter(isLong), labelsFirst: [...own, ...also].filter(isLong) };
}
