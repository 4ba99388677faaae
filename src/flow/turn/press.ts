// A button: the answer to its own question, whichever question stands now. An old button is never taken for a new answer.
import type { Choice } from "../input.ts";
import { stepOf } from "../flow.ts";
import { kindOf, nextStep } from "../acts/ask.ts";
import { goOn, take } from "../acts/answer.ts";
import { write } from "../acts/memory.ts";
import { begin } from "../acts/begin.ts";
import { besides } from "./answer/beside.ts";
import { firstWords } from "./first.ts";
import { follow, pass, resume, sayNumbers, standing, wantsErased } from "../acts/intents.ts";
import { say, type Scene } from "../acts/scene.ts";
import { speakIn } from "./tongue.ts";

export function press(scene: Scene, choice: Choice): void {
  const { state } = scene;
  if (choice.step === "lang" && state.intake === null) return speakIn(scene, choice.value);
  const isFirst = begin(scene);
  if (scene.held) return pressHeld(scene, choice);
  if (isFirst) return firstWords(scene, "", null);
  if (choice.step === "lang") return speakIn(scene, choice.value);
  // A button of a talk that is over: met kindly, and the question that stands keeps its buttons.
  if (choice.talk !== state.intake) return oldButton(scene);
  if (choice.step === "talk") return pressTalk(scene, choice);
  if (choice.step === "erase" || choice.step === "safety") return pressAside(scene, choice);
  if (choice.value === "SKIP" || (choice.value === "UNSURE" && choice.step !== "category"))
    return passed(scene, choice);
  const step = stepOf(scene.flow, state, choice.step);
  const value = step === null ? null : kindOf(step).press(step, choice.value, scene.flow, state);
  if (value === null) return oldButton(scene);
  if (choice.step === "check" && (state.phase === "done" || nextStep(scene.flow, state)?.fills !== "check"))
    return oldCheck(scene);
  const stands =
    state.current === null ||
    state.current === choice.step ||
    (choice.step === "consent" && value !== "GIVEN") ||
    (choice.step === "category" && state.current === "story");
  if (stands || state.phase !== "asking") return take(scene, choice.step, value, choice.label, "button");
  besides(scene, choice.step, value, choice.label, "button");
}

// --- internal ---

/** Staff are speaking: danger is answered, and what the person decides of their own words is done. The rest is silence. */
function pressHeld(scene: Scene, choice: Choice): void {
  if (choice.talk !== scene.state.intake) return;
  if (choice.step === "safety") return pressAside(scene, choice);
  // 「消す」, asked before they spoke.
  if (choice.step === "erase" && choice.value === "YES") return wantsErased(scene, true);
  if (choice.step === "talk" && choice.value === "NUMBERS" && scene.state.risks.length > 0) return sayNumbers(scene);
  const step = stepOf(scene.flow, scene.state, choice.step);
  const value = step === null ? null : kindOf(step).press(step, choice.value, scene.flow, scene.state);
  if (value === null) return;
  if (choice.step === "consent") return take(scene, "consent", value, choice.label, "button");
  // 「連絡はいらない」
  if (choice.step !== "contact" || choice.value !== "NONE") return;
  write(scene, "contact", value, choice.label, "button");
  say(scene, "got", { buttons: standing(scene) });
}

/** 「相談を続ける」「番号を見る」. */
function pressTalk(scene: Scene, { value }: Choice): void {
  if (value === "NUMBERS") return sayNumbers(scene);
  if (value === "NEW" && follow(scene, "new", "")) return;
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
    return scene.state.current === null ? goOn(scene) : say(scene, "got", { buttons: standing(scene) });
  }
  oldButton(scene);
}

/** Sent once, it is sent; and while anything is being put right, it must be seen again before it is. */
const oldCheck = (scene: Scene): void => (scene.state.phase === "done" ? say(scene, "done-number") : oldButton(scene));

function oldButton(scene: Scene): void {
  if (!scene.held) say(scene, "old-button", { buttons: standing(scene) });
}
