// The outline of a state: its control without what lies behind the next question. The walk goes once through every outline,
// and tries in each what the outline leaves open (vary.ts). Tested: whatever a talk at random does is among what was tried. A
// piece of a sentence (acts/care/pieces.ts) can only bring danger, and danger is tried in every outline.
import { nextStep } from "../../flow/acts/ask.ts";
import { inDanger } from "../../flow/acts/consent/consent.ts";
import { standing } from "../../flow/control/control.ts";
import { courseOf, type Flow } from "../../flow/flow.ts";
import type { State } from "../../flow/state.ts";

export function outlineOf(flow: Flow, state: State): string {
  const { phase, current, filed, covered, safetyAsked } = state;
  if (state.intake === null) return state.greeted ? "greeted" : "nobody";
  const next = phase === "done" ? "-" : (nextStep(flow, state)?.fills ?? "-");
  const marks = [
    inDanger(state) ? "danger" : "",
    safetyAsked ? "safety-asked" : "",
    covered ? "covered" : "",
    state.consents.some(({ scope }) => scope === "PURPOSE_NOTICE") ? "" : "unnoticed",
  ].filter((mark) => mark !== "");
  return [courseOf(flow, state.role).id, phase, current ?? "-", countsOf(state), next, filed ?? "-", ...marks].join(
    " ",
  );
}

/** In the language the walk speaks: which language it is turns nothing (tested, and tried for every language by itself). */
export const inJapanese = (state: State): State =>
  state.lang === "ja" && state.langBy === "given" && state.tongue === ""
    ? state
    : { ...state, lang: "ja", langBy: "given", tongue: "" };

// --- internal ---

/** How often was asked and acknowledged, where it is asked for. */
function countsOf(state: State): string {
  const { tries, tales, calm } = standing(state);
  return `${tries}${tales}${calm ? "c" : ""}`;
}
