// While staff hold the talk the flow is silent; but what becomes of the words is the person's own to decide, and holds at once.
import { listenOf } from "../flow.ts";
import { withdrawalsIn } from "../listen/intent.ts";
import type { Intent } from "../words.ts";
import { isPlain, standing, wantsErased } from "../acts/intents.ts";
import { task, type Scene } from "../acts/scene.ts";
import { withdraw } from "../acts/consent/withdraw.ts";

/** Takes consent back, or notes the wish that nothing stays, and says so: staff cannot confirm what they have not read yet. */
export function decides(scene: Scene, text: string, intent: Intent | null): void {
  const { flow, state } = scene;
  const listen = listenOf(flow, state.lang, text);
  // Also 「連絡はいりません」 to the question how to be reached: it was put before staff spoke, and is said to them now.
  const taken = intent === null ? withdrawalsIn(listen, text) : [intent];
  for (const one of taken) withdraw(scene, one, standing(scene));
  if (intent === "erase" || intent === "no-record") wantsErased(scene, isPlain(listen, text));
  // A person is speaking to them already.
  if (intent === "human") task(scene, "人と話したい");
}
