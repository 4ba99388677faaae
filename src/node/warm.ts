// Makes the lists of every language ready after the start, so that nobody's first word waits for them.
import { setImmediate as others } from "node:timers/promises";
import type { Flow } from "../flow/flow.ts";

/** One language after the other; between them whoever writes comes first. */
export async function warm({ danger, listen }: Flow): Promise<void> {
  for (const { compiled } of danger.languages) {
    await others();
    compiled();
  }
  for (const lang of Object.keys(listen)) {
    await others();
    void listen[lang];
  }
}
