// The golden conversations, held wherever the program runs: what LINE shows is word for word what is written.
import { fileURLToPath } from "node:url";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBook } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { hold } from "./hold.ts";
import { masked } from "./mask.ts";
import type { Place } from "./place.ts";

const folder = new URL("../transcripts/", import.meta.url);
const everyName = readdirSync(folder)
  .filter((file) => file.endsWith(".txt"))
  .sort();
export const book = readBook(
  await readFiles(fileURLToPath(new URL("../../flows/", import.meta.url))),
  "demo",
  "when needed",
);

export const transcript = (name: string): string => readFileSync(new URL(name, folder), "utf8");

/** A person of their own for the nth conversation. */
export const personOf = (n: number): string => `U${String(n).padStart(32, "0")}`;

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
