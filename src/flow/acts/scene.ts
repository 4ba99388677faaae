// One turn being played: the state as it becomes, and what is wanted. Lives only inside `advance`.
import type { Arrived } from "../input.ts";
import { saying, type ButtonRef, type Effect, type Say } from "../effect.ts";
import type { Flow } from "../flow.ts";
import type { State } from "../state.ts";
import type { SayKey } from "../words.ts";

export interface Scene {
  flow: Flow;
  state: State;
  effects: Effect[];
  /** The staff hold this talk: keep, say nothing, save for danger and for what the person decides of their own words. */
  held: boolean;
  /** The message being taken. */
  now: Arrived;
  /** Dangers newly heard in this turn. */
  alarmed: boolean;
  /** Something of the record changed. */
  changed: boolean;
}

/** Says one thing of `say` in the words file. */
export function say(
  scene: Scene,
  key: SayKey,
  more: Partial<Pick<Say, "risks" | "buttons" | "keep" | "summary">> = {},
): void {
  scene.effects.push({ ...saying(key), ...more });
}

export function flag(scene: Scene, what: string): void {
  if (scene.state.flags.includes(what)) return;
  scene.state.flags.push(what);
  scene.changed = true;
}

/** A flag that staff must act on. */
export function task(scene: Scene, what: string): void {
  if (!scene.state.flags.includes(what)) scene.effects.push({ do: "task", what });
  flag(scene, what);
}

/** What a message is known by: LINE's message id, or the event's own. */
export const wordOf = (arrived: Arrived): string => arrived.messageId ?? arrived.id;

export const button = (step: string, value: string): ButtonRef => ({ step, value });
