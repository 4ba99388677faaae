// check: the answers once more, numbered, to be sent or put right. 「はい」 → "SEND", 「3」 or 「地区」 → "FIX:district"
import * as z from "zod";
import { labelsOf, listenOf, stepsOf, wordsOf, type Flow } from "../flow.ts";
import { intentOf } from "../listen/intent.ts";
import { readNumbers, readWhole } from "../listen/answer/choice.ts";
import { addressesIn } from "../listen/answer/phone.ts";
import { fill } from "../words/fill.ts";
import { wordIn, type Answer, type Json, type Person, type State } from "../state.ts";
import type { Words } from "../words.ts";
import { fewOf } from "./ask-few.ts";
import { PARTS, stepBase, type Field, type Part, type StepKind } from "./step.ts";

const schema = z.strictObject({ kind: z.literal("check"), ...stepBase });

export const check: StepKind<typeof schema> = {
  schema,
  offer: (_step, flow, state) => ({
    choices: [],
    buttons: ["SEND", ...checkable(flow, state).map((field) => `FIX:${field}`)].slice(0, 11),
  }),
  read(_step, text, flow, state) {
    const listen = listenOf(flow, state.lang, text);
    const fields = checkable(flow, state);
    const numbered = fields[(readNumbers(listen, text)[0] ?? 0) - 1];
    if (numbered !== undefined) return `FIX:${numbered}`;
    if (["yes", "start", "thanks"].includes(intentOf(listen, text) ?? "")) return "SEND";
    if (
      readWhole(listen, text, ["SEND"], labelsOf(flow, state.lang, "check"), listen.choices["check"] ?? []) === "SEND"
    )
      return "SEND";
    const bare = (name: string): string => name.replace(/^お/u, "");
    const said = bare(listen.plain(text));
    const isNamed = (field: Field | Part): boolean =>
      [nameOf(flow, state.lang, field), fixButton(flow, state.lang, field)].some(
        (name) => bare(listen.label(name)) === said,
      );
    const named = fields.find(isNamed);
    return named === undefined ? null : `FIX:${named}`;
  },
  press: (_step, value, flow, state) =>
    value === "SEND" || checkable(flow, state).some((field) => value === `FIX:${field}`) ? value : null,
};

/** A line of the check; its number is its place. */
export interface Line {
  field: Field | Part;
  /** 「地区」「電話番号」 */
  name: string;
}

export const linesOf = (flow: Flow, state: State): Line[] =>
  checkable(flow, state).map((field) => ({ field, name: nameOf(flow, state.lang, field) }));

/** 「直す：地区」 */
export const fixButton = (flow: Flow, lang: string, field: string): string =>
  fill(wordsOf(flow, lang).facts["fix-button"], {
    fix: labelsOf(flow, lang, "check")["FIX"] ?? "",
    label: nameOf(flow, lang, field),
  });

/** The lines of the check: 「1 だれのこと：家族のこと」. */
export function summaryOf(flow: Flow, state: State): string {
  const { facts } = wordsOf(flow, state.lang);
  const line = ({ field, name }: Line, n: number): string =>
    fill(facts["answer-line"], { n: n + 1, label: name, answer: answerIn(flow, state, field) });
  return linesOf(flow, state).map(line).join("\n");
}

/** What was understood of an answer, in the words of the state's language. */
export function answerIn(flow: Flow, state: State, field: Field | Part): string {
  const answer = state.answers[field] as Answer;
  const [{ facts }, labels] = [wordsOf(flow, state.lang), labelsOf(flow, state.lang, field)];
  const label = (value: Json | undefined): string => labels[wordIn(value)] ?? wordIn(value);
  const all = (words: string[]): string => words.join(facts["answer-join"]);
  if (answer.value === null) return unread(answer, facts);
  if (field === "whom")
    return all((answer.value as unknown as Person[]).map((person) => spokenPerson(flow, state, person)));
  if (field === "category") {
    const { primary, others } = answer.value as { primary: string; others: string[] };
    return all([primary, ...others].map(label));
  }
  if (answer.value !== null && typeof answer.value === "object" && "chosen" in answer.value) {
    const { chosen, text } = fewOf(state, field);
    return all([...chosen.map(label), ...(text === "" ? [] : [fill(facts["answer-quoted"], { answer: text })])]);
  }
  if (field === "district") return (answer.value as { text: string }).text;
  if (field === "contact") {
    const written = addressesIn(answer.answer).map(({ address }) => address);
    return all([...(answer.value as string[]).map(label), ...written]);
  }
  return Array.isArray(answer.value) ? all(answer.value.map(label)) : label(answer.value);
}

// --- internal ---

/** What can be put right: everything that was answered but the consent, which has its own words for taking it back. */
const checkable = (flow: Flow, state: State): (Field | Part)[] =>
  [...stepsOf(flow, state).map(({ fills }) => fills), ...PARTS].filter(
    (field) => !["consent", "story", "check"].includes(field) && state.answers[field] !== undefined,
  );

/** What the check calls a field: 「地区」「電話番号」. */
const nameOf = (flow: Flow, lang: string, field: string): string => {
  const { questions, parts } = wordsOf(flow, lang);
  return (parts as Record<string, string>)[field] ?? questions[field]?.label ?? field;
};

/** Passed over, or kept as it was typed. */
function unread({ answer, how }: Answer, facts: Words["facts"]): string {
  if (answer === "") return "—";
  return how === "skip" ? facts["answer-none"] : fill(facts["answer-quoted"], { answer });
}

function spokenPerson(flow: Flow, state: State, { relation, called, ageBand }: Person): string {
  const { choices, ages, facts } = wordsOf(flow, state.lang);
  const name = called === "" ? (choices["whom"]?.[relation] ?? relation) : called;
  return ageBand === "UNKNOWN" ? name : fill(facts["answer-aged"], { name, age: ages[ageBand] });
}
