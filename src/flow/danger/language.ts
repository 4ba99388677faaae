// One language's expressions, compiled, and how a text is heard through them.
import type { RiskType } from "../codes.ts";
import type { LanguageFile } from "./file.ts";
import { onceForAll } from "../listen/ear/memory.ts";
import { beginnings } from "./notation/kana.ts";
import { readExpression } from "./notation/expression.ts";
import type { Reading } from "./notation/expression.ts";
import { listedLookup, plainLookup } from "./lookup.ts";
import type { Listed, Lookup } from "./lookup.ts";
import { masked } from "./mask.ts";
import { findPlaces, readText } from "./places.ts";
import type { Span } from "./places.ts";
import { bySet, emptyVocabulary, firstLetters, learn, sight } from "./vocabulary.ts";
import type { Found, Place, Vocabulary } from "./vocabulary.ts";
import { LEVELS, strongest, together, weigher } from "./weigh.ts";
import type { Denied, Level, Look, Past, Placed, Weighed } from "./weigh.ts";
import { sameScript } from "./writing.ts";
import type { Typed, Writing } from "./writing.ts";

/** Whom it is about turns one risk into another. */
interface Turn {
  from: RiskType;
  to: RiskType;
  title: string;
  when: Place[][];
  unless: Place[][];
}

/** One language in one of the ways it is typed. */
export interface Language {
  writing: Writing;
  gap: number;
  vocabulary: Vocabulary;
  harmless: Lookup<Place[]>;
  denied: Denied;
  past: Past;
  turns: Turn[];
  listed: Lookup<Listed>;
}

/** What was heard, before the table of urgencies. */
export interface Hit {
  risk: RiskType;
  level: Level;
  words: string;
}

/** The two sides of 「A＆B」 may stand so many gaps apart. */
const TOGETHER_GAPS = 10;

/** As it is typed in this way; pauses behind each expression. Throws an Error in Japanese that names the language and the expression. */
export function* compileLanguage(file: LanguageFile, writing: Writing): Generator<void, Language> {
  const { lang } = file;
  const vocabulary = emptyVocabulary();
  const alsoTyped = writing.alsoTyped ?? (() => []);
  const reading: Reading = {
    words: file.words,
    gap: file.gap,
    fold: onceForAll(writing.fold),
    alsoTyped,
    spelt: new Map(),
  };
  function* compile(text: string) {
    yield;
    return compileExpression(lang, text, reading, vocabulary);
  }
  function* places(texts: string[]) {
    return (yield* each(texts, compile)).flat(2);
  }
  function* turnOf(turn: LanguageFile["turns"][number]) {
    return { ...turn, when: yield* places(turn.when), unless: yield* places(turn.unless) };
  }
  const { denied, past } = file;
  const compiled = {
    gap: file.gap,
    vocabulary,
    harmless: plainLookup(yield* places(file.harmless)),
    denied: {
      ...denied,
      after: yield* places(denied.after),
      before: yield* places(denied.before),
      unless: yield* places(denied.unless),
    },
    past: { ...past, before: yield* places(past.before), unless: yield* places(past.unless) },
    turns: yield* each(file.turns, turnOf),
    listed: yield* listedIn(file, compile),
  };
  const inItsScript = sameScript(firstLetters(vocabulary));
  return { ...compiled, writing: { ...writing, fits: (text) => inItsScript(text) && writing.fits(text) } };
}

function* listedIn(
  { risks }: LanguageFile,
  compile: (text: string) => Generator<void, Place[][][]>,
): Generator<void, Lookup<Listed>> {
  const all = Object.entries(risks).flatMap(([risk, levels]) =>
    ([...LEVELS, "standing"] as const).flatMap((level) =>
      Object.entries(levels[level]).flatMap(([title, texts]) =>
        texts.map((text) => ({ risk: risk as RiskType, level, title, text })),
      ),
    ),
  );
  const listed = yield* each(all, function* ({ text, ...one }) {
    return { ...one, sides: yield* compile(text) };
  });
  return listedLookup(listed);
}

function* each<From, To>(all: From[], make: (one: From) => Generator<void, To>): Generator<void, To[]> {
  const made: To[] = [];
  for (const one of all) made.push(yield* make(one));
  return made;
}

/** Empty where the text is not typed as this language is. */
export function hearLanguage(language: Language, typed: Typed[], standing: readonly RiskType[]): Hit[] {
  return typed.flatMap((text) => (language.writing.fits(text.raw) ? hearText(language, text, standing) : []));
}

function hearText(language: Language, typed: Typed, standing: readonly RiskType[]): Hit[] {
  const { writing, vocabulary } = language;
  const letters = typed.sentences(writing);
  const begins = writing.alsoTyped === undefined ? undefined : beginnings(typed.raw, letters);
  const text = readText(letters, writing.spaced);
  const look = (orders: Place[][], found: Found) => orders.flatMap((places) => findPlaces(places, found, text));
  const sightings = sight(vocabulary, text.letters, text.spaced, begins);
  const all = bySet(sightings, vocabulary);
  const candidates = language.listed.among(all);
  if (candidates.length === 0) return [];
  const harmful = masked(sightings, look(language.harmless.among(all), all));
  const found = harmful === sightings ? all : bySet(harmful, vocabulary);
  const lookAll: Look = (orders) => look(orders, all);
  const weigh = weigher(language.denied, language.past, text, language.gap, lookAll);
  const hits = candidates.flatMap((listed): Hit[] => {
    const level = levelOf(listed, standing);
    if (level === null) return [];
    const spans = listed.sides.map((orders) => look(orders, found));
    if (spans.some(({ length }) => length === 0)) return [];
    const sides = spans.map((side) => side.flatMap((span) => placed(span, weigh(listed.risk, level, span))));
    const weighed = strongest(together(sides, language.gap * TOGETHER_GAPS));
    return weighed === null ? [] : [{ risk: listed.risk, level: weighed.level, words: titled(listed.title, weighed) }];
  });
  return hits.length === 0 ? hits : turned(hits, language.turns, lookAll);
}

const levelOf = ({ risk, level }: Listed, standing: readonly RiskType[]): Level | null => {
  if (level !== "standing") return level;
  return standing.includes(risk) ? "now" : null;
};

const placed = (span: Span, weighed: Weighed | null): Placed[] => (weighed === null ? [] : [{ ...span, ...weighed }]);

const titled = (title: string, { note }: Weighed): string => (note === null ? title : `${title}（${note}）`);

/** 「利用者の母が息子に」: the son is no child, and the abused person is old. Nothing is lost, only named better. */
function turned(hits: Hit[], turns: Turn[], look: Look): Hit[] {
  const valid = turns.filter(({ when, unless }) => look(when).length > 0 && look(unless).length === 0);
  return hits.map((hit) => {
    const turn = valid.find(({ from }) => from === hit.risk);
    return turn === undefined ? hit : { ...hit, risk: turn.to, words: turn.title };
  });
}

function compileExpression(lang: string, text: string, reading: Reading, vocabulary: Vocabulary): Place[][][] {
  try {
    return readExpression(text, reading).map((orders) =>
      orders.map((order) => order.map((element, n) => learn(vocabulary, element, n === 0))),
    );
  } catch (error) {
    throw new Error(`危険のことば（${lang}）「${text}」: ${error instanceof Error ? error.message : ""}`, {
      cause: error,
    });
  }
}
