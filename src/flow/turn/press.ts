// A button: the answer to its own question, whichever question stands now. An old button is never taken for a new answer.
import type { Choice } from "../input.ts";
import { kindOf, stepOf } from "../acts/ask.ts";
import { checkAgain, goOn, take, write } from "../acts/answer.ts";
import { begin } from "../acts/begin.ts";
import { sayNumbers } from "../acts/crisis.ts";
import { firstWords } from "./first.ts";
import { pass, resume, standing } from "../acts/intents.ts";
import { say, type Scene } from "../acts/scene.ts";

export function press(scene: Scene, choice: Choice): void {
  const { state } = scene;
  const isFirst = begin(scene);
  if (scene.held) return;
  if (isFirst) return firstWords(scene, "", null);
  // A button of a talk that is over: met kindly, and the question that stands keeps its buttons.
  if (choice.talk !== state.intake) return oldButton(scene);
  if (choice.step === "talk") return pressTalk(scene, choice);
  if (choice.step === "erase" || choice.step === "safety") return pressAside(scene, choice);
  if (choice.value === "SKIP" || (choice.value === "UNSURE" && choice.step !== "category"))
    return passed(scene, choice);
  const step = stepOf(scene.flow, choice.step);
  const value = step === null ? null : kindOf(step).press(step, choice.value, scene.flow, state);
  if (value === null) return oldButton(scene);
  const isCorrection = state.current !== choice.step && state.answers[choice.step] !== undefined;
  if (isCorrection && choice.step === "check") return say(scene, "done-number");
  if (isCorrection && choice.step !== "consent") say(scene, "corrected", { buttons: standing(scene) });
  take(scene, choice.step, value, choice.label, "button");
  if (isCorrection && state.current === "check" && state.phase === "asking") checkAgain(scene);
}

// --- internal ---

/** 「相談を続ける」「番号を見る」. */
function pressTalk(scene: Scene, { value }: Choice): void {
  if (value === "NUMBERS") return sayNumbers(scene);
  if (value !== "RESUME" && value !== "START") return oldButton(scene);
  if (scene.state.phase === "done") return say(scene, "done-number");
  resume(scene);
}

/** The questions that are not in the flow's file: whether somebody is in danger, whether words should be erased. */
function pressAside(scene: Scene, { step, value, label }: Choice): void {
  const { state } = scene;
  const open = step === "safety" ? state.safetyAsked : state.current === "erase";
  const known = step === "safety" ? ["NOW", "OK", "UNKNOWN"] : ["YES", "NO"];
  if (open && known.includes(value)) take(scene, step, value, label, "button");
  else oldButton(scene);
}

function passed(scene: Scene, choice: Choice): void {
  if (["consent", "check"].includes(choice.step)) return oldButton(scene);
  if (scene.state.current === choice.step)
    return void pass(scene, choice.label, choice.value === "SKIP" ? "skip" : "unknown");
  if (scene.state.answers[choice.step] === undefined) {
    write(scene, choice.step, null, choice.label, "skip");
    return goOn(scene);
  }
  oldButton(scene);
}

const oldButton = (scene: Scene): void => say(scene, "old-button", { buttons: standing(scene) });
