// What puts an earlier answer right, or only says it again, while another question stands: never the answer to that one.
import { labelsOf, listenOf, stepOf } from "../../flow.ts";
import { readNumbers, readWhole } from "../../listen/answer/choice.ts";
import { kindOf } from "../../acts/ask.ts";
import { wasAsked, type Json, type State } from "../../state.ts";
import type { Step } from "../../steps/step.ts";
import { take } from "../../acts/answer.ts";
import { namesAnother, wantsToBeReached } from "../heard/reach.ts";
import { besides } from "./beside.ts";
import { districtIn, namedLine } from "./named.ts";
import type { Scene } from "../../acts/scene.ts";

/** What can be put right in words, the last question first. */
const CORRECTED = ["contact", "district", "category", "whom", "role"];
/** Longer than this it is more of the story, however it begins (letters of Japanese). */
const A_CORRECTION = 15;
/** They take nearly any words: what is left of a correction is theirs only where nothing else fits. */
const TAKE_ANY = ["district", "name", "window"];

/**
 * A correction of an earlier answer: a label of a question that was answered, or words of putting right with a value that
 * fits what is known.
 */
export function corrects(scene: Scene, text: string, standingField: string): boolean {
  const atCheck = standingField === "check";
  const { state, flow } = scene;
  if (atCheck && namesLine(scene, text)) return true;
  if (atCheck && answers(scene, standingField, text)) return false;
  const rest = insteadIn(scene, text);
  if (rest !== null && !TAKE_ANY.includes(standingField) && answers(scene, standingField, rest)) return false;
  for (const field of CORRECTED.filter((one) => one !== standingField && isKnown(state, one))) {
    const step = stepOf(flow, state, field);
    if (step === null) continue;
    const label = wasAsked(state, field) ? labelled(scene, step, text) : null;
    // A place is anything, so that only a district's own name puts it right.
    const read = field === "district" ? otherDistrict(scene, step, rest ?? text, atCheck) : instead(scene, step, rest);
    const value = label ?? read;
    if (value === null) continue;
    besides(scene, field, value, text, "text");
    return true;
  }
  return false;
}

/** After the end: a line that is named with what it should say, or another way to be reached. */
export function putsRight(scene: Scene, text: string): boolean {
  const { state, flow } = scene;
  const line = namedLine(scene, text);
  if (line !== null && line.value !== null) return done(besides(scene, line.field, line.value, text, "text"));
  const step = stepOf(flow, state, "contact");
  const listen = listenOf(flow, state.lang, text);
  const isWish = wantsToBeReached(listen, text) || namesAnother(listen, text);
  if (step === null || !isKnown(state, "contact") || !isWish) return false;
  const value = kindOf(step).read(step, text, flow, state);
  return value !== null && done(besides(scene, "contact", value, text, "text"));
}

/** 「わたし」, where somebody named in the story was thought to be whom it is about. */
export function isAboutThem(scene: Scene, text: string, standingField: string): boolean {
  const { state } = scene;
  if (state.answers["role"]?.how !== "heard" || standingField === "whom") return false;
  if (state.role !== "FAMILY" || roleSaid(scene, text) !== "SELF") return false;
  // Whom it was thought to be about stays among those who were named, for staff.
  if (state.answers["whom"]?.how === "heard") delete state.answers["whom"];
  besides(scene, "role", "SELF", text, "text");
  return true;
}

/** 「わたし」 once more, when it is known already who: no answer to the question that stands, and nothing new. */
export function restates(scene: Scene, text: string, standingField: string): boolean {
  const known = scene.state.answers["role"]?.value;
  return standingField !== "role" && typeof known === "string" && roleSaid(scene, text) === known;
}

// --- internal ---

const done = (_written: void): true => true;

/** The role that these words mean, and nothing else. */
function roleSaid({ flow, state }: Scene, text: string): string | null {
  const [listen, step] = [listenOf(flow, state.lang, text), stepOf(flow, state, "role")];
  if (step === null || readNumbers(listen, text).length > 0) return null;
  const also = listen.choices["role"] ?? [];
  return readWhole(listen, text, step.choices ?? [], labelsOf(flow, state.lang, "role"), also);
}

const isKnown = (state: State, field: string): boolean => state.answers[field] !== undefined;

function labelled({ flow, state }: Scene, step: Step, text: string): Json {
  const listen = listenOf(flow, state.lang, text);
  if (readNumbers(listen, text).length > 0) return null;
  const labels = Object.fromEntries(
    Object.entries(labelsOf(flow, state.lang, step.fills)).filter(([code]) => code !== "UNKNOWN"),
  );
  const also = step.fills === "contact" ? (listen.choices["contact"] ?? []) : [];
  const code = readWhole(listen, text, Object.keys(labels), labels, also);
  return code === null ? null : kindOf(step).press(step, code, flow, state);
}

/** 「4は川辺です」 puts the line right, 「地区が違います」 opens its question again. */
function namesLine(scene: Scene, text: string): boolean {
  const line = namedLine(scene, text);
  if (line === null) return false;
  if (line.value === null) take(scene, "check", `FIX:${line.field}`, text, "text");
  else besides(scene, line.field, line.value, text, "text");
  return true;
}

function answers({ flow, state }: Scene, field: string, text: string): boolean {
  const step = stepOf(flow, state, field);
  return step !== null && kindOf(step).read(step, text, flow, state) !== null;
}

/** What stands behind words of putting right; null where there are none, or more of the story follows. */
function insteadIn({ flow, state }: Scene, text: string): string | null {
  const listen = listenOf(flow, state.lang, text);
  const rest = listen.turned(text);
  return rest === null || listen.lengthOf(rest) > A_CORRECTION ? null : rest;
}

const instead = ({ flow, state }: Scene, step: Step, rest: string | null): Json =>
  rest === null ? null : kindOf(step).read(step, rest, flow, state);

/** 「南じゃなくて北」「きたちく」: at the check, a district of the office, and nothing else beside it. */
function otherDistrict(scene: Scene, step: Step, said: string, atCheck: boolean): Json {
  const { state, flow } = scene;
  const code = atCheck ? districtIn(scene, listenOf(flow, state.lang, said), step, said) : null;
  const known = state.answers["district"]?.value as { code?: string } | null | undefined;
  // 「南町です」, where 「南町の三丁目」 was said: nothing new.
  return code === null || known?.code === code ? null : kindOf(step).press(step, code, flow, state);
}
