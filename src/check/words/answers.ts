// What is said, rendered for one office in every language at several hours: does it arrive whole, with nothing left open?
import type { Book } from "../../book/book.ts";
import { givenOf } from "../../desk/turn/given.ts";
import { saying, type Say } from "../../flow/effect.ts";
import { wordsOf } from "../../flow/flow.ts";
import { leavesOpen, render, type Given } from "../../flow/render.ts";
import { fill } from "../../flow/words/fill.ts";
import { atWords, type Finding, type Place } from "../finding.ts";
import { everySaying } from "./every.ts";
import { altMisfits, MESSAGES, misfits, type Misfit } from "./fits.ts";

/** Japan: open, after hours, before, a Sunday, a holiday, the turn of the year. */
const CLOCKS = [
  "2026-11-24T12:00",
  "2026-11-24T23:30",
  "2026-09-10T07:00",
  "2026-11-29T10:00",
  "2026-11-23T10:00",
  "2026-12-31T10:00",
  "2027-01-02T21:00",
].map((at) => Date.parse(`${at}+09:00`));

/** So many wait: the line is told, and long. */
const MANY = 1000;

/** Two answers of one key are rendered alike: which texts, buttons and numbers, in which order. */
export const answerKey = (says: Say[]): string =>
  says
    .map(({ say, question, buttons, choices, summary, risks }) =>
      [say, question?.field, question?.words, buttons.length, choices.length, summary.length > 99, ...risks].join(),
    )
    .join(";");

/** What was looked at already: nine offices say most things in the same words. */
export type Seen = Set<string>;

/** What is wrong with these answers in this office, in every language at every clock; each text is looked at once. */
export function answersBroken(book: Book, answers: Say[][], seen: Seen = new Set()): Finding[] {
  const parts = partsOf(answers);
  return Object.keys(book.flow.words).flatMap((lang) => inLanguage(book, lang, parts, seen));
}

/** Everything that can be said by itself. */
export const sayingsBroken = (book: Book, seen: Seen = new Set()): Finding[] =>
  Object.keys(book.flow.words).flatMap((lang) => [
    ...onLockScreen(book, lang),
    ...inLanguage(book, lang, everySaying(book.flow, lang), seen),
  ]);

/** What an office fills in at this moment. */
export const givenAt = ({ flow, office, hotlines }: Book, lang: string, at: number): Given =>
  givenOf({ flow, office, hotlines, now: () => at }, { lang, role: null, receiptNo: "2026-000000" }, MANY);

// --- internal ---

/**
 * So many messages as LINE takes fit beside each other, whatever they are: of such an answer each is looked at by itself,
 * and so is each button.
 */
function partsOf(answers: Say[][]): Say[][] {
  const parts = answers.flatMap((says) =>
    says.length > MESSAGES ? [says] : says.map((say): Say[] => [{ ...say, buttons: [] }]),
  );
  const rows = answers.flatMap((says) => says.map(({ buttons }) => buttons));
  const each = [...new Map(rows.flat().map((one) => [`${one.step}:${one.value}`, one])).values()];
  const longest = rows.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return [
    ...new Map(parts.map((says) => [answerKey(says), says])).values(),
    ...[longest, ...each.map((one) => [one])].map((buttons): Say[] => [{ ...saying("got"), buttons }]),
  ];
}

/** What the clock turns; all else is rendered at one hour. */
const CLOCKED = ["readBy", "reply", "phoneAnswer", "deskPhoneLine", "openNow", "numbers"];

function onLockScreen({ flow, office }: Book, lang: string): Finding[] {
  const alt = fill(wordsOf(flow, lang).say.alt, { office: office.name, account: office.account });
  return altMisfits(alt).map(({ law, what }) => ({ law, what, place: atWords(lang, "say", "alt"), talk: [] }));
}

function inLanguage(book: Book, lang: string, answers: Say[][], seen: Seen): Finding[] {
  const { flow } = book;
  const turns = answers.filter((says) => CLOCKED.some((gap) => leavesOpen(flow, lang, says, gap)));
  return CLOCKS.flatMap((at, n) => {
    const given = remembering(givenAt(book, lang, at));
    return (n === 0 ? answers : turns).flatMap((says) => {
      const { said } = render(flow, lang, says, given);
      const key = said.map(({ text, buttons }) => [text, ...buttons.map(({ label }) => label)].join("\t")).join("\n");
      if (seen.has(key)) return [];
      seen.add(key);
      return misfits(said).map((misfit) => found(book, lang, says, given, misfit));
    });
  });
}

/** The same numbers are asked for again and again. */
function remembering(given: Given): Given {
  const known = new Map<string, string>();
  return {
    ...given,
    numbers(risks) {
      const key = risks.join();
      const lines = known.get(key) ?? given.numbers(risks);
      known.set(key, lines);
      return lines;
    },
  };
}

function found(book: Book, lang: string, says: Say[], given: Given, { law, what, button }: Misfit): Finding {
  return { law, what, place: button ? ofButton(book, lang, button) : ofText(book, lang, says, given), talk: [] };
}

function ofButton({ flow, office }: Book, lang: string, { step, value }: NonNullable<Misfit["button"]>): Place {
  if (step === "lang") return { file: `words/${value}.yaml`, path: ["name"] };
  if (step === "district" && value in flow.districts.labels)
    return { file: `offices/${office.id}.yaml`, path: ["districts"] };
  if (value.startsWith("FIX:")) return atWords(lang, "questions", value.slice(4), "label");
  const { choices } = wordsOf(flow, lang);
  return atWords(lang, "choices", choices[step]?.[value] === undefined ? "always" : step, value);
}

/** The longest of what was said, or what came out empty. */
function ofText({ flow }: Book, lang: string, says: Say[], given: Given): Place {
  const lengthOf = (one: Say): number =>
    render(flow, lang, [one], given).said.reduce((sum, { text }) => sum + text.length, 0);
  const sized = says.map((say) => ({ say, length: lengthOf(say) })).toSorted((a, b) => b.length - a.length);
  const { say, question } = (sized.find(({ length }) => length === 0) ?? sized[0])?.say ?? {
    say: null,
    question: null,
  };
  return question === null
    ? atWords(lang, "say", say ?? "greeting")
    : atWords(lang, "questions", question.field, question.words);
}
