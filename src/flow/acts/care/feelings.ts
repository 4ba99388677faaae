// A word of its own for grief, loneliness, what could not be told, tiredness and anger: once each, before anything else is said.
import { listenOf } from "../../flow.ts";
import { found } from "../../listen/lists.ts";
import type { SayKey } from "../../words.ts";
import { say, type Scene } from "../scene.ts";

const SAYS: Record<string, SayKey> = {
  grief: "ack-grief",
  untold: "ack-untold",
  lonely: "ack-lonely",
  tired: "ack-tired",
  anger: "ack-anger",
};

/** True if something was said. */
export function sayFeeling(scene: Scene, text: string): boolean {
  const { state, flow } = scene;
  const listen = listenOf(flow, state.lang, text);
  const feeling = found(listen.plain(text), listen.feelings).find(
    ({ means }) => means in SAYS && !state.acked.includes(means),
  )?.means;
  const key = SAYS[feeling ?? ""];
  if (feeling === undefined || key === undefined) return false;
  state.acked.push(feeling);
  say(scene, key);
  return true;
}
