// Makes the lists of every language ready after the start, so that nobody's first word waits for them.
import { setImmediate as others, setTimeout as rest } from "node:timers/promises";
import type { Flow } from "../flow/flow.ts";

/** What LINE held back while the program was away comes at once (ms). */
const FIRST_WORDS = 2_000;

/** After the first words, one language after the other; between them whoever writes comes first. */
export async function warm({ danger, listen }: Flow): Promise<void> {
  await rest(FIRST_WORDS, undefined, { ref: false });
  for (const { compiled } of danger.languages) {
    await others();
    compiled();
  }
  for (const lang of Object.keys(listen)) {
    await others();
    void listen[lang];
  }
}
