// Writes flows/, but for what only the proof needs, as one module for Workers, which have no disk:
// src/book/generated/files.ts. Part of `npm run prepare`.
import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readFiles } from "../src/book/disk.ts";
import { PROOF_FILES } from "../src/book/proof/proof.ts";

const target = new URL("../src/book/generated/", import.meta.url);
const all = await readFiles(fileURLToPath(new URL("../flows/", import.meta.url)));
const files = Object.fromEntries(Object.entries(all).filter(([path]) => !PROOF_FILES.some((proof) => proof === path)));
await mkdir(target, { recursive: true });
const text = `// Written by scripts/book-module.ts from flows/. Do not edit.\nexport const files: Record<string, string> = ${JSON.stringify(files, null, 2)};\n`;
await writeFile(new URL("files.ts", target), text);
