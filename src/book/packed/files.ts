// flows/ as a Worker carries it (scripts/book-module.ts packs it): unpacked once, when it is first needed.
import { Buffer } from "node:buffer";
import { brotliDecompressSync } from "node:zlib";
import type { Files } from "../book.ts";
import { packed } from "../generated/files.ts";

export const packedFiles = (): Files =>
  JSON.parse(brotliDecompressSync(Buffer.from(packed, "base64")).toString()) as Files;
