// Reads a text as the answer to the question that stands; what is no answer is kept, and the question comes back.
import { listenOf, stepOf } from "../../flow.ts";
import { readNumbers } from "../../listen/answer/choice.ts";
import { found } from "../../listen/lists.ts";
import { intentOf, isQuestion, isTale } from "../../listen/intent.ts";
import type { Intent, SayKey } from "../../words.ts";
import { checkAgain, goOn, leaveAsItStands, take } from "../../acts/answer.ts";
import { write } from "../../acts/memory.ts";
import { askAgain, kindOf, nextStep } from "../../acts/ask.ts";
import { givesNumber } from "./beside.ts";
import { corrects, isAboutThem, restates } from "./correct.ts";
import { fillsAnother } from "../heard/ahead.ts";
import { keepsAvoid } from "../heard/reach.ts";
import type { Told } from "../heard/told.ts";
import { sayFeeling } from "../../acts/care/feelings.ts";
import { pass, standing } from "../../acts/intents.ts";
import type { Json } from "../../state.ts";
import type { Few } from "../../steps/ask-few.ts";
import type { Step } from "../../steps/step.ts";
import { say, type Scene } from "../../acts/scene.ts";

/** Fields that take nearly any words: a bare はい or 続ける is never their value. */
const FREE = ["district", "whom", "story", "from", "agreed", "wish", "signs", "since", "called"];

/** Longer than this it is a story in which somebody could not be reached (letters of Japanese). */
const A_WISH = 30;

/** More than signs, or a lone 「え？」. */
const SAYS_SOMETHING = /[\p{L}\p{N}]{2}|[\p{Script=Han}]/u;

export function readAnswer(scene: Scene, text: string, intent: Intent | null, told: Told): void {
  const { state, flow } = scene;
  const listen = listenOf(flow, state.lang, text);
  const step = stepOf(flow, state, state.current ?? "") ?? nextStep(flow, state);
  if (step === null) return goOn(scene);
  // Nothing stood, and something was told: on with the next question. Consent is never read from words before it was asked.
  const tells = told !== "nothing" && listen.lengthOf(text) < A_WISH;
  if (state.current === null && (tells || step.fills === "consent")) return goOn(scene);
  // It was never put: it is put now, unless these very words answer it.
  if (state.current === null && state.shown[step.fills] === undefined && intent === null)
    if (kindOf(step).read(step, text, flow, state) === null) return goOn(scene);
  // Its buttons were shown, or will be: what follows counts as the first answer to it.
  if (state.current === null) [state.current, state.tries] = [step.fills, Math.max(1, state.tries)];
  if ((!FREE.includes(step.fills) && givesNumber(scene, text, step.fills)) || corrects(scene, text, step.fills)) return;
  if (isAboutThem(scene, text, step.fills)) return;
  if (restates(scene, text, step.fills)) return acknowledge(scene, step.fills, text, "got");
  if (chooses(scene, step, text)) return;
  if (FREE.includes(step.fills) && intent === "no") return void pass(scene, text, "skip");
  if (asksUs(scene, text)) return acknowledge(scene, step.fills, text, "question");
  // Words to us are no story, no place and no name.
  const meant =
    FREE.includes(step.fills) &&
    (intent !== null || (!SAYS_SOMETHING.test(text) && readNumbers(listen, text).length === 0));
  const value = meant ? null : (kindOf(step).read(step, text, flow, state) ?? readTurned(scene, step, text));
  if (value !== null) return understood(scene, step.fills, value, text);
  if (meant || (intent !== null && step.fills === "consent")) return notUnderstood(scene, step.fills, text);
  notAnAnswer(scene, step.fills, text, told);
}

// --- internal ---

/** What stands behind words of putting right, as the answer: 「いや違う、12」. */
function readTurned({ flow, state }: Scene, step: Step, text: string): Json | null {
  const listen = listenOf(flow, state.lang, text);
  const turned = listen.turned(text);
  if (turned === null || intentOf(listen, text) === "cant-call" || FREE.includes(step.fills)) return null;
  const value = kindOf(step).read(step, turned, flow, state);
  // 「não confirmo」 begins with such words, and sends nothing.
  return value === "SEND" ? null : value;
}

/** One of a few was named, whatever else the words may mean: 「いいえ」 to 「声をかけてみましたか」. */
function chooses(scene: Scene, step: Step, text: string): boolean {
  if (step.kind !== "ask-few") return false;
  const value = kindOf(step).read(step, text, scene.flow, scene.state) as unknown as Few | null;
  if (value === null || value.chosen.length === 0) return false;
  take(scene, step.fills, { ...value }, text, "text");
  return true;
}

/** A question to us, in a sentence of its own. */
const asksUs = ({ flow, state }: Scene, text: string): boolean => {
  const listen = listenOf(flow, state.lang, text);
  return isQuestion(listen, text) && listen.lengthOf(text) > 6 && readNumbers(listen, text).length === 0;
};

function understood(scene: Scene, field: string, value: Parameters<typeof write>[2], text: string): void {
  if (field === "story" && !sayFeeling(scene, text)) say(scene, "story-got");
  // 「電話はだめ。LINEで」 is an answer and a wish; 「北 電話はだめ」 too.
  if (field === "contact" || field === "district") keepsAvoid(scene, text);
  take(scene, field, value, text, "text");
}

/** Not an answer: a wish how not to be reached, a question, a fact, more of the story; or simply not understood. */
function notAnAnswer(scene: Scene, field: string, text: string, told: Told): void {
  const { state, flow } = scene;
  const listen = listenOf(flow, state.lang, text);
  const avoids = listen.lengthOf(text) <= A_WISH && keepsAvoid(scene, text);
  if (fillsAnother(scene, text, field)) return acknowledge(scene, field, text, "got");
  if (avoids) return acknowledge(scene, field, text, "avoid-got");
  // What was new in it is seen before it is sent.
  if (told === "answer" && field === "check") {
    say(scene, "got");
    return checkAgain(scene);
  }
  if (told !== "nothing" && listen.lengthOf(text) < 15) return acknowledge(scene, field, text, "got");
  const feels = found(listen.plain(text), listen.feelings).length > 0;
  if ((field === "consent" && listen.lengthOf(text) > 5) || feels || isTale(listen, text) || listen.plain(text) === "")
    return acknowledge(scene, field, text, "story-more");
  notUnderstood(scene, field, text);
}

/** Kept and said so; the question stands with its buttons, and after two of these it is put again. */
function acknowledge(scene: Scene, field: string, text: string, key: SayKey): void {
  const { state } = scene;
  state.tales += 1;
  if (state.tales > 2) return notUnderstood(scene, field, text);
  if (key === "story-more") sayFeeling(scene, text);
  say(scene, key === "got" && field !== "check" ? "got-on" : key, { buttons: standing(scene) });
}

/** Asked once more in other words, and then the talk goes on with it as it stands. */
function notUnderstood(scene: Scene, field: string, text: string): void {
  if (scene.state.tries < 2) return askAgain(scene, field);
  leaveAsItStands(scene, field, text);
}
