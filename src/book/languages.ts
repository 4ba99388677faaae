// The languages of flows/: for each its words, and the lists it listens with. A language is there when its words are.
import {
  compileDanger,
  dangerWordsSchema,
  type Danger,
  type DangerFile,
  type LanguageFile,
} from "../flow/danger/danger.ts";
import type { Making } from "../flow/flow.ts";
import { gradual, type Gradual } from "../flow/listen/ear/gradual.ts";
import { compileListen, type Listen } from "../flow/listen/lists.ts";
import { isMostlyKana } from "../flow/listen/tongue.ts";
import type { LanguageReview } from "../flow/words/reviewed.ts";
import { listenSchema, wordsSchema, type ListenFile, type Words } from "../flow/words.ts";
import type { Mistake } from "./mistakes.ts";
import type { Parsed } from "./parse.ts";
import type { Files, Read } from "./reader.ts";

/** Are the lists made ready at once, so that every mistake in them is told, or each when it is first needed? */
export type Compile = "now" | "when needed";

export interface Language {
  words: Parsed<Words>;
  /** Made ready when it is first needed. */
  listen: Gradual<Listen>;
}

/** The codes of the files in one folder, Japanese first. */
export const languagesIn = (files: Files, folder: "words" | "danger"): string[] => {
  const found = Object.keys(files).flatMap((path) =>
    path.startsWith(`${folder}/`) ? path.slice(folder.length + 1, -5) : [],
  );
  return [...new Set(["ja", ...found])];
};

/** Every language whose files can be read; what cannot is among the mistakes. */
export function readLanguages(langs: string[], read: Read, mistakes: Mistake[]): Language[] {
  return langs.flatMap((lang) => {
    const words = read(`words/${lang}.yaml`, wordsSchema, `ことば（${lang}）`);
    if (words === null) return [];
    if (words.data.lang !== lang)
      mistakes.push(
        words.mistake(["lang"], `lang が「${words.data.lang}」です。ファイルの名前と同じ「${lang}」にしてください。`),
      );
    const { listens } = words.data;
    const listen = read(`listen/${listens}.yaml`, listenSchema, `聞き取ることば（${listens}）`);
    return listen === null ? [] : [{ words, listen: listeningTo(listen.data) }];
  });
}

const LISTENS = new WeakMap<ListenFile, Gradual<Listen>>();

function listeningTo(file: ListenFile): Gradual<Listen> {
  const known = LISTENS.get(file) ?? gradual(() => compileListen(file));
  LISTENS.set(file, known);
  return known;
}

/** What is made gradually. Which language somebody writes is found by the lists of all, where it is not plainly Japanese. */
export const makingsOf = ({ languages: dangers }: Danger, languages: Language[]): Making[] => [
  ...dangers.map(({ compiled, mayHold }) => ({ ...compiled, neededFor: mayHold })),
  ...languages.map(({ words: { data }, listen }) => ({
    ...listen,
    neededFor: (text: string) => data.listens === "ja" || !isPlainlyJapanese(text),
  })),
];

/** Without a letter of another script, too. */
const isPlainlyJapanese = (text: string): boolean => !FOREIGN.test(text) && isMostlyKana(text);

const FOREIGN = /(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])\p{L}/u;

/** The words of danger of every language: all of them listen to every text. */
export const readDanger = (langs: string[], read: Read): LanguageFile[] =>
  langs.flatMap((lang) => read(`danger/${lang}.yaml`, dangerWordsSchema, `危険のことば（${lang}）`)?.data ?? []);

/** Every language that is spoken or in which danger is heard. */
export function reviewsOf(languages: Language[], dangers: LanguageFile[]): LanguageReview[] {
  const spoken = languages.map(({ words: { data } }) => data);
  const dangerIn = (lang: string) => dangers.find((file) => file.lang === lang)?.reviewed ?? null;
  const heardOnly = dangers.filter(({ lang }) => !spoken.some(({ listens }) => listens === lang));
  return [
    ...spoken.map(({ lang, listens, reviewed }) => ({ lang, words: reviewed, danger: dangerIn(listens) })),
    ...heardOnly.map(({ lang, reviewed }) => ({ lang, words: null, danger: reviewed })),
  ];
}

/** An expression that cannot be read is a mistake of its file; its line is where it stands first. */
export function heardIn(
  urgencies: Omit<DangerFile, "languages">,
  languages: LanguageFile[],
  files: Files,
  mistakes: Mistake[],
  compile: Compile,
): Danger | null {
  const danger = compileDanger({ ...urgencies, languages });
  if (compile === "when needed") return danger;
  try {
    danger.languages.forEach(({ compiled }) => compiled.whole());
    return danger;
  } catch (error) {
    const what = error instanceof Error ? error.message : "";
    const expression = /「(.*?)」: /u.exec(what)?.[1];
    const file = `danger/${/（(\S+?)）/u.exec(what)?.[1] ?? "ja"}.yaml`;
    const line =
      expression === undefined ? 0 : (files[file] ?? "").split("\n").findIndex((one) => one.includes(expression)) + 1;
    mistakes.push({ file: `flows/${file}`, line, what: `${what}。書き方を確かめてください。` });
    return null;
  }
}
