// One resident and the flow, without a desk: state goes through JSON between any two turns, as it does in the store.
import { fileURLToPath } from "node:url";
import { readBook } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { advance } from "../../src/flow/advance.ts";
import type { Effect, Say } from "../../src/flow/effect.ts";
import { wordsOf } from "../../src/flow/flow.ts";
import type { Input } from "../../src/flow/input.ts";
import { render, type Said } from "../../src/flow/render.ts";
import { freshIn } from "../../src/flow/flow.ts";
import type { State } from "../../src/flow/state.ts";
import { factsOf } from "../../src/office/facts.ts";

export const book = readBook(
  await readFiles(fileURLToPath(new URL("../../flows/", import.meta.url))),
  "demo",
  "when needed",
);
/** Tuesday 2026-11-24, noon in Japan. */
export const NOON = Date.UTC(2026, 10, 24, 3);
export const NUMBERS = "（いま通じる番号）";
const RECEIPT = "2026-7KQ4MN";

/** One turn and what came of it. */
export interface Played {
  before: State;
  state: State;
  effects: Effect[];
  says: Say[];
  said: Said[];
  /** Keys of what was said; a question as 「?role」, in other words as 「?role:again」. */
  keys: string[];
  /** The field of the question, or null. */
  asked: string | null;
  /** Buttons as `step:value`. */
  buttons: string[];
}

export interface Resident {
  readonly state: State;
  readonly id: string;
  send(...inputs: Input[]): Played;
  /** Staff hold the talk. */
  held(...inputs: Input[]): Played;
  type(text: string): Played;
  press(step: string, value: string, talk?: string): Played;
}

/** Somebody who writes for the first time; `state` to begin elsewhere. */
export function resident(state: State = freshIn(book.flow, "ja")): Resident {
  let [now, count] = [state, 0];
  const turn = (held: boolean, inputs: Input[]): Played => {
    const arrived = inputs.map((input) => {
      count += 1;
      return { id: `e${count}`, at: NOON + count * 1000, messageId: hasMessage(input) ? `m${count}` : null, input };
    });
    const played = play(now, arrived, held);
    now = played.effects.some((effect) => effect.do === "erase")
      ? { ...freshIn(book.flow, "ja"), greeted: true }
      : json(played.state);
    return played;
  };
  const send = (...inputs: Input[]): Played => turn(false, inputs);
  return {
    get state() {
      return now;
    },
    get id() {
      return now.intake ?? "";
    },
    send,
    held: (...inputs) => turn(true, inputs),
    type: (text) => send({ kind: "text", text }),
    press: (step, value, talk = now.intake ?? "") => send({ kind: "choice", talk, step, value, label: value }),
  };
}

/** Said one after the other, each in a turn of its own; 「[role:SELF]」 presses a button. Gives the last turn. */
export function tell(who: Resident, ...lines: string[]): Played {
  const turns = lines.map((line) => {
    const button = /^\[(\w+):([^\]]+)\]$/.exec(line);
    return button ? who.press(button[1] ?? "", button[2] ?? "") : who.type(line);
  });
  const last = turns.at(-1);
  if (last === undefined) throw new Error("nothing was said");
  return last;
}

/** A talk that has come so far. */
export function after(...lines: string[]): Resident {
  const who = resident();
  tell(who, ...lines);
  return who;
}

/** All that was said, as one text. */
export const textOf = ({ said }: Played): string => said.map(({ text }) => text).join("\n");

// --- internal ---

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const hasMessage = ({ kind }: Input): boolean =>
  ["text", "sticker", "image", "video", "audio", "file", "location"].includes(kind);

function play(before: State, arrived: Parameters<typeof advance>[2]["arrived"], held: boolean): Played {
  const { state, effects } = advance(book.flow, frozen(json(before)), { arrived, held });
  // As the desk does: the number is given when the record is filed, and what was shown is kept.
  if (effects.some((effect) => effect.do === "file")) state.receiptNo ??= RECEIPT;
  const says = effects.filter((effect) => effect.do === "say");
  const words = wordsOf(book.flow, state.lang);
  const { said, shown } = render(book.flow, state.lang, says, {
    facts: { ...factsOf(book.office, NOON, words), receiptNo: state.receiptNo ?? "" },
    numbers: () => NUMBERS,
  });
  Object.assign(state.shown, shown);
  return {
    before,
    state,
    effects,
    says,
    said,
    keys: says.map(keyOf),
    asked: says.find(({ question }) => question !== null)?.question?.field ?? null,
    buttons: said.flatMap(({ buttons }) => buttons.map(({ step, value }) => `${step}:${value}`)),
  };
}

function keyOf({ say, question }: Say): string {
  if (question === null) return String(say);
  return question.words === "ask" ? `?${question.field}` : `?${question.field}:${question.words}`;
}

/** A flow that writes into the state it was given is found out at once. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
