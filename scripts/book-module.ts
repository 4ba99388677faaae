// Writes flows/ as one module for Workers, which have no disk: src/book/generated/files.ts. Part of `npm run prepare`.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readFiles } from "../src/book/disk.ts";

const target = new URL("../src/book/generated/", import.meta.url);
const files = await readFiles(fileURLToPath(new URL("../flows/", import.meta.url)));
await mkdir(target, { recursive: true });
const text = `// Written by scripts/book-module.ts from flows/. Do not edit.\nexport const files: Record<string, string> = ${JSON.stringify(files, null, 2)};\n`;
await writeFile(new URL("files.ts", target), text);
