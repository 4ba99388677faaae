// Takes out words that only look like danger because they stand inside something harmless (必死, 笑い死に, 殺虫剤).
import type { Span } from "./places.ts";
import type { Sighting } from "./vocabulary.ts";

/** The words that remain: those that touch no harmless span, or that hold the whole of it. */
export function masked(sightings: Sighting[], harmless: Span[]): Sighting[] {
  if (harmless.length === 0) return sightings;
  const covers = coverage(harmless);
  return sightings
    .map((word) => ({ ...word, starts: word.starts.filter((start) => !isCovered(start, start + word.length, covers)) }))
    .filter(({ starts }) => starts.length > 0);
}

/** 「殺虫剤」 listed as a means is not hidden by a harmless 「殺虫剤」; the 「殺」 in it is. */
function isCovered(start: number, end: number, covers: Map<number, Span[]>): boolean {
  const hides = (cover: Span) => start > cover.start || end < cover.end;
  // A span that hides the word lies over its first or its last letter.
  return (covers.get(start)?.some(hides) ?? false) || (covers.get(end - 1)?.some(hides) ?? false);
}

/** Which harmless spans lie over each position; equal spans once. */
function coverage(spans: Span[]): Map<number, Span[]> {
  const covers = new Map<number, Span[]>();
  const once = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  for (const span of once.values())
    for (let at = span.start; at < span.end; at++) {
      const here = covers.get(at);
      if (here === undefined) covers.set(at, [span]);
      else here.push(span);
    }
  return covers;
}
