// What can be said at any moment, whatever was asked: もどる, やめる, 今は話せない, 人に代わって, 番号は？ …
import type { Intent } from "../words.ts";
import { buttonsFor } from "./ask.ts";
import { back, goOn, write } from "./answer.ts";
import { refuse } from "./consent.ts";
import { resumeButtons } from "./crisis.ts";
import { say, task, type Scene } from "./scene.ts";

/** Does what was meant. False where this intent means nothing special here, and the text is read as an answer. */
export function follow(scene: Scene, intent: Intent, text: string): boolean {
  const { state } = scene;
  switch (intent) {
    case "number":
    case "when":
      return said(scene, () =>
        say(scene, state.receiptNo !== null && state.filed !== null ? "done-number" : "not-yet", {
          buttons: standing(scene),
        }),
      );
    case "who":
      return said(scene, () => say(scene, "who-reads", { buttons: standing(scene) }));
    case "cant-talk":
      return said(scene, () => leave(scene, "neutral"));
    case "stop":
      return state.phase === "done"
        ? said(scene, () => say(scene, "neutral"))
        : said(scene, () => leave(scene, "stopped"));
    case "human":
      return said(scene, () => wantsHuman(scene));
    case "erase":
    case "no-record":
      return said(scene, () => wantsErased(scene));
    case "thanks":
      return state.current === "check" ? false : said(scene, () => say(scene, "thanks", { buttons: standing(scene) }));
    case "resume":
    case "start":
      return (state.current === null || state.current === "safety") && state.phase !== "done"
        ? said(scene, () => resume(scene))
        : false;
    case "back":
      return state.phase === "asking" && state.order.length > 0 ? said(scene, () => back(scene)) : false;
    case "skip":
    case "unknown":
      return state.phase === "asking" && state.current !== null ? pass(scene, text, intent) : false;
    default:
      return false;
  }
}

/** The questions go on where they stopped. */
export function resume(scene: Scene): void {
  say(scene, "resumed");
  scene.state.phase = "asking";
  [scene.state.current, scene.state.tries] = [null, 0];
  goOn(scene);
}

/** とばす: this question is passed over, and never asked again unless the person asks for it. */
export function pass(scene: Scene, text: string, intent: "skip" | "unknown"): boolean {
  const { state } = scene;
  const field = state.current;
  // The safety question and the check are not passed over by a word: their own reading decides.
  if (field === null || field === "check" || field === "consent" || field === "safety") return false;
  say(scene, "skipped");
  write(
    scene,
    field,
    field === "category" && intent === "unknown"
      ? { primary: "UNSURE", others: [] }
      : field === "role"
        ? "UNKNOWN"
        : null,
    text,
    "skip",
  );
  goOn(scene);
  return true;
}

/** The buttons of the question that stands, so that they do not vanish under another answer. */
export function standing(scene: Scene): { step: string; value: string }[] {
  const { current, phase } = scene.state;
  const waits = phase === "waiting" || phase === "paused" ? resumeButtons(scene) : [];
  return current === null ? waits : [...buttonsFor(scene, current), ...waits];
}

// --- internal ---

function said(_scene: Scene, act: () => void): true {
  act();
  return true;
}

/** One neutral line, and silence until the person writes again. */
function leave(scene: Scene, key: "neutral" | "stopped"): void {
  const { state } = scene;
  if (state.phase !== "done") state.phase = "paused";
  [state.current, state.tries] = [null, 0];
  if (key === "neutral") [state.safeToPush, state.covered] = [false, true];
  scene.changed = true;
  say(scene, key, { buttons: key === "neutral" || state.phase === "done" ? [] : resumeButtons(scene) });
}

function wantsHuman(scene: Scene): void {
  task(scene, "人と話したい");
  say(scene, "human", { buttons: standing(scene) });
}

/** Before the number is given a wish not to be recorded is done at once; afterwards staff decide, and are told. */
function wantsErased(scene: Scene): void {
  if (scene.state.filed === null && scene.state.risks.length === 0) return void refuse(scene, "LINE文章");
  if (
    scene.state.filed === null ||
    (scene.state.filed === "PARTIAL" &&
      scene.state.answers["consent"]?.value !== "REFUSED" &&
      scene.state.risks.length > 0)
  )
    return void refuse(scene, "LINE文章");
  task(scene, "消去の希望");
  say(scene, "erase-noted", { buttons: standing(scene) });
}
