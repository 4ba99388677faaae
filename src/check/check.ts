// Everything the proof asks of flows/: each office's book read, its flow walked once, its words and its directory checked.
import { readBook, type Book, type Files } from "../book/book.ts";
import { BookMistakes } from "../book/mistakes.ts";
import { readProof } from "../book/proof/proof.ts";
import type { Finding } from "./finding.ts";
import { walkFlow, type HowToWalk, type Walked } from "./prove.ts";
import { deskBroken } from "./desk/laws.ts";
import { stillBroken, type Still } from "./still/still.ts";
import type { Walk } from "./walk/explore.ts";
import { speakAll } from "./walk/tongues.ts";
import type { Store } from "../ports.ts";
import { answersBroken, type Seen } from "./words/answers.ts";

export interface Checked {
  findings: Told[];
  states: number;
  acts: number;
  /** The talks at random beside the walk: how many acts, and how many of those the walk had not met. */
  strayed: Walked["strayed"];
  /** The answers that were written out: each once, in every language, office and hour where it reads otherwise. */
  texts: number;
  walk: Walk | null;
}

export interface CheckedAll extends Checked {
  /** What was said in other languages. */
  spoken: number;
  /** Talks held at the counter. */
  held: number;
}

/** A finding of one office. `book` is null where the book itself could not be read. */
export interface Told {
  finding: Finding;
  book: Book | null;
  /** The line, where the book has told it already. */
  line?: number;
}

export const officesIn = (files: Files): string[] =>
  Object.keys(files).flatMap((path) => /^offices\/(.+)\.yaml$/u.exec(path)?.[1] ?? []);

/** Proves or refutes these offices. The flow is one for all; its districts are an office's own and do not turn it. */
export const checkFlows = (files: Files, offices: string[], how: HowToWalk = {}): Checked =>
  checkBooks(files, readAll(files, offices), how);

/**
 * The whole proof: beside all that, every other language in every question, and talks at the counter. `open` gives an empty
 * store.
 */
export async function checkAll(
  files: Files,
  offices: string[],
  open: () => Store,
  how: HowToWalk = {},
): Promise<CheckedAll> {
  const read = readAll(files, offices);
  const checked = checkBooks(files, read, how);
  const [book] = read.books;
  if (book === undefined || checked.walk === null) return { ...checked, spoken: 0, held: 0 };
  const spoken = speakAll(checked.walk, readProof(files).mustHear);
  const held = await deskBroken(book, open);
  const more = [...spoken.findings, ...held.findings].map((finding): Told => ({ finding, book }));
  return { ...checked, findings: once([...checked.findings, ...more]), spoken: spoken.acts, held: held.talks };
}

/** What is proved without walking; `only` some of it. */
export function checkStill(files: Files, offices: string[], only?: Still[]): Told[] {
  const { books, unread } = readAll(files, offices);
  return once([...unread, ...standing(files, books, new Set(), only)]);
}

// --- internal ---

interface Read {
  books: Book[];
  /** Of the offices whose book cannot be read: every mistake. */
  unread: Told[];
}

function checkBooks(files: Files, { books, unread }: Read, how: HowToWalk): Checked {
  const [first] = books;
  const seen: Seen = new Set();
  const still = [...unread, ...standing(files, books, seen)];
  const isEnough = still.some(({ finding }) => how.enough?.(finding) === true);
  const walked = first && !isEnough ? walkFlow(first.flow, how) : NOTHING;
  const rendered = books.flatMap((book) =>
    answersBroken(book, walked.answers, seen).map((finding): Told => ({ finding, book })),
  );
  const inWalk = walked.findings.map((finding): Told => ({ finding, book: first ?? null }));
  return { ...walked, findings: once([...still, ...rendered, ...inWalk]), texts: seen.size };
}

const NOTHING: Walked = { findings: [], states: 0, acts: 0, strayed: { acts: 0, fresh: 0 }, walk: null, answers: [] };

/** The lists of the proof have mistakes of their own. */
function standing(files: Files, books: Book[], seen: Seen, only?: Still[]): Told[] {
  try {
    return stillBroken(books, readProof(files), seen, only);
  } catch (error) {
    if (!(error instanceof BookMistakes)) throw error;
    return error.mistakes.map(toldMistake);
  }
}

function readAll(files: Files, offices: string[]): Read {
  const { books, unread }: Read = { books: [], unread: [] };
  for (const office of offices)
    try {
      books.push(readBook(files, office));
    } catch (error) {
      if (!(error instanceof BookMistakes)) throw error;
      unread.push(...error.mistakes.map(toldMistake));
    }
  return { books, unread };
}

const toldMistake = ({ file, line, what }: BookMistakes["mistakes"][number]): Told => ({
  finding: { law: "book", what, place: { file: file.replace(/^flows\//u, ""), path: [] }, talk: [] },
  book: null,
  line,
});

/** One fault is told once, though every office and every hour shows it. */
function once(all: Told[]): Told[] {
  const seen = new Map<string, Told>();
  for (const told of all) {
    const { law, what, place } = told.finding;
    const key = [law, what, place.file, told.line, ...place.path].join();
    if (!seen.has(key)) seen.set(key, told);
  }
  return [...seen.values()];
}
