// An answer is understood: write it down, do what follows from it, and go on.
import type { RiskType } from "../codes.ts";
import { wasAsked, wordIn, type Json } from "../state.ts";
import { forget, write, type How } from "./memory.ts";
import { labelsOf, stepOf, stepsOf } from "../flow.ts";
import { fewOf } from "../steps/ask-few.ts";
import { PARTS } from "../steps/step.ts";
import { ask, askNext, nextStep, show, wantsPhone, wordsFor } from "./ask.ts";
import { given, refuse, tellThird } from "./consent/consent.ts";
import { finish } from "./finish.ts";
import { alarms, safety } from "./care/crisis.ts";
import { button, say, type Scene } from "./scene.ts";

/** Takes an understood answer to any question, the one that stands or an earlier one. */
export function take(scene: Scene, field: string, value: Json, words: string, how: How): void {
  const method = how === "button" ? "LINEボタン" : "LINE文章";
  if (field === "safety") return safety(scene, wordIn(value) as "NOW" | "OK" | "UNKNOWN");
  if (field === "erase") return erase(scene, value === "YES");
  if (field === "consent" && value === "MORE") return readMore(scene);
  if (field === "consent" && value === "NONE") return void refuse(scene, method);
  if (field === "check" && value !== "SEND") return reopen(scene, wordIn(value).slice("FIX:".length));
  const before = scene.state.answers[field];
  write(scene, field, value, words, how);
  if (field === "consent" && before?.value !== value) given(scene, value === "GIVEN" ? "GIVEN" : "UNKNOWN", method);
  if (field === "role") tellThird(scene);
  if (field === "category" && scene.state.current === "story") write(scene, "story", scene.state.told, "", "heard");
  if (tellsOfDanger(scene, field)) return;
  // Where the check shows nothing, it cannot ask for the number either.
  if (field === "contact" && scene.state.covered && wantsPhone(scene.state)) say(scene, "phone-later");
  goOn(scene);
}

/** The answer itself tells of danger: 「返事がない」 of a partner, 「DV・虐待」 of the sixteen. True if it was answered so. */
export const tellsOfDanger = (scene: Scene, field: string): boolean => alarms(scene, chosenOf(scene, field));

/** 「消してもいいですか」: only a clear yes erases. */
function erase(scene: Scene, yes: boolean): void {
  [scene.state.current, scene.state.tries] = [null, 0];
  if (yes) return void refuse(scene, "LINE文章");
  // Answered: a later wish is a new one.
  delete scene.state.shown["erase"];
  say(scene, "got");
  goOn(scene);
}

/** Not understood, twice: kept word for word, and the talk goes on with it as it stands. */
export function leaveAsItStands(scene: Scene, field: string, words: string): void {
  if (field === "check") return leaveCheck(scene);
  say(scene, "kept");
  write(scene, field, field === "role" ? "UNKNOWN" : null, words, "kept");
  if (field === "consent") given(scene, "UNKNOWN", "LINE文章");
  goOn(scene);
}

/** Something was put right while the check stood: it is shown once more, with what is new. */
export function checkAgain(scene: Scene): void {
  [scene.state.current, scene.state.tries] = [null, 0];
  goOn(scene);
}

/** The next question, or the end; neither while staff are speaking. */
export function goOn(scene: Scene): void {
  if (scene.held) return;
  // After the end only a correction comes here.
  if (scene.state.phase === "done") return say(scene, "corrected");
  if (!askNext(scene)) finish(scene);
}

/** Opens a question again, to be put right; the check comes back by itself afterwards. */
export function reopen(scene: Scene, name: string): void {
  // A number, hours and a name are put right where one is asked how to be reached.
  const field = PARTS.some((part) => part === name) ? "contact" : name;
  forget(scene.state, field);
  scene.state.tries = 0;
  scene.state.phase = "asking";
  const step = stepOf(scene.flow, scene.state, field);
  ask(scene, field, step === null ? "ask" : wordsFor(scene, step));
}

/** 「もどる」: the question before this one, once more. False where there is none: what was only heard is not gone back to. */
export function back(scene: Scene): boolean {
  const { flow, state } = scene;
  const steps = stepsOf(flow, state);
  // Under a question aside, the one that waits behind it counts.
  const standing = [state.current, nextStep(flow, state)?.fills].find((field) =>
    steps.some(({ fills }) => fills === field),
  );
  const last = steps
    .slice(
      0,
      steps.findIndex(({ fills }) => fills === standing),
    )
    .findLast(({ fills }) => wasAsked(state, fills));
  if (last === undefined) return false;
  say(scene, "back");
  reopen(scene, last.fills);
  return true;
}

// --- internal ---

/** 「くわしく読む」: the longer words. By an old button, the question that stands keeps standing. */
function readMore(scene: Scene): void {
  if (scene.state.current === "consent") return ask(scene, "consent", "more");
  show(scene, "consent", "more");
}

/** Which dangers were chosen. */
function chosenOf({ flow, state }: Scene, field: string): { risk: RiskType; label: string }[] {
  const { risks = {} } = stepOf(flow, state, field) ?? {};
  const value = state.answers[field]?.value;
  const chosen =
    field === "category" && value !== null ? [(value as { primary: string }).primary] : fewOf(state, field).chosen;
  const labels = labelsOf(flow, "ja", field);
  return chosen.flatMap((code) =>
    risks[code] === undefined ? [] : [{ risk: risks[code], label: labels[code] ?? code }],
  );
}

/** Nothing is sent without a yes: what there is goes to staff by itself after the quiet time. */
function leaveCheck(scene: Scene): void {
  const { state } = scene;
  say(scene, "check-left", { buttons: [button("check", "SEND"), button("talk", "RESUME")] });
  [state.phase, state.current, state.tries] = ["paused", null, 0];
}
