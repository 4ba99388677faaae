// A button: the answer to its own question, whichever question stands now. An old button is never taken for a new answer.
import type { Choice } from "../input.ts";
import { stepOf, stepsOf } from "../flow.ts";
import { kindOf } from "../acts/ask.ts";
import { given, tellThird } from "../acts/consent/consent.ts";
import type { Json } from "../state.ts";
import { checkAgain, goOn, take, tellsOfDanger } from "../acts/answer.ts";
import { write } from "../acts/memory.ts";
import { begin } from "../acts/begin.ts";
import { sayNumbers } from "../acts/care/crisis.ts";
import { firstWords } from "./first.ts";
import { follow, pass, resume, standing } from "../acts/intents.ts";
import { say, type Scene } from "../acts/scene.ts";
import { speakIn } from "./tongue.ts";

export function press(scene: Scene, choice: Choice): void {
  const { state } = scene;
  if (choice.step === "lang" && state.intake === null) return speakIn(scene, choice.value);
  const isFirst = begin(scene);
  if (choice.step === "safety" && choice.talk === state.intake && scene.held && state.safetyAsked)
    return pressAside(scene, choice);
  if (scene.held) return;
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
  if (choice.step === "check" && state.current !== "check" && state.answers["check"] !== undefined)
    return say(scene, "done-number");
  // While something is being put right, the check must be seen again before it is sent.
  if (choice.step === "check" && state.phase === "asking" && ![null, "check"].includes(state.current))
    return oldButton(scene);
  const stands =
    state.current === null ||
    state.current === choice.step ||
    (choice.step === "consent" && value !== "GIVEN") ||
    (choice.step === "category" && state.current === "story");
  if (stands || state.phase !== "asking") return take(scene, choice.step, value, choice.label, "button");
  beside(scene, choice, value);
}

// --- internal ---

/** The answer to another question than the one that stands: written down, and the one that stands keeps standing. */
function beside(scene: Scene, choice: Choice, value: Json): void {
  const { state, flow } = scene;
  const before = state.answers[choice.step];
  if (before !== undefined && JSON.stringify(before.value) === JSON.stringify(value))
    return say(scene, "got", { buttons: standing(scene) });
  write(scene, choice.step, value, choice.label, "button");
  if (choice.step === "role") tellThird(scene);
  if (choice.step === "consent" && before?.value !== value) given(scene, "GIVEN", "LINEボタン");
  if (tellsOfDanger(scene, choice.step)) return;
  say(scene, before !== undefined ? "corrected" : "got", { buttons: standing(scene) });
  if (state.current === "check") return checkAgain(scene);
  // Somebody else than was thought: other questions may stand now.
  if (choice.step === "role" && !stepsOf(flow, state).some(({ fills }) => fills === state.current)) goOn(scene);
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

const oldButton = (scene: Scene): void => say(scene, "old-button", { buttons: standing(scene) });
