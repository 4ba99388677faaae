// The buttons somebody may press: those of every question that was shown in this talk, and odd ones.
import { buttonsFor } from "../../flow/acts/ask.ts";
import type { Scene } from "../../flow/acts/scene.ts";
import type { Flow } from "../../flow/flow.ts";
import type { State } from "../../flow/state.ts";
import type { Act } from "./inputs.ts";

/** Old buttons stay on the screen: a question shown once can be answered again at any time. */
export function buttonsIn(flow: Flow, state: State): Act[] {
  if (state.intake === null) return [press("0", "role", "SELF")];
  const { intake } = state;
  const own = Object.keys(state.shown).flatMap((field) =>
    buttonsFor(sceneOf(flow, state), field).map(({ step, value }) => press(intake, step, value)),
  );
  const talk = ["RESUME", "START", "NUMBERS"].map((value) => press(intake, "talk", value));
  const odd = [press("0", "role", "SELF"), press(intake, "role", "?"), press(intake, "?", "SELF")];
  return [...own, ...talk, ...odd];
}

// --- internal ---

function press(talk: string, step: string, value: string): Act {
  const input = { kind: "choice" as const, talk, step, value, label: value };
  return { does: `[${step}:${value}]`, input, wanted: value === "MORE" || step === "talk" || value.startsWith("FIX:") };
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
