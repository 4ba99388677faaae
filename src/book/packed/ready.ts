// flows/ read once, when the program is built: YAML costs a second at every start, its data as JSON a few hundredths. A
// file that was changed since is read as it stands.
import { createHash } from "node:crypto";
import { parse } from "yaml";
import type { Files } from "../book.ts";

/** By path: what a file held, and of which text that is true. */
export type Ready = Record<string, { of: string; json: string }>;

export const readyOf = (files: Files): Ready =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, { of: hashOf(text), json: JSON.stringify(parse(text)) }]),
  );

/** The files, as JSON where it is known what they hold. */
export const quickened = (files: Files, ready: Ready): Files =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const known = ready[path];
      return [path, known?.of === hashOf(text) ? known.json : text];
    }),
  );

// --- internal ---

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64");
