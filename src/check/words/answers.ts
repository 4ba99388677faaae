// Every answer the walk gave, rendered for one office at several hours in every language: inside LINE's limits, and nothing left open.
import { givenOf } from "../../desk/turn/given.ts";
import type { Book } from "../../book/book.ts";
import type { Say } from "../../flow/effect.ts";
import { render, type Given, type Said } from "../../flow/render.ts";
import { atWords, type Finding, type Law, type Place } from "../finding.ts";

/** https://developers.line.biz/en/reference/messaging-api/#send-reply-message and #text-message, #quick-reply */
const MESSAGES = 5;
const TEXT_UNITS = 5000;
const BUTTONS = 13;
const LABEL_LETTERS = 20;

/** Open, after hours, a Sunday, the turn of the year (Japan). */
const HOURS = ["2026-11-24T12:00", "2026-11-24T23:30", "2026-11-29T10:00", "2026-12-31T10:00"].map((at) =>
  Date.parse(`${at}+09:00`),
);

/** So many wait: the line is told, and long. */
const MANY = 1000;

/** Two answers of one key are rendered alike: which texts, buttons and numbers, in which order. */
export const answerKey = (says: Say[]): string =>
  says
    .map(({ say, question, buttons, choices, summary, risks }) =>
      [say, question?.field, question?.words, buttons.length, choices.length, summary.length > 99, risks[0]].join(),
    )
    .join(";");

/** What is wrong with these answers in this office. */
export const answersBroken = (book: Book, answers: Say[][]): Finding[] =>
  Object.keys(book.flow.words).flatMap((lang) =>
    HOURS.flatMap((at) => {
      const given = givenAt(book, lang, at);
      return answers.flatMap((says) => answerBroken(book, lang, says, given));
    }),
  );

/** What an office fills in at this moment. */
export const givenAt = ({ flow, office, hotlines }: Book, lang: string, at: number): Given =>
  givenOf({ flow, office, hotlines, now: () => at }, { lang, role: null, receiptNo: "2026-000000" }, MANY);

// --- internal ---

const letters = new Intl.Segmenter("ja", { granularity: "grapheme" });
/** A text is never shorter than its letters: most need not be counted. */
const isLong = (label: string): boolean =>
  label.length > LABEL_LETTERS && [...letters.segment(label)].length > LABEL_LETTERS;

function answerBroken({ flow }: Book, lang: string, says: Say[], given: Given): Finding[] {
  const { said } = render(flow, lang, says, given);
  const faults = faultsIn(said);
  if (faults.length === 0) return [];
  const lengthOf = (one: Say): number =>
    render(flow, lang, [one], given).said.reduce((sum, { text }) => sum + text.length, 0);
  const longest = says.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  return faults.map(([law, what]) => ({ law, what, place: placeOf(lang, longest), talk: [] }));
}

function faultsIn(said: Said[]): [Law, string][] {
  const faults: [Law, string, boolean][] = [
    ["limits", `一度に送れるのは${MESSAGES}通までです。`, said.length > MESSAGES],
    ["limits", `一通は${TEXT_UNITS}文字までです。`, said.some(({ text }) => text.length > TEXT_UNITS)],
    ["limits", `ボタンは${BUTTONS}個までです。`, said.some(({ buttons }) => buttons.length > BUTTONS)],
    [
      "limits",
      `ボタンのことばは${LABEL_LETTERS}文字までです。`,
      said.some(({ buttons }) => buttons.some(({ label }) => isLong(label))),
    ],
    ["gap", "{{…}} が残っています。", said.some(({ text }) => text.includes("{{"))],
    ["gap", "文が空になります。", said.some(({ text }) => text.trim() === "")],
  ];
  return faults.filter(([, , holds]) => holds).map(([law, what]) => [law, what]);
}

const placeOf = (lang: string, say: Say | undefined): Place =>
  say?.question != null
    ? atWords(lang, "questions", say.question.field, say.question.words)
    : atWords(lang, "say", say?.say ?? "greeting");
