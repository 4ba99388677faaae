// Makes the lists of every language ready after the start, so that nobody's first word waits for them.
import { setTimeout as rest } from "node:timers/promises";
import type { Flow } from "../flow/flow.ts";

/** What LINE held back while the program was away comes at once (ms). */
const FIRST_WORDS_MS = 2_000;

/** About so long (ms) at a time, and then so long for others: a whole language takes up to a sixth of a second. */
const [SLICE_MS, REST_MS] = [2, 50];

/**
 * After the first words, in slices and only while nobody waits. Where somebody always does, a language is made ready when
 * it is first written.
 * @param idle ends when nothing is under way
 */
export async function warm({ gradual }: Pick<Flow, "gradual">, idle: () => Promise<void>): Promise<void> {
  await rest(FIRST_WORDS_MS, undefined, { ref: false });
  for (const one of gradual)
    do {
      await rest(REST_MS, undefined, { ref: false });
      await idle();
    } while (!madeIn(SLICE_MS, one.step));
}

// --- internal ---

/** Goes on for so long; true where nothing is left to make. */
function madeIn(ms: number, step: () => boolean): boolean {
  const begun = performance.now();
  for (;;) {
    if (step()) return true;
    if (performance.now() - begun > ms) return false;
  }
}
