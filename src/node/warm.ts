// Makes the lists of every language ready after the start, so that nobody's first word waits for them.
import { setImmediate, setTimeout as rest } from "node:timers/promises";
import type { Room } from "../desk/room.ts";
import { makeAll, madeUntil } from "../flow/listen/ear/gradual.ts";
import { unmade, type Flow, type Making } from "../flow/flow.ts";

/** What LINE held back while the program was away comes at once (ms). */
const FIRST_WORDS_MS = 2_000;

/** About so long (ms) at a time, and then so long for others: a whole language takes up to half a second. */
const [SLICE_MS, REST_MS] = [2, 50];

/** So long at a time (ms) where somebody waits to be heard; then whoever knocks is let in. */
const ASKED_SLICE_MS = 10;

/**
 * After the first words, in slices and only while nobody waits. Where somebody always does, a language is made ready when
 * it is first written.
 * @param idle ends when nothing is under way
 */
export async function warm({ gradual }: { gradual: Pick<Making, "step">[] }, idle: () => Promise<void>): Promise<void> {
  await rest(FIRST_WORDS_MS, undefined, { ref: false });
  for (const one of gradual)
    do {
      await rest(REST_MS, undefined, { ref: false });
      await idle();
    } while (!madeUntil(one, passed(SLICE_MS)));
}

/**
 * What words in a language that is not ready must wait for. All languages take two seconds and more, in which nobody else
 * would get their 200; in slices others do.
 */
export function readying(flow: Pick<Flow, "gradual">): NonNullable<Room["unready"]> {
  let under: Promise<unknown> = Promise.resolve();
  return (words) => {
    const wanted = unmade(flow, words);
    if (wanted.length === 0) return null;
    // One after the other: together they would take a slice each before anybody is let in.
    return () => (under = under.then(() => makeAll(wanted, () => passed(ASKED_SLICE_MS), setImmediate)));
  };
}

// --- internal ---

/** Has so long (ms) passed since now? */
function passed(ms: number): () => boolean {
  const until = performance.now() + ms;
  return () => performance.now() > until;
}
