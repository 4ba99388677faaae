// The golden conversations, held wherever the program runs: what LINE shows is word for word what is written.
import { describe, expect, it } from "vitest";
import { book, everyName, personOf, transcript } from "./book.ts";
import { hold } from "./hold.ts";
import { masked } from "./mask.ts";
import type { Place } from "./place.ts";

export { book, transcript } from "./book.ts";

/** One test for each conversation, or for those whose names begin so; `place` is asked when it begins. */
export function golden(place: () => Place, only?: string[]): void {
  const names = everyName.filter((name) => only?.some((start) => name.startsWith(start)) ?? true);
  describe("a conversation over signed webhooks goes as it is written, and leaves that record", () => {
    it.each(names.map((name, n) => [name.replace(".txt", ""), name, personOf(n)]))("%s", async (_, name, person) => {
      const text = transcript(name);
      const words = Object.values(book.flow.words);
      expect(masked(await hold(place(), book.office, text, person), words)).toBe(masked(text, words));
    });
  });
}
