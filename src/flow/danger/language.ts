// One language's expressions, compiled, and how a text is heard through them: harmless, denied, past, or danger.
import type { RiskType } from "../codes.ts";
import { fold, foldSpaced, sentences, spacedSentences } from "../listen/normal.ts";
import type { Certainty, LanguageFile } from "./file.ts";
import { readExpression } from "./expression.ts";
import type { Reading } from "./expression.ts";
import { masked } from "./mask.ts";
import { emptyVocabulary, findPlaces, findWords, learn } from "./words.ts";
import type { Found, Place, Span, Vocabulary } from "./words.ts";

/** `now` is danger to life at this moment, whatever the risk. */
export type Level = "now" | Certainty;

interface Listed {
  risk: RiskType;
  level: Level;
  words: string;
  orders: Place[][];
}

export interface Language {
  spaces: boolean;
  gap: number;
  vocabulary: Vocabulary;
  harmless: Place[][];
  denied: { after: Place[][]; unless: Place[][]; remains: LanguageFile["denied"]["remains"] };
  past: { before: Place[][]; unless: Place[][]; remains: Certainty };
  listed: Listed[];
}

/** What was heard, before the table of urgencies. */
export type Hit = Pick<Listed, "risk" | "level" | "words">;

const LEVELS: readonly Level[] = ["now", "sure", "likely", "hint"];
/** 「殴られ」+「たことはない」: so many characters may stand between the danger and its denial. */
const DENIAL_REACH = 4;

/** Throws an Error in Japanese that names the language and the expression. */
export function compileLanguage(lang: string, file: LanguageFile): Language {
  const vocabulary = emptyVocabulary();
  const reading: Reading = { words: file.words, gap: file.gap, fold: file.spaces ? foldSpaced : fold };
  const compile = (text: string) => compileExpression(lang, text, reading, vocabulary);
  const places = (texts: string[]) => texts.flatMap((text) => compile(text).orders);
  return {
    spaces: file.spaces,
    gap: file.gap,
    vocabulary,
    harmless: places(file.harmless),
    denied: { after: places(file.denied.after), unless: places(file.denied.unless), remains: file.denied.remains },
    past: { before: places(file.past.before), unless: places(file.past.unless), remains: file.past.remains },
    listed: Object.entries(file.risks).flatMap(([risk, levels]) =>
      LEVELS.flatMap((level) => levels[level].map((text) => ({ risk: risk as RiskType, level, ...compile(text) }))),
    ),
  };
}

/** Line by line, and once more as if sent in one go, for whoever sends 「もう」「死に」「たい」. */
export function hearLanguage(language: Language, text: string): Hit[] {
  const whole = hearText(language, text);
  return text.includes("\n") ? [...whole, ...hearText(language, text.replaceAll("\n", " "))] : whole;
}

function hearText(language: Language, raw: string): Hit[] {
  const text = language.spaces ? spacedSentences(raw) : sentences(raw);
  const all = findWords(language.vocabulary, text, language.spaces);
  const look = (orders: Place[][], found: Found) =>
    orders.flatMap((places) => findPlaces(places, found, text, language.spaces));
  const found = masked(all, look(language.harmless, all));
  const weaken = weakener(language, text, (orders) => look(orders, all));
  return language.listed.flatMap((listed) =>
    strongest(
      look(listed.orders, found).map((span) => weaken(listed, span)),
      listed,
    ),
  );
}

function strongest(levels: (Level | null)[], { risk, words }: Listed): Hit[] {
  const level = LEVELS.find((level) => levels.includes(level));
  return level === undefined ? [] : [{ risk, level, words }];
}

/** How sure a listed expression still is where it stands: as listed, less (denied, long ago), or not at all (null). */
function weakener(language: Language, text: string, look: (orders: Place[][]) => Span[]) {
  const { denied, past } = language;
  const [denials, doubles] = [look(denied.after), look(denied.unless)];
  const [markers, stillNow] = [look(past.before), look(past.unless)];
  const isDenied = ({ end }: Span) =>
    denials.some((no) => no.start >= end && no.start <= end + DENIAL_REACH && !doubles.some((yes) => touch(no, yes)));
  const isPast = ({ start, end }: Span) =>
    markers.some((then) => {
      const between = { start: then.start, end };
      return (
        then.end <= start &&
        near(text, then.end, start, language.gap * 2) &&
        !stillNow.some((now) => touch(now, between))
      );
    });
  return ({ risk, level }: Listed, span: Span): Level | null => {
    if (isDenied(span)) return denied.remains[risk] ?? null;
    return isPast(span) ? past.remains : level;
  };
}

/** In the same sentence, and not far away. */
const near = (text: string, from: number, to: number, gap: number): boolean =>
  to - from <= gap && !text.slice(from, to).includes("。");

const touch = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function compileExpression(lang: string, text: string, reading: Reading, vocabulary: Vocabulary) {
  try {
    const { shown, orders } = readExpression(text, reading);
    return { words: shown, orders: orders.map((order) => order.map((element) => learn(vocabulary, element))) };
  } catch (error) {
    throw new Error(`危険のことば（${lang}）「${text}」: ${error instanceof Error ? error.message : ""}`, {
      cause: error,
    });
  }
}
