// Everything in flows/ for one office, read and checked: the flow with its words and lists, the office, the numbers.
import { compileDanger, dangerSchema } from "../flow/danger/danger.ts";
import type { Flow } from "../flow/flow.ts";
import { flowFileSchema } from "../flow/flow-file.ts";
import { compileListen } from "../flow/listen/lists.ts";
import { plain } from "../flow/listen/normal.ts";
import { listenSchema, wordsSchema } from "../flow/words.ts";
import { hotlinesSchema, type Hotlines } from "../office/hotlines.ts";
import { officeSchema, type Office } from "../office/office.ts";
import { checkWords } from "./check-words.ts";
import { BookMistakes, type Mistake } from "./mistakes.ts";
import { parse } from "./parse.ts";

/** The files of flows/ by their path below it, for example `words/ja.yaml`. */
export type Files = Record<string, string>;

export interface Book {
  flow: Flow;
  office: Office;
  hotlines: Hotlines;
}

/**
 * Reads the book for one office.
 * @throws BookMistakes with every mistake of every file, in Japanese, with file and line
 */
export function readBook(files: Files, officeId: string): Book {
  const reader = readerOf(files);
  const office = reader.read(`offices/${officeId}.yaml`, officeSchema, `自治体「${officeId}」の設定`);
  const file = reader.read("intake.yaml", flowFileSchema, "相談の流れ");
  const words = reader.read("words/ja.yaml", wordsSchema, "日本語のことば");
  const listen = reader.read("listen/ja.yaml", listenSchema, "聞き取ることば");
  const danger = reader.read("danger.yaml", dangerSchema, "危険なことば");
  const hotlines = reader.read("hotlines.yaml", hotlinesSchema, "緊急の番号");
  reader.finish();
  if (!office || !file || !words || !listen || !danger || !hotlines) throw new BookMistakes([]);
  const flow: Flow = {
    id: file.flow,
    version: String(file.version),
    steps: file.steps,
    words: { [words.lang]: words },
    listen: { [listen.lang]: compileListen(listen) },
    danger: compileDanger(danger),
    districts: districtsOf(office),
  };
  const mistakes = checkWords(file, words, office);
  if (mistakes.length > 0) throw new BookMistakes(mistakes);
  return { flow, office, hotlines };
}

// --- internal ---

/** Reads one file after the other and keeps the mistakes, so that all are told together. */
function readerOf(files: Files): {
  read: <S extends Parameters<typeof parse>[2]>(
    path: string,
    schema: S,
    what: string,
  ) => ReturnType<typeof parse<S>> | null;
  finish(): void;
} {
  const mistakes: Mistake[] = [];
  return {
    read(path, schema, what) {
      const text = files[path];
      if (text === undefined) {
        mistakes.push({ file: `flows/${path}`, line: 0, what: `${what}のファイルがありません。` });
        return null;
      }
      try {
        return parse(`flows/${path}`, text, schema);
      } catch (error) {
        if (!(error instanceof BookMistakes)) throw error;
        mistakes.push(...error.mistakes);
        return null;
      }
    },
    finish() {
      if (mistakes.length > 0) throw new BookMistakes(mistakes);
    },
  };
}

const districtsOf = (office: Office): Flow["districts"] => ({
  labels: Object.fromEntries(office.districts.map(({ code, label }) => [code, label])),
  also: office.districts
    .flatMap(({ code, aliases }) => aliases.map((alias) => ({ word: plain(alias), means: code })))
    .sort((a, b) => b.word.length - a.word.length),
});
