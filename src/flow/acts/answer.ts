// An answer is understood: write it down, do what follows from it, and go on.
import type { Category, Role } from "../codes.ts";
import { wordIn, type Answer, type Json, type Person, type State } from "../state.ts";
import { applies, ask, askNext } from "./ask.ts";
import { given, refuse, tellThird } from "./consent.ts";
import { finish } from "./finish.ts";
import { safety } from "./crisis.ts";
import { button, say, wordOf, type Scene } from "./scene.ts";

type How = Answer["how"];

/** Takes an understood answer to any question, the one that stands or an earlier one. */
export function take(scene: Scene, field: string, value: Json, words: string, how: How): void {
  const method = how === "button" ? "LINEボタン" : "LINE文章";
  if (field === "safety") return safety(scene, wordIn(value) as "NOW" | "OK" | "UNKNOWN");
  if (field === "erase") return erase(scene, value === "YES");
  if (field === "consent" && value === "MORE") return ask(scene, "consent", "more");
  if (field === "consent" && value === "NONE") return void refuse(scene, method);
  if (field === "check" && value !== "SEND") return reopen(scene, wordIn(value).slice("FIX:".length));
  const before = scene.state.answers[field];
  write(scene, field, value, words, how);
  if (field === "consent" && before?.value !== value) given(scene, value === "GIVEN" ? "GIVEN" : "UNKNOWN", method);
  if (field === "role") tellThird(scene);
  goOn(scene);
}

/** 「消してもいいですか」: only a clear yes erases. */
function erase(scene: Scene, yes: boolean): void {
  [scene.state.current, scene.state.tries] = [null, 0];
  if (yes) return void refuse(scene, "LINE文章");
  say(scene, "got");
  goOn(scene);
}

/** Writes an answer down without saying anything. */
export function write(scene: Scene, field: string, value: Json, words: string, how: How): void {
  const { state, now } = scene;
  state.answers[field] = { value, answer: words, at: now.at, from: wordOf(now), how };
  state.order = [...state.order.filter((name) => name !== field), ...(how === "heard" ? [] : [field])];
  remember(state, field, value);
  if (state.current === field) [state.current, state.tries] = [null, 0];
  state.tales = 0;
  dropUnasked(scene);
  scene.changed = true;
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

/** The next question, or the end. */
export function goOn(scene: Scene): void {
  // After the end only a correction comes here.
  if (scene.state.phase === "done") return say(scene, "corrected");
  if (!askNext(scene)) finish(scene);
}

/** Opens a question again, to be put right; the check comes back by itself afterwards. */
export function reopen(scene: Scene, field: string): void {
  forget(scene.state, field);
  scene.state.tries = 0;
  scene.state.phase = "asking";
  ask(scene, field, "ask");
}

/** 「もどる」: the last question that was answered, once more. */
export function back(scene: Scene): void {
  const last = scene.state.order.at(-1);
  if (last === undefined) return goOn(scene);
  say(scene, "back");
  reopen(scene, last);
}

// --- internal ---

/** Nothing is sent without a yes: what there is goes to staff by itself after the quiet time. */
function leaveCheck(scene: Scene): void {
  const { state } = scene;
  say(scene, "check-left", { buttons: [button("check", "SEND"), button("talk", "RESUME")] });
  [state.phase, state.current, state.tries] = ["paused", null, 0];
}

/** An answer whose question no longer applies goes with it: a number after 「やっぱりLINEで」. */
function dropUnasked({ flow, state }: Scene): void {
  for (const step of flow.steps) {
    const answer = state.answers[step.fills];
    if (answer === undefined || applies(step, state) || answer.how === "heard") continue;
    delete state.answers[step.fills];
    state.order = state.order.filter((name) => name !== step.fills);
  }
}

function forget(state: State, field: string): void {
  delete state.answers[field];
  state.order = state.order.filter((name) => name !== field);
  if (field === "contact") for (const part of ["phone", "window", "name"]) delete state.answers[part];
}

function remember(state: State, field: string, value: Json): void {
  if (field === "role") state.role = value as Role | null;
  if (field === "whom" && Array.isArray(value)) state.people = value as unknown as Person[];
  if (field === "category" && value !== null)
    state.likely = [
      (value as { primary: Category }).primary,
      ...state.likely.filter((c) => c !== (value as { primary: Category }).primary),
    ];
}
