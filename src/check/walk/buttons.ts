// The buttons somebody may press: one of each kind of every question of this talk, whether it was shown or not, and odd ones.
import { stepsOf, type Flow } from "../../flow/flow.ts";
import { buttonsFor } from "../../flow/acts/ask.ts";
import type { ButtonRef } from "../../flow/effect.ts";
import type { Scene } from "../../flow/acts/scene.ts";
import type { State } from "../../flow/state.ts";
import type { Step } from "../../flow/steps/step.ts";
import type { Act } from "./inputs.ts";

/** Old buttons stay on the screen: a question shown once can be answered again at any time. */
export function buttonsIn(flow: Flow, state: State): Act[] {
  if (state.intake === null) return [press("0", "role", "SELF"), press("0", "lang", "en")];
  const talk = state.intake;
  const own = stepsOf(flow, state).flatMap((step) => ofEachKind(step, buttonsFor(sceneOf(flow, state), step.fills)));
  const asides = ["safety", "erase"].flatMap((field) => buttonsFor(sceneOf(flow, state), field));
  const other = flow.courses.flatMap(({ steps }) => steps).find(({ fills }) => own.every((one) => one.step !== fills));
  return [
    ...[...own, ...asides].map(({ step, value }) => press(talk, step, value)),
    ...["RESUME", "START", "NUMBERS", "NEW"].map((value) => press(talk, "talk", value)),
    press(talk, "consent", "START"),
    press(talk, "lang", "ja"),
    ...(other?.choices ?? []).slice(0, 1).map((value) => press(talk, other?.fills ?? "", value)),
    press("0", "role", "SELF"),
    press(talk, "role", "?"),
    press(talk, "?", "SELF"),
  ];
}

// --- internal ---

/** Questions each of whose buttons leads somewhere else. */
const EACH = ["role", "consent", "check", "contact"];

/** Of buttons that are alike but for their words, one: and every one that is a sign of danger. */
function ofEachKind({ fills, risks = {} }: Step, buttons: ButtonRef[]): ButtonRef[] {
  if (EACH.includes(fills)) return buttons;
  const passes = buttons.filter(({ value }) => value === "SKIP" || value === "UNSURE");
  const dangers = Object.keys(risks).map((value) => ({ step: fills, value }));
  const plain = buttons.filter(({ value }) => !["SKIP", "UNSURE"].includes(value) && risks[value] === undefined);
  return [...plain.slice(0, 2), ...dangers, ...passes];
}

function press(talk: string, step: string, value: string): Act {
  const input = { kind: "choice" as const, talk, step, value, label: value };
  const wanted = value === "MORE" || ["talk", "lang"].includes(step) || value.startsWith("FIX:");
  return { does: `[${step}:${value}]`, input, wanted };
}

/** Only to ask which buttons a question has; nothing is played on it. */
const sceneOf = (flow: Flow, state: State): Scene => ({
  flow,
  state,
  effects: [],
  held: false,
  now: { id: "", at: 0, messageId: null, input: { kind: "quiet" } },
  alarmed: false,
  changed: false,
});
