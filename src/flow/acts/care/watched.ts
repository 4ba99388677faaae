// Somebody else looks at the telephone: how the talk is put out of sight, said once, before the question that stands.
import { saying, type Effect, type Say } from "../../effect.ts";
import { listenOf } from "../../flow.ts";
import { hearStory } from "../../listen/story.ts";
import type { Scene } from "../scene.ts";

/** `acked` holds it as it holds feelings: said once a talk. */
const WATCHED = "watched";

/** Not where staff speak, nor to whoever leaves or has their words erased: nothing more is written there. */
export function sayWatched(scene: Scene, text: string): void {
  const { state, flow, effects, held } = scene;
  if (held || state.phase === "paused" || effects.some(({ do: does }) => does === "erase")) return;
  if (state.acked.includes(WATCHED) || !hearStory(listenOf(flow, state.lang, text), text).watched) return;
  const last = effects.findLastIndex(isSaid);
  if (last < 0) return;
  state.acked.push(WATCHED);
  // Asked in the same breath, it was just answered.
  if (effects.some((effect) => isSaid(effect) && effect.say === "a-delete")) return;
  // Behind thanks and numbers, and before the question, whose buttons stay the last.
  const asks = (effects[last] as Say).question !== null;
  effects.splice(asks ? last : last + 1, 0, saying("watched"));
  if (!asks) moveButtons(effects[last] as Say, effects[last + 1] as Say);
}

// --- internal ---

const isSaid = (effect: Effect): effect is Say => effect.do === "say";

function moveButtons(from: Say, to: Say): void {
  [to.buttons, from.buttons] = [from.buttons, []];
}
