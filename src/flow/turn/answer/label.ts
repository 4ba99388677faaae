// A label that is written out is its button, whatever else the same words may mean, save danger: 「会議で話し合ってほしい」 takes no
// consent back.
import { take } from "../../acts/answer.ts";
import { buttonsFor, kindOf } from "../../acts/ask.ts";
import { isDecided, sayNumbers, standing } from "../../acts/intents.ts";
import { say, type Scene } from "../../acts/scene.ts";
import { labelsOf, listenOf, stepOf } from "../../flow.ts";
import { readWhole } from "../../listen/answer/choice.ts";
import type { Json } from "../../state.ts";

/** True where the text was a label of the question that stands, asked for the numbers, or keeps the check from being sent. */
export function takeLabel(scene: Scene, text: string): boolean {
  const { state } = scene;
  if (asksForNumbers(scene, text)) {
    sayNumbers(scene);
    return true;
  }
  const field = state.current;
  if (state.phase !== "asking" || field === null || (scene.held && !isDecided(field))) return false;
  if (field === "check" && keepsBack(scene, text)) return true;
  const value = labelled(scene, field, text);
  if (value !== null) take(scene, field, value, text, "text");
  return value !== null;
}

// --- internal ---

/** A number alone is an answer to the consent question that stood when staff spoke; 「3人です」 and 「はい」 are said to them. */
const LONE_NUMBER = /^\d$/u;

/** 「番号を見る」 is the helplines' button once there was danger, at every step; before that it may be the receipt's number. */
function asksForNumbers({ flow, state }: Scene, text: string): boolean {
  if (state.risks.length === 0) return false;
  const listen = listenOf(flow, state.lang, text);
  const [said, label] = [listen.plain(text), labelsOf(flow, state.lang, "always")["NUMBERS"]];
  if (label !== undefined && listen.label(label) === said) return true;
  return (listen.choices["talk"] ?? []).some(({ word, means }) => means === "NUMBERS" && word === said);
}

/** 「送らないで」: nothing is sent by it, and it is said what becomes of what was written. */
function keepsBack(scene: Scene, text: string): boolean {
  const { state, flow } = scene;
  const listen = listenOf(flow, state.lang, text);
  if (readWhole(listen, text, [], {}, listen.choices["check"] ?? []) !== "NOT") return false;
  say(scene, state.filed === null ? "not-sent" : "check-left", { buttons: standing(scene) });
  return true;
}

function labelled(scene: Scene, field: string, text: string): Json | null {
  const { flow, state } = scene;
  const listen = listenOf(flow, state.lang, text);
  const [labels, said] = [labelsOf(flow, state.lang, field), listen.plain(text)];
  const typed = text.normalize("NFKC").trim();
  const numbered = scene.held && field === "consent" && LONE_NUMBER.test(typed);
  const button = buttonsFor(scene, field).find(
    ({ step, value }, n) =>
      step === field &&
      ((labels[value] !== undefined && listen.label(labels[value]) === said) || (numbered && typed === String(n + 1))),
  );
  const step = stepOf(flow, state, field);
  // To pass over has words of its own.
  if (button === undefined || (button.value === "UNSURE" && field !== "category")) return null;
  return step === null ? button.value : kindOf(step).press(step, button.value, flow, state);
}
