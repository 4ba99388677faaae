// Reads the files of flows/ from disk (Node only; a Worker has them in one generated module).
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Files } from "./book.ts";

/** Every YAML file below `folder`, by its path with forward slashes. */
export async function readFiles(folder: string): Promise<Files> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".yaml")).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return Object.fromEntries(names.map((name, index) => [name.replaceAll("\\", "/"), texts[index] ?? ""]));
}
