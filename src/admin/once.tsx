// A button that is pressed twice does what it says once: the form carries a word of its own, and what it does is known by it.
import { createHash } from "node:crypto";

/** In every form that does something. `kept`: the word of the form that could not be saved. */
export const Once = ({ kept = "" }: { kept?: string | undefined }) => (
  <input type="hidden" name="once" value={kept === "" ? crypto.randomUUID() : kept} />
);

/** A UUID for what a form does: the same for the same form with the same words, another once one of them is another. */
export function onceId(once: string, ...words: string[]): string {
  if (once === "") return crypto.randomUUID();
  const hex = createHash("sha256")
    .update([once, ...words].join("\0"))
    .digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
