// The golden conversations: each file of test/transcripts is played again, and must come out as it is written.
// After a wanted change: npm test -- -u, and read the difference as a welfare officer would.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readBook } from "../src/book/book.ts";
import { readFiles } from "../src/book/disk.ts";
import { playBack } from "../src/talk/play-back.ts";

const folder = new URL("./transcripts/", import.meta.url);
const files = await readFiles(fileURLToPath(new URL("../flows/", import.meta.url)));

const written = (folder: URL): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort();

async function goesAsWritten(office: string, file: URL): Promise<void> {
  const book = readBook(files, office, "when needed");
  await expect(await playBack(book, readFileSync(file, "utf8"))).toMatchFileSnapshot(fileURLToPath(file));
}

describe("every golden conversation goes as it is written", () => {
  it.each(written(folder))("%s", (file) => goesAsWritten("demo", new URL(file, folder)));
});

describe("and one in every office, with the agencies its staff are shown", () => {
  const offices = new URL("./offices/", folder);
  it.each(written(offices))("%s", (file) => goesAsWritten(file.replace(".txt", ""), new URL(file, offices)));

  it("no office is left out", () => {
    const known = Object.keys(files).flatMap((path) => /^offices\/(.+)\.yaml$/u.exec(path)?.[1] ?? []);
    expect(written(offices).map((file) => file.replace(".txt", ""))).toEqual(known.toSorted());
  });
});
