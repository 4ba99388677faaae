// Guesses what somebody meant to type: 「greting」 → greeting.

/** The word that differs by so little that it may be a slip of the hand, or null. */
export function nearest(word: string, words: string[]): string | null {
  const near = words
    .map((other) => ({ other, steps: stepsBetween(word, other) }))
    .filter(({ other, steps }) => steps <= 2 && steps < Math.min(word.length, other.length) / 2)
    .sort((a, b) => a.steps - b.steps);
  return near[0]?.other ?? null;
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function stepsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, m) => m);
  for (let n = 0; n < from.length; n += 1) {
    const next = [n + 1];
    for (let m = 0; m < to.length; m += 1) {
      const changed = (row[m] ?? 0) + (from[n] === to[m] ? 0 : 1);
      next.push(Math.min(changed, (row[m + 1] ?? 0) + 1, (next[m] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
