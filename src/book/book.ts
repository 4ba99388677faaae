// Everything in flows/ for one office, read and checked: the flow with its words and lists, the office, the numbers.
import { dangerSchema } from "../flow/danger/danger.ts";
import type { Course, Flow } from "../flow/flow.ts";
import { flowFileSchema, type FlowFile } from "../flow/flow-file.ts";
import type { Listen } from "../flow/listen/lists.ts";
import { plain } from "../flow/listen/normal.ts";
import type { LanguageReview } from "../flow/words/reviewed.ts";
import { hotlinesSchema, type Hotlines } from "../office/hotlines.ts";
import { officeSchema, type Office } from "../office/office.ts";
import { checkDanger } from "./check/danger.ts";
import { checkFacts } from "./check/facts.ts";
import { checkFlow, checkRoles, START } from "./check/flow.ts";
import { checkOffice } from "./check/office.ts";
import { checkWords } from "./check/words.ts";
import { type Compile, heardIn, languagesIn, makingsOf, readDanger, readLanguages, reviewsOf } from "./languages.ts";
import { BookMistakes, type Mistake } from "./mistakes.ts";
import { othersSchema } from "./others.ts";
import type { Parsed } from "./parse.ts";
import { readerOf, type Files, type Read } from "./reader.ts";

export type { Files } from "./reader.ts";

export interface Book {
  flow: Flow;
  office: Office;
  hotlines: Hotlines;
  reviews: LanguageReview[];
}

/**
 * Reads the book for one office.
 * @throws BookMistakes with every mistake of every file, in Japanese, with file and line
 */
export function readBook(files: Files, officeId: string, compile: Compile = "now"): Book {
  const mistakes: Mistake[] = [];
  const read = readerOf(files, mistakes);
  const office = read(`offices/${officeId}.yaml`, officeSchema, `自治体「${officeId}」の設定`);
  const courses = readCourses(files, read);
  const others = read("other-languages.yaml", othersSchema, "ほかの言語")?.data ?? [];
  const urgencies = read("danger.yaml", dangerSchema, "危険の急ぎの度合い");
  const hotlines = read("hotlines.yaml", hotlinesSchema, "緊急の番号");
  const languages = readLanguages(languagesIn(files, "words"), read, mistakes);
  const dangers = readDanger(languagesIn(files, "danger"), read);
  if (office) mistakes.push(...checkOffice(office, officeId));
  mistakes.push(...courses.flatMap(({ id, file }) => checkFlow(file, id)));
  // A course that cannot be read leaves its roles alone: that is told already.
  if (courses.length === talksIn(files).length) mistakes.push(...checkRoles(courses.map(({ file }) => file)));
  const asked = courses.flatMap(({ file }) => file.data.steps);
  if (office) for (const { words } of languages) mistakes.push(...checkWords(asked, words, office.data));
  if (hotlines) for (const { words } of languages) mistakes.push(...checkFacts(words, hotlines.data));
  if (urgencies) mistakes.push(...checkDanger(urgencies, dangers));
  const danger = urgencies && heardIn(urgencies.data, dangers, files, mistakes, compile);
  const start = courses.find(({ id }) => id === START);
  if (mistakes.length > 0 || !office || !start || !danger || !hotlines) throw new BookMistakes(mistakes);
  const flow: Flow = {
    start: courseOf(start.file.data),
    courses: courses.filter(({ id }) => id !== START).map(({ file }) => courseOf(file.data)),
    others,
    words: Object.fromEntries(languages.map(({ words }) => [words.data.lang, words.data])),
    listen: lazily(
      languages.map(({ words, listen }) => [words.data.lang, () => withPartners(listen.whole(), office.data.partners)]),
    ),
    danger,
    gradual: makingsOf(danger, languages),
    districts: districtsOf(office.data),
  };
  return { flow, office: office.data, hotlines: hotlines.data, reviews: reviewsOf(languages, dangers) };
}

// --- internal ---

/** Each value is made when it is first looked at, and then kept. */
function lazily<T>(made: [string, () => T][]): Record<string, T> {
  const kept = new Map<string, T>();
  const look = (key: string, make: () => T): T => {
    const value = kept.get(key) ?? make();
    kept.set(key, value);
    return value;
  };
  return Object.defineProperties(
    {},
    Object.fromEntries(made.map(([key, make]) => [key, { enumerable: true, get: () => look(key, make) }])),
  );
}

/** The files of talks/, `start` among them even where it is missing. */
const talksIn = (files: Files): string[] => {
  const found = Object.keys(files).flatMap((path) => /^talks\/(.+)\.yaml$/u.exec(path)?.[1] ?? []);
  return [...new Set([START, ...found])];
};

function readCourses(files: Files, read: Read): { id: string; file: Parsed<FlowFile> }[] {
  return talksIn(files).flatMap((id) => {
    const file = read(`talks/${id}.yaml`, flowFileSchema, `相談の流れ（${id}）`);
    return file === null ? [] : [{ id, file }];
  });
}

const courseOf = ({ flow, version, title, for: roles, steps }: FlowFile): Course => ({
  id: flow,
  version: String(version),
  title,
  for: roles,
  steps,
});

/** 「ふくろう隊です」: those who look after others in this town are known by their names. */
const withPartners = (listen: Listen, partners: Office["partners"]): Listen => ({
  ...listen,
  roles: [
    ...partners
      .filter(({ kind }) => kind.includes("見守り"))
      .flatMap(({ name }) => listen.forms(name).map((word) => ({ word, spelled: name, means: "MIMAMORI" as const }))),
    ...listen.roles,
  ],
});

/** The topmost districts are offered; the smaller ones within them are heard where somebody names them. */
function districtsOf({ districts }: Office): Flow["districts"] {
  const named = districts
    .flatMap((one) =>
      [...(isTopmost(one) ? [] : [one.label]), ...one.aliases].map((name) => ({ word: plain(name), means: one.code })),
    )
    .sort((a, b) => b.word.length - a.word.length);
  return {
    labels: Object.fromEntries(districts.filter(isTopmost).map(({ code, label }) => [code, label])),
    also: named.filter(({ word }) => !A_SOUND.test(word)),
    sounds: Object.fromEntries(named.filter(({ word }) => A_SOUND.test(word)).map(({ word, means }) => [word, means])),
  };
}

/** Two letters of kana stand inside too many other words, and the south is a name as well. */
const A_SOUND = /^(?:\p{Script=Hiragana}{1,2}|みなみ|ひがし)$/u;

const isTopmost = ({ parent }: Office["districts"][number]): boolean => parent === null;
