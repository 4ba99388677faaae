// The golden conversations as they are written, and the book of the invented town they are held in.
import { fileURLToPath } from "node:url";
import { readdirSync, readFileSync } from "node:fs";
import { readBook } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";

const folder = new URL("../transcripts/", import.meta.url);
export const everyName = readdirSync(folder)
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
