// Reads flows/ for every office, with every list made ready: a mistake stops the build, and is told with file and line.
// What was read is kept beside the program, so that it need not be read at every start.
// The program itself makes the lists ready when they are first needed. Part of `npm run build`.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readBook } from "../src/book/book.ts";
import { readFiles } from "../src/book/disk.ts";
import { readyOf } from "../src/book/packed/ready.ts";
import { BookMistakes } from "../src/book/mistakes.ts";
import { readProof } from "../src/book/proof/proof.ts";

const files = await readFiles(fileURLToPath(new URL("../flows/", import.meta.url)));
const offices = Object.keys(files).flatMap((path) => /^offices\/(.+)\.yaml$/u.exec(path)?.[1] ?? []);
const mistakes = new Set<string>();
for (const read of [...offices.map((office) => () => readBook(files, office)), () => readProof(files)])
  try {
    read();
  } catch (error) {
    if (!(error instanceof BookMistakes)) throw error;
    for (const line of error.message.split("\n")) mistakes.add(line);
  }
for (const line of mistakes) console.error(line);
if (mistakes.size === 0) {
  const dist = new URL("../dist/", import.meta.url);
  await mkdir(dist, { recursive: true });
  await writeFile(new URL("flows.json", dist), JSON.stringify(readyOf(files)));
}
process.exitCode = mistakes.size > 0 ? 1 : 0;
