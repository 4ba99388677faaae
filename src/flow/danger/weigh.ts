// How sure a danger is: less where it is denied (「とは思いません」) or long ago (「昔は」), and as its less sure side.
import type { RiskType } from "../codes.ts";
import type { Certainty, LanguageFile } from "./file.ts";
import type { Span, Text } from "./places.ts";
import type { Place } from "./vocabulary.ts";

/** `now` is danger to life at this moment, whatever the risk. */
export type Level = "now" | Certainty;

/** A level, and what staff should know beside it (「打ち消している」). */
export interface Weighed {
  level: Level;
  note: string | null;
}

export type Placed = Span & Weighed;

export interface Denied {
  after: Place[][];
  before: Place[][];
  unless: Place[][];
  remains: LanguageFile["denied"]["remains"];
  note: string;
}

export interface Past {
  before: Place[][];
  unless: Place[][];
  remains: Certainty;
  note: string;
}

/** Finds expressions in the text at hand. */
export type Look = (orders: Place[][]) => Span[];

/** From the most to the least sure. */
export const LEVELS: readonly Level[] = ["now", "sure", "likely", "hint"];
/** 「殴られ」+「たことはない」: so many characters may stand between the danger and its denial. */
const DENIAL_REACH = 4;
/** So many gaps may stand between 「昔は」 and the danger. */
const PAST_GAPS = 2;

/** Weighs a listed danger where it stands: as listed, less, or not at all (null). */
export function weigher(denied: Denied, past: Past, text: Text, gap: number, look: Look) {
  let ready: { isDenied: (span: Span) => boolean; isPast: (span: Span) => boolean } | undefined;
  return (risk: RiskType, level: Level, span: Span): Weighed | null => {
    // In most texts nothing stands that could be denied.
    ready ??= { isDenied: deniedAt(denied, look), isPast: pastAt(past, text, gap * PAST_GAPS, look) };
    const { isDenied, isPast } = ready;
    const remains = denied.remains[risk];
    if (isDenied(span)) return remains === undefined ? null : { level: remains, note: denied.note };
    return isPast(span) ? { level: past.remains, note: past.note } : { level, note: null };
  };
}

/** Both sides of 「A＆B」 near each other, the less sure of each pair; the nearest two are neighbours in the text's order. */
export function together(sides: Placed[][], reach: number): Weighed[] {
  const [only = []] = sides;
  if (sides.length === 1 || sides.some((side) => side.length === 0)) return sides.length === 1 ? only : [];
  const inOrder = sides.flatMap((side, n) => side.map((at) => ({ ...at, n }))).sort((a, b) => a.start - b.start);
  return inOrder.flatMap((b, at) => {
    const a = inOrder[at - 1];
    if (a === undefined || a.n === b.n || b.start - a.end > reach) return [];
    return [LEVELS.indexOf(a.level) > LEVELS.indexOf(b.level) ? a : b];
  });
}

/** Null where there is none. */
export function strongest(weighed: Weighed[]): Weighed | null {
  return weighed.reduce<Weighed | null>(
    (best, one) => (best === null || LEVELS.indexOf(one.level) < LEVELS.indexOf(best.level) ? one : best),
    null,
  );
}

function deniedAt(denied: Denied, look: Look): (span: Span) => boolean {
  const doubles = look(denied.unless);
  const alone = (no: Span) => !doubles.some((yes) => touch(no, yes));
  const [after, before] = [look(denied.after).filter(alone), look(denied.before).filter(alone)];
  const follows = (from: number, to: number) => to >= from && to <= from + DENIAL_REACH;
  return ({ start, end }) =>
    after.some((no) => follows(end, no.start)) || before.some((no) => no.end <= start && start <= no.end + 1);
}

function pastAt(past: Past, text: Text, reach: number, look: Look): (span: Span) => boolean {
  const [markers, stillNow] = [look(past.before), look(past.unless)];
  return ({ start, end }) =>
    markers.some((then) => {
      const sameSentence = then.end <= start && start - then.end <= reach && (text.stops[then.end] ?? 0) >= start;
      return sameSentence && !stillNow.some((now) => touch(now, { start: then.start, end }));
    });
}

const touch = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
