// A button: the answer to its own question, whichever question stands now. An old button is never taken for a new answer.
import type { Choice } from "../input.ts";
import { kindOf, stepOf } from "./ask.ts";
import { checkAgain, goOn, take, write } from "./answer.ts";
import { begin } from "./begin.ts";
import { sayNumbers } from "./crisis.ts";
import { firstWords } from "./first.ts";
import { pass, resume, standing } from "./intents.ts";
import { say, type Scene } from "./scene.ts";

export function press(scene: Scene, choice: Choice): void {
  const { state } = scene;
  if (begin(scene)) return firstWords(scene, "", null);
  if (scene.held) return;
  // A button of a talk that is over: met kindly, and the question that stands keeps its buttons.
  if (choice.talk !== state.intake) return oldButton(scene);
  if (choice.step === "talk" && choice.value === "NUMBERS") return sayNumbers(scene);
  if (choice.step === "erase")
    return state.current === "erase" ? take(scene, "erase", choice.value, choice.label, "button") : oldButton(scene);
  if (choice.step === "talk") return state.phase === "done" ? say(scene, "done-number") : resume(scene);
  if (choice.step === "safety")
    return state.safetyAsked ? take(scene, "safety", choice.value, choice.label, "button") : oldButton(scene);
  if (choice.value === "SKIP" || (choice.value === "UNSURE" && choice.step !== "category"))
    return passed(scene, choice);
  const step = stepOf(scene.flow, choice.step);
  const value = step === null ? null : kindOf(step).press(step, choice.value, scene.flow, state);
  if (value === null) return oldButton(scene);
  const isCorrection = state.current !== choice.step && state.answers[choice.step] !== undefined;
  if (isCorrection && choice.step === "check") return say(scene, "done-number");
  if (isCorrection) say(scene, "corrected", { buttons: standing(scene) });
  take(scene, choice.step, value, choice.label, "button");
  if (isCorrection && state.current === "check" && state.phase === "asking") checkAgain(scene);
}

// --- internal ---

function passed(scene: Scene, choice: Choice): void {
  if (scene.state.current === choice.step)
    return void pass(scene, choice.label, choice.value === "SKIP" ? "skip" : "unknown");
  if (scene.state.answers[choice.step] === undefined) {
    write(scene, choice.step, null, choice.label, "skip");
    return goOn(scene);
  }
  oldButton(scene);
}

const oldButton = (scene: Scene): void => say(scene, "old-button", { buttons: standing(scene) });
