// What staff read of answers in whatever words they came: the question in Japanese, and the Japanese label of what was
// understood. A number or a button of another language says nothing by itself.
import { wordsOf, type Flow } from "../../flow/flow.ts";
import { answerIn } from "../../flow/steps/check.ts";
import { PARTS, type Field, type Part } from "../../flow/steps/step.ts";
import type { Answer as Given, Json, Person, State } from "../../flow/state.ts";
import { fill } from "../../flow/words/fill.ts";
import type { Office } from "../../office/office.ts";
import type { Answer, Facts, Intake } from "../intake.ts";

/** Of a talk: what was answered, and how its questions read in Japanese. */
interface Told {
  state: State;
  meant?: Record<string, string>;
}

/** What the labels stand in. */
interface Town {
  flow: Flow;
  office: Office;
}

/** The same record, its answers with their meaning; what they hope for is told by its label. */
export function withMeaning(intake: Intake, { state, meant = {} }: Told, town: Town): Intake {
  const answers = intake.facts.answers.map((answer) => ({
    ...answer,
    ...shownAs(answer.step, meant),
    ...meansOf(answer, state, town),
  }));
  const consents = intake.facts.consents.map((line, n) => ({ ...line, ...shownAs(state.consents[n]?.words, meant) }));
  return { ...intake, facts: { ...intake.facts, answers, consents, wish: wishOf(intake.facts, state, town) } };
}

// --- internal ---

/** Told in the resident's own words. */
const AS_WRITTEN = ["story", "from", "district", "check", ...PARTS];

function shownAs(field: string | undefined, meant: Record<string, string>): { japanese?: string } {
  const japanese = meant[field ?? ""];
  return japanese === undefined ? {} : { japanese };
}

/** Left out where the answer says it itself, or nothing was understood. */
function meansOf({ step, answer }: Answer, state: State, town: Town): { means?: string } {
  const told = state.answers[step];
  if (told === undefined || told.value === null || told.how === "kept" || AS_WRITTEN.includes(step)) return {};
  const means = labelOf(step, told, state, town);
  // A code without a label (UNKNOWN of the consent) tells nothing more.
  return means === answer || /^[A-Z_]*$/.test(means) ? {} : { means };
}

function labelOf(step: string, told: Given, state: State, { flow, office }: Town): string {
  const value = wordsOf(flow, state.lang).listens === "ja" ? told.value : withoutNames(told.value);
  const inJapanese = { ...state, lang: "ja", answers: { ...state.answers, [step]: { ...told, value } } };
  return fill(answerIn(flow, inJapanese, step as Field | Part), { disability: office.disability });
}

/** 「mẹ」 is 親: the word they used for somebody stands in the answer itself. */
const withoutNames = (value: Json): Json =>
  Array.isArray(value) && value.every((one) => typeof one === "object" && one !== null && "relation" in one)
    ? (value as unknown as Person[]).map((person) => ({ ...person, called: "" }))
    : value;

function wishOf(facts: Facts, state: State, town: Town): string {
  const told = state.answers["wish"];
  if (told === undefined || told.value === null) return facts.wish;
  // Japanese words of their own say more than our label: 「コーディネート会議で」 names a meeting of this town.
  if (wordsOf(town.flow, state.lang).listens === "ja" && /\p{L}/u.test(told.answer)) return facts.wish;
  return [...state.wishes, labelOf("wish", told, state, town)].join("\n");
}
