// Breadth first through every outline that a person can bring the talk to; in each, every class of input is tried, in every
// way that the outline leaves open.
import type { Flow } from "../../flow/flow.ts";
import type { State } from "../../flow/state.ts";
import { buttonsIn } from "./buttons.ts";
import { actsOf, type Act } from "./inputs.ts";
import { inJapanese, outlineOf } from "./outline.ts";
import { begun, turn, type Turned } from "./turn.ts";
import { variantsFor } from "./vary.ts";

/** One thing done in one state, as it is told afterwards. `note`: what else had been said before, where that matters. */
export interface Step {
  act: Act;
  in: State;
  note: string;
}

/** An outline of the walk (`n`), by one state of it, and how that was come to. */
export interface Node {
  n: number;
  state: State;
  from: Node | null;
  by: Step | null;
}

/** One act from one outline to another. */
export interface Edge extends Turned {
  from: Node;
  to: Node;
  step: Step;
}

export interface Walk {
  flow: Flow;
  /** Each outline once, in the order they were come to. */
  nodes: Node[];
  /** How many of them were tried. */
  tried: number;
  edges: number;
  /** What is tried in every state, beside its own buttons. */
  acts: Act[];
  known: Map<string, Node>;
}

export interface Watch {
  /** Sees every act once; true ends the walk early. */
  edge(edge: Edge): boolean | void;
  progress?(nodes: number, edges: number): void;
  /** What is tried beside the buttons; every class of input where left out. */
  acts?: Act[];
}

/** Somebody who has never written, and nothing tried yet. */
export function beginning(flow: Flow, acts?: Act[]): Walk {
  const first: Node = { n: 0, state: begun(flow), from: null, by: null };
  const known = new Map([[outlineOf(flow, first.state), first]]);
  return { flow, nodes: [first], tried: 0, edges: 0, acts: acts ?? actsOf(flow), known };
}

/** Tries all in every outline that can be come to and was not tried yet. True if the watch ended it early. */
export function explore(walk: Walk, watch: Watch): boolean {
  for (let from = walk.nodes[walk.tried]; from !== undefined; from = walk.nodes[walk.tried]) {
    walk.tried += 1;
    if (tryAll(walk, from, watch)) return true;
    if (from.n % 50 === 0) watch.progress?.(walk.nodes.length, walk.edges);
  }
  return false;
}

/** Every act in this one state, in every way the outline leaves open. True if the watch has seen enough. */
export function tryAll(walk: Walk, from: Node, watch: Watch): boolean {
  for (const act of [...walk.acts, ...choicesIn(walk.flow, from.state)])
    for (const { step, turned } of tries(walk.flow, from.state, act)) {
      walk.edges += 1;
      if (watch.edge({ ...turned, from, to: come(walk, from, step, turned), step }) === true) return true;
    }
  return false;
}

/** Where an act led to; an outline that was not known is one more to be tried. */
export function come(walk: Walk, from: Node, by: Step, turned: Turned): Node {
  const state = inJapanese(turned.state);
  const outline = outlineOf(walk.flow, state);
  const old = walk.known.get(outline);
  if (old !== undefined) return old;
  const node = { n: walk.nodes.length, state, from, by };
  walk.known.set(outline, node);
  walk.nodes.push(node);
  return node;
}

/** How a state was come to, first step first. */
export function wayTo(node: Node): Step[] {
  const steps: Step[] = [];
  for (let at: Node | null = node; at?.by != null; at = at.from) steps.unshift(at.by);
  return steps;
}

/** What only this state offers: its buttons, and the messages that can be taken back. */
export const choicesIn = (flow: Flow, state: State): Act[] => [...buttonsIn(flow, state), ...unsendsIn(state)];

// --- internal ---

/** This act in this state, in every way the outline leaves open; the state as it is comes first. */
function tries(flow: Flow, state: State, act: Act): { step: Step; turned: Turned }[] {
  const turned = turn(flow, state, act);
  return [
    { step: { act, in: state, note: "" }, turned },
    ...variantsFor(flow, state, act, turned).map((variant) => ({
      step: { act, in: variant.state, note: variant.note },
      turned: turn(flow, variant.state, act),
    })),
  ];
}

/** 送信取消 of each message that an answer came from, and of one that nobody knows. */
const unsendsIn = ({ answers }: State): Act[] =>
  [...new Set([...Object.values(answers).map(({ from }) => from), "m0"])]
    .filter((id) => id.startsWith("m"))
    .map((messageId) => ({ does: "送信取消", input: { kind: "unsend", messageId } }));
