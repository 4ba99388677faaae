// Reads the files of flows/ one after the other and keeps the mistakes, so that all are told together.
import type * as z from "zod";
import { BookMistakes, type Mistake } from "./mistakes.ts";
import { parse, type Parsed } from "./parse.ts";

/** The files of flows/ by their path below it, for example `words/ja.yaml`. */
export type Files = Record<string, string>;

/** The file at `path`, checked; null where it is missing or wrong. `what` names it in Japanese. */
export type Read = <S extends z.ZodType>(path: string, schema: S, what: string) => Parsed<z.infer<S>> | null;

export const readerOf =
  (files: Files, mistakes: Mistake[]): Read =>
  (path, schema, what) => {
    const text = files[path];
    if (text === undefined) {
      mistakes.push({ file: `flows/${path}`, line: 0, what: `${what}のファイルがありません。` });
      return null;
    }
    try {
      return remembered(`${path}\n${text}`, () => parse(`flows/${path}`, text, schema));
    } catch (error) {
      if (!(error instanceof BookMistakes)) throw error;
      mistakes.push(...error.mistakes);
      return null;
    }
  };

// --- internal ---

const READ = new Map<string, unknown>();

/** The same text is read once a process: several offices share most of it, and nobody changes what was read. */
function remembered<T>(key: string, make: () => T): T {
  const value = (READ.get(key) as T | undefined) ?? make();
  READ.set(key, value);
  return value;
}
