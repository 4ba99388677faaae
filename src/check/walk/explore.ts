// Breadth first through every outline that a person can bring the talk to; in each, every class of input is tried, in every
// way that the outline leaves open.
import type { Flow } from "../../flow/flow.ts";
import type { State } from "../../flow/state.ts";
import { buttonsIn } from "./buttons.ts";
import { actsOf, type Act } from "./inputs.ts";
import { inJapanese, outlineOf } from "./outline.ts";
import { recalling } from "./recall.ts";
import { begun, turn, type Turned } from "./turn.ts";
import { variantsFor } from "./vary.ts";

/** One thing done in one state, as it is told afterwards. `note`: what else had been said before, where that matters. */
export interface Step {
  act: Act;
  in: State;
  note: string;
}

/** An outline of the walk, by one state of it, and how it was first come to. */
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
  nodes: Node[];
  edges: number;
  /** Every outline that was found was tried. */
  finished: boolean;
}

export interface Watch {
  /** Sees every act once; true ends the walk early. */
  edge(edge: Edge): boolean | void;
  progress?(nodes: number, edges: number): void;
  /** What is tried beside the buttons; every class of input where left out. */
  acts?: Act[];
}

/** Walks the whole flow from somebody who has never written. */
export function explore(whole: Flow, watch: Watch): Walk {
  const flow = recalling(whole);
  const first: Node = { n: 0, state: begun(flow), from: null, by: null };
  const walk: Walk = { flow, nodes: [first], edges: 0, finished: false };
  const known = new Map([[outlineOf(flow, first.state), first]]);
  const acts = watch.acts ?? actsOf(flow);
  for (const from of walk.nodes) {
    if (tryAll(walk, known, from, [...acts, ...choicesIn(flow, from.state)], watch)) return walk;
    if (from.n % 50 === 0) watch.progress?.(walk.nodes.length, walk.edges);
  }
  return { ...walk, finished: true };
}

/** How an outline was come to, first step first. */
export function wayTo(node: Node): Step[] {
  const steps: Step[] = [];
  for (let at: Node | null = node; at?.by != null; at = at.from) steps.unshift(at.by);
  return steps;
}

/** What only this state offers: its buttons, and the messages that can be taken back. */
export const choicesIn = (flow: Flow, state: State): Act[] => [...buttonsIn(flow, state), ...unsendsIn(state)];

/** This act in this state, in every way the outline leaves open; the state as it is comes first. */
export function tries(flow: Flow, state: State, act: Act): { step: Step; turned: Turned }[] {
  const turned = turn(flow, state, act);
  return [
    { step: { act, in: state, note: "" }, turned },
    ...variantsFor(flow, state, act, turned).map((variant) => ({
      step: { act, in: variant.state, note: variant.note },
      turned: turn(flow, variant.state, act),
    })),
  ];
}

// --- internal ---

/** True if the watch has seen enough. */
function tryAll(walk: Walk, known: Map<string, Node>, from: Node, acts: Act[], watch: Watch): boolean {
  for (const act of acts)
    for (const { step, turned } of tries(walk.flow, from.state, act)) {
      const state = inJapanese(turned.state);
      const to = nodeOf(walk, known, outlineOf(walk.flow, state), { state, from, by: step });
      walk.edges += 1;
      if (watch.edge({ ...turned, from, to, step }) === true) return true;
    }
  return false;
}

function nodeOf({ nodes }: Walk, known: Map<string, Node>, outline: string, found: Omit<Node, "n">): Node {
  const old = known.get(outline);
  if (old !== undefined) return old;
  const node = { n: nodes.length, ...found };
  known.set(outline, node);
  nodes.push(node);
  return node;
}

/** 送信取消 of each message that an answer came from, and of one that nobody knows. */
const unsendsIn = ({ answers }: State): Act[] =>
  [...new Set([...Object.values(answers).map(({ from }) => from), "m0"])]
    .filter((id) => id.startsWith("m"))
    .map((messageId) => ({ does: "送信取消", input: { kind: "unsend", messageId } }));
