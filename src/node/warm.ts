// Makes the lists of every language ready after the start, so that nobody's first word waits for them.
import { setTimeout as rest } from "node:timers/promises";
import type { Flow } from "../flow/flow.ts";

/** What LINE held back while the program was away comes at once (ms). */
const FIRST_WORDS = 2_000;

/**
 * After the first words, one language after the other, and only while nobody waits: each takes a tenth of a second. Where
 * somebody always does, a language is made ready when it is first written.
 * @param idle ends when nothing is under way
 */
export async function warm({ danger, listen }: Flow, idle: () => Promise<void>): Promise<void> {
  const makeReady = [
    ...danger.languages.map(({ compiled }) => compiled),
    ...Object.keys(listen).map((lang) => () => listen[lang]),
  ];
  await rest(FIRST_WORDS, undefined, { ref: false });
  for (const make of makeReady) {
    await rest(1, undefined, { ref: false });
    await idle();
    make();
  }
}
