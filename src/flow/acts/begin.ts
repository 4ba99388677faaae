// The first words: accepted before anything is asked, with the purpose notice in the very first reply.
// 個人情報保護法62条: the purpose is shown before the first personal question.
import { isPartner, note } from "./consent/consent.ts";
import type { ButtonRef } from "../effect.ts";
import type { Flow } from "../flow.ts";
import { button, say, type Scene } from "./scene.ts";

/** Starts a talk if none is open. True if these are its first words. */
export function begin(scene: Scene): boolean {
  const { state, now } = scene;
  state.lastAt = Math.max(state.lastAt, now.at);
  // Whoever writes has not blocked us, whatever was reported before.
  [state.safeToPush, state.blocked] = [true, false];
  if (now.input.kind !== "choice") scene.changed = true;
  if (state.intake !== null) return false;
  state.intake = now.id;
  state.startedAt = now.at;
  state.phase = "asking";
  return true;
}

/** The first reply: thanks, who we are, and what happens with the words. */
export function welcome(scene: Scene): void {
  say(scene, isPartner(scene.state) ? "partner-thanks" : scene.state.greeted ? "accepted" : "first");
  scene.state.greeted = true;
  showNotice(scene);
}

/** Shows the purpose notice once a talk, and writes down that it was shown. */
export function showNotice(scene: Scene, words: "notice" | "notice-danger" = "notice"): void {
  if (scene.state.consents.some(({ scope }) => scope === "PURPOSE_NOTICE")) return;
  say(scene, words, { keep: "notice" });
  note(scene, { scope: "PURPOSE_NOTICE", value: "SHOWN", words: "notice", method: "LINE表示" });
}

/** The greeting, with every language to choose from. */
export function greet(scene: Scene): void {
  scene.state.greeted = true;
  say(scene, "greeting", { buttons: languages(scene.flow) });
}

/** A button for each language there is. */
export const languages = (flow: Flow): ButtonRef[] => Object.keys(flow.words).map((lang) => button("lang", lang));
