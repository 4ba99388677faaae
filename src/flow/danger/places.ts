// Finds the expressions whose words follow each other in a text.
import type { Found, Place, Sighting } from "./vocabulary.ts";

/** Part of a text: from `start` up to and without `end`. */
export interface Span {
  start: number;
  end: number;
}

/** A text made even, with what is asked of it again and again. */
export interface Text {
  letters: string;
  /** Written with spaces between words? */
  spaced: boolean;
  /** For each position the next sentence end, at it or after it. */
  stops: Int32Array;
}

/** `letters` as `sentences` or `spacedSentences` make them. */
export function readText(letters: string, spaced: boolean): Text {
  const stops = new Int32Array(letters.length + 1).fill(letters.length);
  for (let at = letters.length - 1; at >= 0; at--)
    stops[at] = letters[at] === "。" ? at : (stops[at + 1] ?? letters.length);
  return { letters, spaced, stops };
}

/** Where these places follow each other in `text`, never across a sentence end that is not itself listed. */
export function findPlaces(places: Place[], found: Found, text: Text): Span[] {
  // Nearly every expression ends here: one of its words is nowhere in the text.
  if (places.some((place) => !place.optional && !found.has(place.set))) return [];
  const first = places.findIndex((place) => !place.optional);
  const rest = places.slice(first + 1);
  return found
    .get(places[first]?.set ?? -1)
    .flatMap(({ length, starts }) =>
      starts.flatMap((start) => [...walk(rest, start + length, found, text)].map((end) => ({ start, end }))),
    );
}

function walk(places: Place[], from: number, found: Found, text: Text): Iterable<number> {
  let reached: Set<number> = new Set([from]);
  for (const place of places) {
    if (reached.size === 0) break;
    reached = follow(place, reached, found, text);
  }
  return reached;
}

function follow(place: Place, reached: Set<number>, found: Found, { spaced, stops }: Text): Set<number> {
  const next = new Set<number>(place.optional ? reached : []);
  for (const word of found.get(place.set))
    for (const from of reached) {
      const last = Math.min(from + place.gap + (spaced ? 1 : 0), stops[from] ?? from);
      addEnds(next, word, from, last);
    }
  return next;
}

/** Adds the ends of a word that starts from `from` to `last`. */
function addEnds(ends: Set<number>, { length, starts }: Sighting, from: number, last: number): void {
  for (let n = firstFrom(starts, from); n < starts.length; n++) {
    const start = starts[n] ?? 0;
    if (start > last) return;
    ends.add(start + length);
  }
}

/** Index of the first of the ascending `starts` that is not before `from`. */
function firstFrom(starts: number[], from: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
