// Takes out words that only look like danger because they stand inside something harmless (必死, 笑い死に, 殺虫剤).
import type { Found, Span } from "./words.ts";

/** The words that remain: those that touch no harmless span, or reach beyond it on every side they share. */
export function masked(found: Found, harmless: Span[]): Found {
  if (harmless.length === 0) return found;
  const covers = coverage(harmless);
  const rest: Found = new Map();
  for (const [set, starts] of found) {
    const kept = [...starts].flatMap(([start, ends]): [number, number[]][] => {
      const open = ends.filter((end) => !isCovered({ start, end }, covers));
      return open.length > 0 ? [[start, open]] : [];
    });
    if (kept.length > 0) rest.set(set, new Map(kept));
  }
  return rest;
}

/** 「殺虫剤」 listed as a means is not hidden by a harmless 「殺虫剤」; the 「殺」 in it is. */
function isCovered(word: Span, covers: Map<number, Span[]>): boolean {
  for (let at = word.start; at < word.end; at++)
    for (const cover of covers.get(at) ?? []) if (word.start > cover.start || word.end < cover.end) return true;
  return false;
}

/** Which harmless spans lie over each position; equal spans once. */
function coverage(spans: Span[]): Map<number, Span[]> {
  const covers = new Map<number, Span[]>();
  const once = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  for (const span of once.values())
    for (let at = span.start; at < span.end; at++) covers.set(at, [...(covers.get(at) ?? []), span]);
  return covers;
}
