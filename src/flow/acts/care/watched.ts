// Somebody else looks at the telephone: how the talk is put out of sight, said once, before the question that stands.
import { saying, type Effect, type Say } from "../../effect.ts";
import { listenOf } from "../../flow.ts";
import { isWatched } from "../../listen/story.ts";
import type { Scene } from "../scene.ts";

/** `acked` holds it as it holds feelings: said once a talk. */
const WATCHED = "watched";

/** Not where staff speak, nor to whoever leaves or has their words erased: nothing more is written there. */
export function sayWatched({ state, flow, effects, held }: Scene, text: string): void {
  if (held || state.phase === "paused" || effects.some(({ do: does }) => does === "erase")) return;
  if (state.acked.includes(WATCHED) || !isWatched(listenOf(flow, state.lang, text), text)) return;
  const last = effects.findLast(isSaid);
  if (last === undefined) return;
  state.acked.push(WATCHED);
  // Asked in the same breath, it was just answered.
  if (effects.some((effect) => isSaid(effect) && effect.say === "a-delete")) return;
  effects.splice(effects.indexOf(last) + (last.question === null ? 1 : 0), 0, saying("watched"));
}

// --- internal ---

const isSaid = (effect: Effect): effect is Say => effect.do === "say";
