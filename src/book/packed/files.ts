// flows/ as a Worker carries it (scripts/book-module.ts packs it): unpacked once, when it is first needed.
import { Buffer } from "node:buffer";
import { brotliDecompressSync } from "node:zlib";
import type { Files } from "../book.ts";
import { packed } from "../generated/files.ts";

export function packedFiles(): Files {
  const whole = brotliDecompressSync(Buffer.from(packed, "base64")).toString();
  const read = Object.entries(JSON.parse(whole) as Record<string, unknown>);
  return Object.fromEntries(read.map(([path, data]) => [path, JSON.stringify(data)]));
}
