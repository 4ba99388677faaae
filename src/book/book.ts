// Everything in flows/ for one office, read and checked: the flow with its words and lists, the office, the numbers.
import type { z } from "zod";
import { compileDanger, dangerSchema, type Danger, type DangerFile } from "../flow/danger/danger.ts";
import type { Flow } from "../flow/flow.ts";
import { flowFileSchema } from "../flow/flow-file.ts";
import { compileListen } from "../flow/listen/lists.ts";
import { plain } from "../flow/listen/normal.ts";
import { listenSchema, wordsSchema } from "../flow/words.ts";
import { hotlinesSchema, type Hotlines } from "../office/hotlines.ts";
import { officeSchema, type Office } from "../office/office.ts";
import { checkFlow } from "./check-flow.ts";
import { checkOffice } from "./check-office.ts";
import { checkWords } from "./check-words.ts";
import { BookMistakes, type Mistake } from "./mistakes.ts";
import { parse, type Parsed } from "./parse.ts";

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
  const mistakes: Mistake[] = [];
  const read = readerOf(files, mistakes);
  const office = read(`offices/${officeId}.yaml`, officeSchema, `自治体「${officeId}」の設定`);
  const file = read("intake.yaml", flowFileSchema, "相談の流れ");
  const words = read("words/ja.yaml", wordsSchema, "日本語のことば");
  const listen = read("listen/ja.yaml", listenSchema, "聞き取ることば");
  const danger = read("danger.yaml", dangerSchema, "危険なことば");
  const hotlines = read("hotlines.yaml", hotlinesSchema, "緊急の番号");
  if (office) mistakes.push(...checkOffice(office, officeId));
  if (file) mistakes.push(...checkFlow(file));
  if (office && file && words) mistakes.push(...checkWords(file.data, words, office.data));
  const compiled = danger && heardIn(danger, files["danger.yaml"] ?? "", mistakes);
  if (mistakes.length > 0 || !office || !file || !words || !listen || !compiled || !hotlines)
    throw new BookMistakes(mistakes);
  const flow: Flow = {
    id: file.data.flow,
    version: String(file.data.version),
    steps: file.data.steps,
    words: { [words.data.lang]: words.data },
    listen: { [listen.data.lang]: compileListen(listen.data) },
    danger: compiled,
    districts: districtsOf(office.data),
  };
  return { flow, office: office.data, hotlines: hotlines.data };
}

// --- internal ---

/** Reads one file after the other and keeps the mistakes, so that all are told together. */
function readerOf(files: Files, mistakes: Mistake[]) {
  return <S extends z.ZodType>(path: string, schema: S, what: string): Parsed<z.infer<S>> | null => {
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
  };
}

/** An expression that cannot be read is a mistake of the file as well; its line is where it stands first. */
function heardIn({ data }: Parsed<DangerFile>, text: string, mistakes: Mistake[]): Danger | null {
  try {
    return compileDanger(data);
  } catch (error) {
    const what = error instanceof Error ? error.message : "";
    const expression = /「(.*?)」: /u.exec(what)?.[1];
    const line = expression === undefined ? 0 : text.split("\n").findIndex((one) => one.includes(expression)) + 1;
    mistakes.push({ file: "flows/danger.yaml", line, what: `${what}。書き方を確かめてください。` });
    return null;
  }
}

/** The topmost districts are offered; the smaller ones within them are heard where somebody names them. */
const districtsOf = ({ districts }: Office): Flow["districts"] => ({
  labels: Object.fromEntries(districts.filter(isTopmost).map(({ code, label }) => [code, label])),
  also: districts
    .flatMap((one) =>
      [...(isTopmost(one) ? [] : [one.label]), ...one.aliases].map((name) => ({ name, code: one.code })),
    )
    .map(({ name, code }) => ({ word: plain(name), means: code }))
    .sort((a, b) => b.word.length - a.word.length),
});

const isTopmost = ({ parent }: Office["districts"][number]): boolean => parent === null;
