// Talks at random beside the walk, as people truly come along. What one of them does that the walk has not met shows what
// an outline hides: from there everything is tried as well. So it is measured how much the walk overlooks.
import type { Say } from "../../flow/effect.ts";
import { choicesIn, come, tryAll, type Edge, type Node, type Step, type Walk, type Watch } from "./explore.ts";
import { inJapanese } from "./outline.ts";
import { turn } from "./turn.ts";

/** So many turns in one talk: about three times what a patient person needs. */
const TURNS = 30;
/** Of ten turns, so many press a button: else few talks would come far. */
const PRESSES = 0.4;

export interface Strayed {
  /** Acts of the talks at random. */
  acts: number;
  /** How many of them the walk had not met. */
  fresh: number;
}

/** What was done, where it led and what was answered, for all acts of a walk. */
export interface Met {
  note(edge: Edge): void;
  /** Was an act like this one seen before? */
  has(edge: Edge): boolean;
}

export function meeting(): Met {
  const [acts, answers, seen] = [new Map<string, number>(), new Map<string, number>(), new Set<number>()];
  const numberIn = (map: Map<string, number>, name: string): number =>
    map.get(name) ?? (map.set(name, map.size), map.size - 1);
  // One number an edge: at most 2^13 outlines, 2^9 acts, 2^11 answers.
  const keyOf = ({ from, to, step, says }: Edge): number =>
    ((from.n * 2 ** 13 + to.n) * 2 ** 9 + numberIn(acts, step.act.does)) * 2 ** 11 + numberIn(answers, said(says));
  return { note: (edge) => void seen.add(keyOf(edge)), has: (edge) => seen.has(keyOf(edge)) };
}

/** Plays so many talks. `watch` sees every act of them, as of the walk. */
export function stray(walk: Walk, met: Met, talks: number, watch: Watch): Strayed {
  const draw = chance(1);
  const strayed = { acts: 0, fresh: 0 };
  for (let n = 0; n < talks; n += 1) {
    let at = walk.nodes[0] ?? null;
    for (let k = 0; k < TURNS && at !== null; k += 1) at = stepOn(walk, met, at, draw, strayed, watch);
    if (n % 50 === 0) watch.progress?.(walk.nodes.length, walk.edges);
  }
  return strayed;
}

/** Always the same numbers for one seed (not 0), below 1. https://en.wikipedia.org/wiki/Xorshift */
export function chance(seed: number): () => number {
  let x = seed;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 2 ** 32;
  };
}

// --- internal ---

/** What was answered, by key. */
export const said = (says: Say[]): string =>
  says.map(({ say, question }) => say ?? `?${question?.field}:${question?.words}`).join(" ");

/** One act of a talk. null: the watch has seen enough. */
function stepOn(walk: Walk, met: Met, at: Node, draw: () => number, strayed: Strayed, watch: Watch): Node | null {
  const open = draw() < PRESSES ? choicesIn(walk.flow, at.state) : walk.acts;
  const act = open[Math.floor(draw() * open.length)];
  if (act === undefined) return null;
  const step: Step = { act, in: at.state, note: "" };
  const turned = turn(walk.flow, at.state, act);
  const edge = { ...turned, from: at, to: come(walk, at, step, turned), step };
  strayed.acts += 1;
  if (!met.has(edge)) {
    strayed.fresh += 1;
    if (tryAll(walk, at, watch)) return null;
  }
  if (watch.edge(edge) === true) return null;
  return { n: edge.to.n, state: inJapanese(turned.state), from: at, by: step };
}
