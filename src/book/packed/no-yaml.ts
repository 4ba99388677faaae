// What stands for YAML on Workers (wrangler.toml, [alias]): flows/ were read when the program was built, and the reader is
// a fiftieth of what a Worker may weigh.
import type { Document, LineCounter as Lines } from "yaml";

/** Asked for before the reading, which is where it ends. */
export const LineCounter = Object as unknown as new () => Lines;

/** @throws always: only what does not fit its schema would be read again, to tell the line of the mistake */
export function parseDocument(): Document {
  throw new Error("flows/ cannot be used as they were packed. `npm run flows:check` tells what is wrong, and where");
}
