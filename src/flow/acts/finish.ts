// The end of the questions: the record is filed, the number is told; what comes later joins it.
import { urgencyRank } from "../codes.ts";
import { courseOf, stepsOf } from "../flow.ts";
import type { State } from "../state.ts";
import type { SayKey } from "../words.ts";
import { say, type Scene } from "./scene.ts";

/** Those who write for others are thanked in their own words. */
const DONE: Record<string, SayKey> = { partner: "partner-done", agency: "agency-done" };

/** Files the record. COMPLETE where the check was answered and at least one thing was understood, else PARTIAL. */
export function finish(scene: Scene): void {
  const { state } = scene;
  state.phase = "done";
  state.current = null;
  state.filed = confirmed(scene) && understood(state) ? "COMPLETE" : (state.filed ?? "PARTIAL");
  scene.changed = true;
  say(scene, DONE[courseOf(scene.flow, state.role).id] ?? (urgencyRank(state.urgency) <= 1 ? "done-urgent" : "done"));
}

/** The quiet time has passed: what there is becomes a record. Nothing is said to the resident. */
export function fileQuiet(scene: Scene): void {
  const { state } = scene;
  if (state.intake === null || state.phase === "done" || scene.effects.some((effect) => effect.do === "erase")) return;
  state.filed ??= "PARTIAL";
  state.phase = "paused";
  // The question is put anew when they come back; whether they are in danger may still be answered.
  if (state.current !== "safety") [state.current, state.tries] = [null, 0];
  scene.changed = true;
}

// --- internal ---

/** A course without a check (partners, agencies) is confirmed by its last answer. */
const confirmed = ({ flow, state }: Scene): boolean => {
  if (!stepsOf(flow, state).some(({ fills }) => fills === "check")) return true;
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
