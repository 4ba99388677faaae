// The end of the questions: the record is filed, the number is told; what comes later joins it.
import { urgencyRank } from "../codes.ts";
import type { State } from "../state.ts";
import { say, type Scene } from "./scene.ts";

/** Files the record. COMPLETE where the check was answered and at least one thing was understood, else PARTIAL. */
export function finish(scene: Scene): void {
  const { state } = scene;
  state.phase = "done";
  state.current = null;
  state.filed = confirmed(state) && understood(state) ? "COMPLETE" : (state.filed ?? "PARTIAL");
  scene.changed = true;
  say(scene, urgencyRank(state.urgency) <= 1 ? "done-urgent" : "done");
}

/** The quiet time has passed: what there is becomes a record. Nothing is said to the resident. */
export function fileQuiet(scene: Scene): void {
  const { state } = scene;
  if (state.intake === null || state.phase === "done" || scene.effects.some((effect) => effect.do === "erase")) return;
  state.filed ??= "PARTIAL";
  state.phase = "paused";
  scene.changed = true;
}

// --- internal ---

const confirmed = (state: State): boolean => {
  const answer = state.answers["check"];
  return answer?.value === "SEND" && (answer.how === "button" || answer.how === "text");
};

/** Something was really said, and not only passed over. */
const understood = (state: State): boolean =>
  Object.entries(state.answers).some(
    ([field, { how, value }]) =>
      !["check", "consent"].includes(field) &&
      how !== "skip" &&
      how !== "kept" &&
      value !== null &&
      value !== "UNKNOWN",
  );
