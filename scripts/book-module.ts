// Writes flows/, but for what only the proof needs, as one module for Workers, which have no disk:
// src/book/generated/files.ts. Part of `npm run prepare`. Packed tightly, because ten languages say much the same and a
// Worker is counted by its bytes; and read already, because YAML costs a Worker a second of its time.
import { mkdir, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { parse } from "yaml";
import { readFiles } from "../src/book/disk.ts";
import { PROOF_FILES } from "../src/book/proof/proof.ts";

const target = new URL("../src/book/generated/", import.meta.url);
const all = await readFiles(fileURLToPath(new URL("../flows/", import.meta.url)));
const files = Object.entries(all)
  .filter(([path]) => !PROOF_FILES.some((proof) => proof === path))
  // What one language says stands together: it packs tighter.
  .toSorted(([one], [other]) => (basename(one) < basename(other) ? -1 : 1));
await mkdir(target, { recursive: true });
const packed = pack(JSON.stringify(Object.fromEntries(files.map(([path, text]) => [path, parse(text)]))));
const text = `// Written by scripts/book-module.ts from flows/. Do not edit.\nexport const packed = "${packed}";\n`;
await writeFile(new URL("files.ts", target), text);

// --- internal ---

function pack(whole: string): string {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT, BROTLI_MAX_WINDOW_BITS } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: 11,
    [BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS,
    [BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(whole),
  };
  return brotliCompressSync(whole, { params }).toString("base64");
}
