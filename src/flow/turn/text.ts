// Takes a text: danger first, then words that always hold, then the answer to the question, and else it is the story.
import { labelsOf, listenOf } from "../flow.ts";
import { intentOf, isQuestion, isTale } from "../listen/intent.ts";
import { plain } from "../listen/normal.ts";
import { ask, kindOf, nextStep, stepOf } from "./ask.ts";
import { checkAgain, goOn, leaveAsItStands, take, write } from "./answer.ts";
import { begin, welcome } from "./begin.ts";
import { tellThird } from "./consent.ts";
import { answerDanger, listenForDanger, resumeButtons } from "./crisis.ts";
import { follow, standing } from "./intents.ts";
import { readOne } from "../listen/choice.ts";
import { say, type Scene } from "./scene.ts";
import { hearTold } from "./told.ts";

export function takeText(scene: Scene, text: string): void {
  const { state } = scene;
  const isFirst = begin(scene);
  const intent = intentOf(listenOf(scene.flow, state.lang), text);
  const danger = listenForDanger(scene, text);
  const learned =
    (isFirst || danger !== null || intent === null) &&
    hearTold(scene, intent === null ? text : "", danger !== "crisis" && !scene.held);
  if (danger === "crisis") return answerDanger(scene, text);
  if (scene.held) return;
  if (isFirst) return firstWords(scene, text, danger === "hint");
  if (danger === "hint") say(scene, "danger-hint", { risks: state.risks.map(({ risk }) => risk) });
  if (state.phase === "waiting" && state.current === "safety" && answerSafety(scene, text)) return;
  if (intent !== null && follow(scene, intent, text)) return;
  if (state.phase !== "asking") return joins(scene);
  answer(scene, text, learned);
}

/** The first words: accepted before anything is asked. An interrupt word may be the first of all. */
export function firstWords(scene: Scene, text: string, hint = false): void {
  const intent = intentOf(listenOf(scene.flow, scene.state.lang), text);
  const leaves =
    intent === "no-record" || intent === "erase" || intent === "cant-talk" || intent === "stop" || intent === "who";
  welcome(scene);
  tellThird(scene);
  if (isQuestion(listenOf(scene.flow, scene.state.lang), text) && plain(text).length > 6 && intent === null)
    say(scene, "question");
  if (hint) say(scene, "danger-hint", { risks: scene.state.risks.map(({ risk }) => risk) });
  if (intent !== null && (leaves || intent === "human") && follow(scene, intent, text)) {
    if (intent !== "human" && intent !== "who") return;
  }
  goOn(scene);
}

// --- internal ---

function answerSafety(scene: Scene, text: string): boolean {
  const { flow, state } = scene;
  const listen = listenOf(flow, state.lang);
  if (text.length > 20) return false;
  const value = readOne(
    text,
    ["NOW", "OK", "UNKNOWN"],
    labelsOf(flow, state.lang, "safety"),
    listen.choices["safety"] ?? [],
  );
  if (value === null) return false;
  take(scene, "safety", value, text, "text");
  return true;
}

/** Reads the text as the answer to the question that stands. */
function answer(scene: Scene, text: string, learned: boolean): void {
  const { state, flow } = scene;
  const step = stepOf(flow, state.current ?? "") ?? nextStep(flow, state);
  if (step === null) return goOn(scene);
  const read = kindOf(step).read(step, text, flow, state);
  if (read !== null) return understood(scene, step.fills, read, text);
  if (correctsEarlier(scene, text, step.fills)) return;
  if (isQuestion(listenOf(flow, state.lang), text)) return say(scene, "question", { buttons: standing(scene) });
  const listen = listenOf(flow, state.lang);
  if (learned && plain(text).length < 15) return say(scene, "got", { buttons: standing(scene) });
  if (isTale(listen, text)) return say(scene, "story-more", { buttons: standing(scene) });
  notUnderstood(scene, step.fills, text);
}

/** A label of an earlier question, typed again: a correction of that question, never an answer to this one. */
function correctsEarlier(scene: Scene, text: string, standingField: string): boolean {
  const { state, flow } = scene;
  const field = ["role", "category", "district", "contact"].find((name) => {
    const words = [
      ...Object.values(labelsOf(flow, state.lang, name)),
      ...(listenOf(flow, state.lang).choices[name] ?? []).map(({ word }) => word),
    ];
    return (
      name !== standingField && state.answers[name] !== undefined && words.some((word) => plain(word) === plain(text))
    );
  });
  const step = stepOf(flow, field ?? "");
  const value = step === null ? null : kindOf(step).read(step, text, flow, state);
  if (step === null || value === null) return false;
  write(scene, step.fills, value, text, "text");
  say(scene, "corrected", { buttons: standing(scene) });
  if (standingField === "check") checkAgain(scene);
  return true;
}

function understood(scene: Scene, field: string, value: Parameters<typeof write>[2], text: string): void {
  if (field === "story") say(scene, "story-got");
  // A place or a name may be given together with the next answers; a number in the contact question is the number.
  take(scene, field, value, text, "text");
}

/** Asked once more in other words, and then the talk goes on with it as it stands. */
function notUnderstood(scene: Scene, field: string, text: string): void {
  if (scene.state.tries < 2) return ask(scene, field, field === "check" && scene.state.covered ? "covered" : "again");
  say(scene, "kept");
  leaveAsItStands(scene, field, text);
}

/** While the questions wait, after a pause, or after the end: what is said joins the record. */
function joins(scene: Scene): void {
  const { state } = scene;
  if (state.phase === "waiting")
    return say(scene, "waiting", { risks: state.risks.map(({ risk }) => risk), buttons: standing(scene) });
  if (state.receiptNo === null) return say(scene, "story-more", { buttons: resumeButtons(scene) });
  say(scene, "added", { buttons: resumeButtons(scene) });
}
