// The golden conversations: each file of test/transcripts is played again, and must come out as it is written.
// After a wanted change: npm test -- -u, and read the difference as a welfare officer would.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readBook } from "../src/book/book.ts";
import { readFiles } from "../src/book/disk.ts";
import { playBack } from "../src/talk/play-back.ts";

const folder = new URL("./transcripts/", import.meta.url);
const book = readBook(await readFiles(fileURLToPath(new URL("../flows/", import.meta.url))), "demo");

describe("every golden conversation goes as it is written", () => {
  for (const file of readdirSync(folder).sort()) {
    it(file.replace(".txt", ""), async () => {
      const text = readFileSync(new URL(file, folder), "utf8");
      await expect(await playBack(book, text)).toMatchFileSnapshot(fileURLToPath(new URL(file, folder)));
    });
  }
});
