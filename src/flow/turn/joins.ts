// Words that come while the questions wait, after a pause, or after the end: they join the record, and nobody is left
// in a waiting room without a door.
import { listenOf } from "../flow.ts";
import { isQuestion } from "../listen/intent.ts";
import { hearStory } from "../listen/story.ts";
import type { Intent } from "../words.ts";
import { goOn, take } from "../acts/answer.ts";
import { kindOf, nextStep } from "../acts/ask.ts";
import { resumeButtons, risksOf } from "../acts/care/crisis.ts";
import { standing } from "../acts/intents.ts";
import type { Step } from "../steps/step.ts";
import { givesNumber } from "./answer/beside.ts";
import { putsRight } from "./answer/correct.ts";
import { fillsAnother } from "./heard/ahead.ts";
import { keepsAvoid } from "./heard/reach.ts";
import { button, say, type Scene } from "../acts/scene.ts";

/** After so long a silence somebody comes back to talk, not to answer what was asked at night (ms). */
const LONG_PAUSE = 3 * 3_600_000;

export function joins(scene: Scene, text: string, intent: Intent | null, pause: number): void {
  const { phase, covered } = scene.state;
  if (phase === "done") return afterwards(scene, text, pause);
  if (phase === "waiting" && pause < LONG_PAUSE) return waits(scene, text, intent);
  const open = nextStep(scene.flow, scene.state);
  if (open?.fills === "check" && phase === "paused") return atCheck(scene, open, text);
  // Where somebody else may look, the questions come back only when they are asked for.
  if (covered)
    return say(scene, scene.state.receiptNo === null ? "story-more" : "waiting-on", { buttons: resumeButtons(scene) });
  comeBack(scene, text, phase === "waiting");
}

// --- internal ---

/** Longer than this (letters of Japanese) it is more of the story, whatever number or way stands in it. */
const A_CORRECTION = 24;

/** 「090-8765-4321が正しいです」: a whole number and whose it is, and nobody else's. */
const ONLY_A_NUMBER =
  /^(?:すみません|電話|でんわ|携帯|けいたい|番号|私|わたし|自分|の|は|が|、|。|\s|新しい|正しい|正しくは|間違え(?:た|ました)|まちがえ(?:た|ました))*(?:[0０][5-9５-９][0０](?:[-－ー‐\s]?[\d０-９]){8}|(?![0０][5-9５-９][0０])[0０][1-9１-９](?:[-－ー‐\s]?[\d０-９]){8})(?:です|でした|が|に|は|正しい|変わりました|かわりました|かえてください|変えてください|お願いします|、|。|！|\s)*$/u;

/** The record is with staff: who is called, and how, is put right there too. Anything else joins it. */
function afterwards(scene: Scene, text: string, pause: number): void {
  const listen = listenOf(scene.flow, scene.state.lang, text);
  const isShort = listen.lengthOf(text) <= A_CORRECTION;
  if (isShort && ((ONLY_A_NUMBER.test(text) && givesNumber(scene, text, "")) || putsRight(scene, text))) return;
  if (isShort && (keepsAvoid(scene, text) || hearStory(listen, text).covered)) return say(scene, "avoid-got");
  say(scene, "added", { buttons: pause < LONG_PAUSE ? [] : [button("talk", "NEW")] });
}

/** Only the check is open, and it was left: a yes sends, a number puts right, and anything else is added. */
function atCheck(scene: Scene, step: Step, text: string): void {
  const value = kindOf(step).read(step, text, scene.flow, scene.state);
  if (value !== null) return take(scene, "check", value, text, "text");
  say(scene, "check-left", { buttons: [button("check", "SEND"), ...resumeButtons(scene)] });
}

function waits(scene: Scene, text: string, intent: Intent | null): void {
  const { state } = scene;
  state.calm += 1;
  fillsAnother(scene, text, "");
  keepsAvoid(scene, text);
  if (intent === "yes") return comeBack(scene, "", false);
  if (isQuestion(listenOf(scene.flow, state.lang, text), text))
    return say(scene, "question", { buttons: standing(scene) });
  const withNumbers = state.calm === 1 && !state.covered;
  say(scene, withNumbers ? "waiting" : "waiting-on", {
    risks: risksOf(scene),
    buttons: standing(scene),
  });
}

/** The next open question, answered by these very words where they answer it. */
function comeBack(scene: Scene, text: string, afterNight: boolean): void {
  const { state, flow } = scene;
  [state.phase, state.current, state.tries] = ["asking", null, 0];
  const step = nextStep(flow, state);
  const value = step === null || text === "" ? null : kindOf(step).read(step, text, flow, state);
  if (step !== null && value !== null) return take(scene, step.fills, value, text, "text");
  say(scene, afterNight ? "again-welcome" : "story-got");
  goOn(scene);
}
