// Reads src/ as text: its files, and what each of them imports.
import { fileURLToPath } from "node:url";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));
/** Paths in src/, with forward slashes, without what scripts write. */
export const FILES = globSync("**/*.{ts,tsx}", { cwd: SRC })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !file.includes("generated/"))
  .toSorted();
export const textOf = (file: string): string => readFileSync(join(SRC, file), "utf8");

/** What a file imports; `to` is a path in src/, or null for a package. Types count: they are arrows too. */
export function importsOf(file: string): { from: string; to: string | null; type: boolean }[] {
  const found = textOf(file).matchAll(
    /(?:^import (type )?|^export (type )?[^;]*?from |^[^/\n]*\bimport\()(?:[^;"]*? from )?"([^"]+)"/gm,
  );
  return [...found].map(([, typed, typedExport, from = ""]) => ({
    from,
    to: from.startsWith(".") ? join(dirname(file), from) : null,
    type: (typed ?? typedExport) !== undefined,
  }));
}

/** The way from a file back to itself, over imports that are there when the program runs. */
export function circleFrom(start: string): string | null {
  const seen = new Set<string>();
  const ways = [[start]];
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    for (const { to, type } of FILES.includes(way.at(-1) ?? "") ? importsOf(way.at(-1) ?? "") : []) {
      if (to === start && !type) return [...way, start].join(" → ");
      if (to === null || type || seen.has(to)) continue;
      seen.add(to);
      ways.push([...way, to]);
    }
  }
  return null;
}
