// Which question comes next, and how it is put. There is no pointer to get out of step: the next question is the first
// one in the flow that has no answer yet.
import { stepOf, stepsOf, wordsOf, type Flow } from "../flow.ts";
import { KINDS, type Kind } from "../steps/register.ts";
import type { Offer, Step } from "../steps/step.ts";
import { summaryOf } from "../steps/check.ts";
import type { State } from "../state.ts";
import { showNotice } from "./begin.ts";
import { button, type Scene } from "./scene.ts";

/** LINE shows thirteen buttons; two places are kept for とばす and わからない. */
const MOST_BUTTONS = 11;
/** Fields whose own choices already let a person pass. */
const NO_SKIP = ["role", "consent", "check", "safety", "erase"];

/** Questions that no course has: whether somebody is in danger, whether all should be erased. */
export const ASIDES = ["safety", "erase"];

/** The first question of this talk that is not answered; null when all are. */
export const nextStep = (flow: Flow, state: State): Step | null =>
  stepsOf(flow, state).find(({ fills }) => state.answers[fills] === undefined) ?? null;

/** Is the question that stands still the one to be answered first? One aside always is. */
export const isFirst = (flow: Flow, state: State): boolean =>
  ASIDES.includes(state.current ?? "") || nextStep(flow, state)?.fills === state.current;

/** Somebody else than was thought: a question that others come before stands no more. */
export function letGo(flow: Flow, state: State): void {
  if (!isFirst(flow, state)) [state.current, state.tries] = [null, 0];
}

export const kindOf = (step: Step): (typeof KINDS)[Kind] => KINDS[step.kind as Kind];

/** Asks the next question, or closes the talk when there is none. True if there was one. */
export function askNext(scene: Scene): boolean {
  const step = nextStep(scene.flow, scene.state);
  if (step === null) return false;
  // The same question once more, because another was put right meanwhile, is no new try.
  if (scene.state.current === step.fills) scene.state.tries -= 1;
  else scene.state.tries = 0;
  scene.state.phase = "asking";
  ask(scene, step.fills, wordsFor(scene, step));
  return true;
}

/** The same question in other words. */
export function askAgain(scene: Scene, field: string): void {
  const step = stepOf(scene.flow, scene.state, field);
  ask(scene, field, step === null ? "again" : wordsFor(scene, step));
}

/** Puts one question; `words` names which of its texts. */
export function ask(scene: Scene, field: string, words: string): void {
  const { state } = scene;
  state.current = field;
  // A question aside does not make the one behind it older.
  if (!ASIDES.includes(field)) state.tries += 1;
  state.tales = 0;
  show(scene, field, words);
}

/** The words of a question with its buttons, whichever question stands. */
export function show(scene: Scene, field: string, words: string): void {
  const { state } = scene;
  // 個人情報保護法62条: no personal question before the purpose was shown.
  showNotice(scene);
  const { choices } = offerOf(scene, field);
  scene.effects.push({
    do: "say",
    say: null,
    question: { field, words },
    choices,
    buttons: buttonsFor(scene, field),
    summary: field === "check" && !state.covered ? summaryOf(scene.flow, state) : "",
    risks: [],
    keep: field,
  });
}

/** The buttons of a question, to be put under an answer that is not the question itself. */
export function buttonsFor(scene: Scene, field: string): { step: string; value: string }[] {
  const offer = offerOf(scene, field);
  const own = offer.buttons.slice(0, MOST_BUTTONS).map((value) => button(offer.of ?? field, value));
  if (field === "district") own.push(button(field, "UNSURE"));
  return NO_SKIP.includes(field) ? own : [...own, button(field, "SKIP")];
}

// --- internal ---

function offerOf(scene: Scene, field: string): Offer {
  if (field === "safety") return { choices: ["NOW", "OK", "UNKNOWN"], buttons: ["NOW", "OK", "UNKNOWN"] };
  if (field === "erase") return { choices: ["YES", "NO"], buttons: ["YES", "NO"] };
  const step = stepOf(scene.flow, scene.state, field);
  return step === null ? { choices: [], buttons: [] } : kindOf(step).offer(step, scene.flow, scene.state);
}

/** Which of a question's words fit this talk: where somebody may look, asked again, as this role is asked, or plainly. */
export function wordsFor({ flow, state }: Scene, { fills, as }: Pick<Step, "fills" | "as">): string {
  const question = wordsOf(flow, state.lang).questions[fills] ?? {};
  const wanted = [
    ...(state.covered ? ["covered", "safe"] : []),
    ...(state.tries > 0 ? [`${as ?? ""}-again`, "again"] : []),
    ...(fills === "check" && wantsPhone(state) ? ["phone"] : []),
    ...(as === undefined ? [] : [as]),
    ...(fills === "story" && state.told > 0 ? ["more"] : []),
  ];
  return wanted.find((words) => words in question) ?? "ask";
}

/** They want to be called, and no number was given. */
export const wantsPhone = ({ answers }: State): boolean =>
  answers["phone"] === undefined &&
  Array.isArray(answers["contact"]?.value) &&
  answers["contact"].value.includes("TEL");
