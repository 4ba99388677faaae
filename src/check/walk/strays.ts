// Talks at random beside the walk: states of one outline may lead to different ones, so what the walk has not met is looked
// for until talks at random meet nothing new.
import type { Flow } from "../../flow/flow.ts";
import type { State } from "../../flow/state.ts";
import type { Act } from "./inputs.ts";

/** So many turns in one talk: about three times what a patient person needs. */
const TURNS = 40;

/** Always the same numbers for one seed, below 1. https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function chance(seed: number): () => number {
  let x = seed;
  return () => {
    x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
    return x / 0x80000000;
  };
}

/** One talk of `TURNS` acts; `step` plays one and gives the next state, or null to end the talk. */
export function stray(
  flow: Flow,
  first: State,
  draw: () => number,
  choices: (flow: Flow, state: State) => { state: State; act: Act }[],
  step: (state: State, act: Act) => State | null,
): void {
  let state: State | null = first;
  for (let n = 0; n < TURNS && state !== null; n += 1) {
    const open = choices(flow, state);
    const act = open[Math.floor(draw() * open.length)]?.act;
    state = act === undefined ? null : step(state, act);
  }
}
