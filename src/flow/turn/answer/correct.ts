// What puts an earlier answer right, or only says it again, while another question stands: never the answer to that one.
import { labelsOf, listenOf, stepOf } from "../../flow.ts";
import { readNumbers, readWhole } from "../../listen/answer/choice.ts";
import { kindOf } from "../../acts/ask.ts";
import { wasAsked, type Json, type State } from "../../state.ts";
import type { Step } from "../../steps/step.ts";
import { besides } from "./beside.ts";
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
  const { state, flow } = scene;
  const listen = listenOf(flow, state.lang, text);
  const left = listen.turned(text);
  const rest = left === null || listen.lengthOf(left) > A_CORRECTION ? null : left;
  if (rest !== null && standingField !== "check" && !TAKE_ANY.includes(standingField)) {
    const own = stepOf(flow, state, standingField);
    if (own !== null && kindOf(own).read(own, rest, flow, state) !== null) return false;
  }
  for (const field of CORRECTED.filter((one) => one !== standingField && isKnown(state, one))) {
    const step = stepOf(flow, state, field);
    const label = step === null || !wasAsked(state, field) ? null : labelled(scene, step, text);
    const value = label ?? (step === null ? null : instead(scene, step, rest));
    if (value === null) continue;
    besides(scene, field, value, text, "text");
    return true;
  }
  return false;
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

/** A place is anything: it is put right only by its own name. */
const instead = ({ flow, state }: Scene, step: Step, rest: string | null): Json =>
  rest === null || step.fills === "district" ? null : kindOf(step).read(step, rest, flow, state);
