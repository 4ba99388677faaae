// Breadth first through every state that a person can bring the talk to, each shape once.
import type { Flow } from "../../flow/flow.ts";
import type { State } from "../../flow/state.ts";
import { buttonsIn } from "./buttons.ts";
import { ACTS, BACK, type Act } from "./inputs.ts";
import { recalling } from "./recall.ts";
import type { outlineOf } from "./shape.ts";
import { chance, stray } from "./strays.ts";
import { begun, turn, type Turned } from "./turn.ts";

/** A state of the walk, and how it was first come to. */
export interface Node {
  n: number;
  state: State;
  from: Node | null;
  by: Act | null;
}

/** One act from one state to another. */
export interface Edge extends Turned {
  from: Node;
  to: Node;
  act: Act;
}

export interface Walk {
  flow: Flow;
  nodes: Node[];
  edges: number;
  /** Every state that was found was tried. */
  finished: boolean;
}

export interface Watch {
  /** Sees every act once; true ends the walk early. */
  edge(edge: Edge): boolean | void;
  progress?(nodes: number, edges: number): void;
  /** Which states count as one: the outlines are walked to the end in about a minute, the shapes are far too many. */
  view: typeof outlineOf;
  /** What is tried beside the buttons; every class of input where left out. */
  acts?: Act[];
  /** How many rounds of talks at random look for states that were not met; none where left out. */
  rounds?: number;
}

/** So many talks at random in one round. */
const STRAYS = 300;

/**
 * Walks the whole flow from somebody who has never written; in each state every class of input is tried. Afterwards
 * rounds of talks at random look for what was not met, and from there the walk goes on.
 */
export function explore(whole: Flow, watch: Watch): Walk {
  const flow = recalling(whole);
  const first: Node = { n: 0, state: begun(flow), from: null, by: null };
  const walk: Walk = { flow, nodes: [first], edges: 0, finished: false };
  const known = new Map([[watch.view(flow, first.state), first]]);
  let done = 0;
  for (let round = 0; round <= (watch.rounds ?? 0); round += 1) {
    for (; done < walk.nodes.length; done += 1) {
      const from = walk.nodes[done];
      if (from === undefined || tryAll(walk, known, from, watch)) return walk;
      if (done % 50 === 0) watch.progress?.(walk.nodes.length, walk.edges);
    }
    if (round === (watch.rounds ?? 0)) break;
    for (let n = 0, draw = chance(round + 1); n < STRAYS; n += 1) strayOnce(walk, known, first, watch, draw);
  }
  return { ...walk, finished: true };
}

/** How a state was come to, first act first. */
export function wayTo(node: Node): Act[] {
  const acts: Act[] = [];
  for (let at: Node | null = node; at?.by != null; at = at.from) acts.unshift(at.by);
  return acts;
}

/** Everything that can be done here. 「もどる」 goes to whichever answer was last: every one of them is tried as the last. */
export function choicesIn(flow: Flow, state: State, own = ACTS): { state: State; act: Act }[] {
  const acts = [...own, ...buttonsIn(flow, state), ...unsendsIn(state)];
  const lasts = hasGap(state) ? [state] : [state, ...state.order.slice(0, -1).map((field) => lastly(state, field))];
  return [...acts.map((act) => ({ state, act })), ...lasts.map((one) => ({ state: one, act: BACK }))];
}

// --- internal ---

/** True if the watch has seen enough. */
function tryAll(walk: Walk, known: Map<string, Node>, from: Node, watch: Watch): boolean {
  for (const { state, act } of choicesIn(walk.flow, from.state, watch.acts)) {
    const turned = turn(walk.flow, state, act);
    const to = nodeOf(walk, known, watch.view(walk.flow, turned.state), { state: turned.state, from, by: act });
    walk.edges += 1;
    if (watch.edge({ ...turned, from, to, act }) === true) return true;
  }
  return false;
}

/** One talk at random; every state of it that the walk does not know is opened. */
function strayOnce(walk: Walk, known: Map<string, Node>, first: Node, watch: Watch, draw: () => number): void {
  let at = first;
  stray(
    walk.flow,
    first.state,
    draw,
    (flow, state) => choicesIn(flow, state, watch.acts),
    (state, act) => {
      const next = turn(walk.flow, state, act).state;
      const { n } = nodeOf(walk, known, watch.view(walk.flow, next), { state: next, from: at, by: act });
      at = { n, state: next, from: at, by: act };
      return next;
    },
  );
}

function nodeOf({ nodes }: Walk, known: Map<string, Node>, shape: string, found: Omit<Node, "n">): Node {
  const old = known.get(shape);
  if (old !== undefined) return old;
  const node = { n: nodes.length, ...found };
  known.set(shape, node);
  nodes.push(node);
  return node;
}

/** Somebody has gone back already: the answers beneath are tried one after the other, and not in every order. */
const hasGap = ({ shown, answers, current }: State): boolean =>
  Object.keys(shown).some(
    (field) => ASIDES.every((aside) => aside !== field) && field !== current && !(field in answers),
  );

/** Questions that are not in the flow's file. */
const ASIDES = ["safety", "erase"];

const lastly = (state: State, field: string): State => ({
  ...state,
  order: [...state.order.filter((name) => name !== field), field],
});

/** 送信取消 of each message that an answer came from, and of one that nobody knows. */
const unsendsIn = ({ answers }: State): Act[] =>
  [...new Set([...Object.values(answers).map(({ from }) => from), "m0"])]
    .filter((id) => id.startsWith("m"))
    .map((messageId) => ({ does: "送信取消", input: { kind: "unsend", messageId } }));
