// What is said, rendered for one office in every language at several hours: does it arrive whole, with nothing left open?
import type { Book } from "../../book/book.ts";
import { givenOf } from "../../desk/turn/given.ts";
import { saying, type Say } from "../../flow/effect.ts";
import { wordsOf } from "../../flow/flow.ts";
import { leavesOpen, render, type Given } from "../../flow/render.ts";
import { fill } from "../../flow/words/fill.ts";
import { atWords, type Finding } from "../finding.ts";
import { everySaying } from "./every.ts";
import { altMisfits, MESSAGES, misfits } from "./fits.ts";
import { placeOfButton, placeOfText } from "./place.ts";

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
export const givenAt = (book: Book, lang: string, at: number): Given => givenTo(book, lang, at, LONG);

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

/** Who is told the most; and a child, who has numbers of their own, before anybody is counted who waits. */
const LONG = { role: null, waiting: MANY } as const;
const SHORT = { role: "CHILD", waiting: null } as const;

const givenTo = (
  { flow, office, hotlines }: Book,
  lang: string,
  at: number,
  { role, waiting }: typeof LONG | typeof SHORT,
): Given =>
  givenOf(
    { flow, office, hotlines, now: () => at },
    { lang, role, receiptNo: "2026-000000", risks: [], urgency: "E9" },
    waiting,
  );

/** What the clock turns; all else is rendered at one hour. */
const CLOCKED = ["readBy", "reply", "phoneAnswer", "deskPhoneLine", "openNow", "numbers"];

function onLockScreen({ flow, office }: Book, lang: string): Finding[] {
  const alt = fill(wordsOf(flow, lang).say.alt, { office: office.name, account: office.account });
  return altMisfits(alt).map(({ law, what }) => ({ law, what, place: atWords(lang, "say", "alt"), talk: [] }));
}

function inLanguage(book: Book, lang: string, answers: Say[][], seen: Seen): Finding[] {
  const open = (gaps: string[]) => answers.filter((says) => gaps.some((gap) => leavesOpen(book.flow, lang, says, gap)));
  const [turns, differ] = [open(CLOCKED), open(["numbers", "waiting"])];
  return CLOCKS.flatMap((at, n) => [
    ...rendered(book, lang, n === 0 ? answers : turns, givenTo(book, lang, at, LONG), seen),
    ...rendered(book, lang, differ, givenTo(book, lang, at, SHORT), seen),
  ]);
}

function rendered(book: Book, lang: string, answers: Say[][], given: Given, seen: Seen): Finding[] {
  const quick = remembering(given);
  return answers.flatMap((says) => {
    const { said } = render(book.flow, lang, says, quick);
    const key = said.map(({ text, buttons }) => [text, ...buttons.map(({ label }) => label)].join("\t")).join("\n");
    if (seen.has(key)) return [];
    seen.add(key);
    return misfits(said).map(({ law, what, button }): Finding => {
      const place = button ? placeOfButton(book, lang, button) : placeOfText(book.flow, lang, says, quick);
      return { law, what, place, talk: [] };
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
