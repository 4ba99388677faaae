// Which question comes next, and how it is put. There is no pointer to get out of step: the next question is the first
// one in the flow that applies and has no answer yet.
import type { Flow } from "../flow.ts";
import { KINDS, type Kind } from "../steps/register.ts";
import type { Offer, Step } from "../steps/step.ts";
import { summaryOf } from "../steps/check.ts";
import { wordIn, type Answer, type State } from "../state.ts";
import { showNotice } from "./begin.ts";
import { button, type Scene } from "./scene.ts";

/** LINE shows thirteen buttons; two places are kept for とばす and わからない. */
const MOST_BUTTONS = 11;
/** Fields whose own choices already let a person pass. */
const NO_SKIP = ["role", "consent", "check", "safety", "erase"];

/** The first question that applies and is not answered; null when all are. */
export const nextStep = (flow: Flow, state: State): Step | null =>
  flow.steps.find((step) => applies(step, state) && state.answers[step.fills] === undefined) ?? null;

export const stepOf = (flow: Flow, field: string): Step | null =>
  flow.steps.find(({ fills }) => fills === field) ?? null;

export const kindOf = (step: Step): (typeof KINDS)[Kind] => KINDS[step.kind as Kind];

/** Asks the next question, or closes the talk when there is none. True if there was one. */
export function askNext(scene: Scene): boolean {
  const step = nextStep(scene.flow, scene.state);
  if (step === null) return false;
  // The same question once more, because another was put right meanwhile, is no new try.
  if (scene.state.current === step.fills) scene.state.tries -= 1;
  else scene.state.tries = 0;
  scene.state.phase = "asking";
  ask(scene, step.fills, wordsFor(scene.state, step.fills));
  return true;
}

/** Puts one question; `words` names which of its texts. */
export function ask(scene: Scene, field: string, words: string): void {
  const { state } = scene;
  // 個人情報保護法62条: no personal question before the purpose was shown.
  showNotice(scene);
  state.current = field;
  state.tries += 1;
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
  const own = offerOf(scene, field)
    .buttons.slice(0, MOST_BUTTONS)
    .map((value) => button(field, value));
  if (field === "district") own.push(button(field, "UNSURE"));
  return NO_SKIP.includes(field) ? own : [...own, button(field, "SKIP")];
}

// --- internal ---

function offerOf(scene: Scene, field: string): Offer {
  if (field === "safety") return { choices: ["NOW", "OK", "UNKNOWN"], buttons: ["NOW", "OK", "UNKNOWN"] };
  if (field === "erase") return { choices: ["YES", "NO"], buttons: ["YES", "NO"] };
  const step = stepOf(scene.flow, field);
  return step === null ? { choices: [], buttons: [] } : kindOf(step).offer(step, scene.flow, scene.state);
}

function wordsFor(state: State, field: string): string {
  if (field === "check" && state.covered) return "covered";
  if (state.tries > 0) return "again";
  return field === "story" && state.told > 0 ? "more" : "ask";
}

export function applies(step: Step, state: State): boolean {
  return Object.entries(step.when ?? {}).every(([field, values]) => {
    const answer = state.answers[field];
    return answer !== undefined && valuesOf(answer).some((value) => values?.includes(value));
  });
}

const valuesOf = (answer: Answer): string[] =>
  (Array.isArray(answer.value) ? answer.value : [answer.value]).map(wordIn);
