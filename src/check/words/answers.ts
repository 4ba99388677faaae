// Every answer the walk gave, rendered for one office at several hours: inside LINE's limits, and nothing left open.
import { numbersNow } from "../../desk/turn/numbers.ts";
import type { Room } from "../../desk/room.ts";
import type { Book } from "../../book/book.ts";
import type { Say } from "../../flow/effect.ts";
import { render, type Given, type Said } from "../../flow/render.ts";
import { factsOf } from "../../office/facts.ts";
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

/** Two answers of one key are rendered alike: which texts, buttons and numbers, in which order. */
export const answerKey = (says: Say[]): string =>
  says
    .map(({ say, question, buttons, choices, summary, risks }) =>
      [say, question?.field, question?.words, buttons.length, choices.length, summary.length > 99, risks[0]].join(),
    )
    .join(";");

/** What is wrong with these answers in this office. */
export const answersBroken = (book: Book, answers: Say[][]): Finding[] =>
  answers.flatMap((says) => HOURS.flatMap((at) => answerBroken(book, says, at)));

/** What an office fills in at this moment. */
export function givenAt({ office, hotlines }: Book, at: number): Given {
  const room = { office, hotlines, now: () => at } as unknown as Room;
  return {
    facts: { ...factsOf(office, at), receiptNo: "2026-000000" },
    numbers: (risks) => numbersNow(room, risks, false),
  };
}

// --- internal ---

const letters = new Intl.Segmenter("ja", { granularity: "grapheme" });
/** A text is never shorter than its letters: most need not be counted. */
const isLong = (label: string): boolean =>
  label.length > LABEL_LETTERS && [...letters.segment(label)].length > LABEL_LETTERS;

function answerBroken(book: Book, says: Say[], at: number): Finding[] {
  const { said } = render(book.flow, "ja", says, givenAt(book, at));
  const faults = faultsIn(said);
  if (faults.length === 0) return [];
  const longest = says.toSorted((a, b) => lengthOf(book, b, at) - lengthOf(book, a, at))[0];
  return faults.map(([law, what]) => ({ law, what, place: placeOf(longest), talk: [] }));
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

const lengthOf = (book: Book, say: Say, at: number): number =>
  render(book.flow, "ja", [say], givenAt(book, at)).said.reduce((sum, { text }) => sum + text.length, 0);

const placeOf = (say: Say | undefined): Place =>
  say?.question != null
    ? atWords("questions", say.question.field, say.question.words)
    : atWords("say", say?.say ?? "greeting");
