// The proof of a flow: the walk, and every law that an act or a way of it breaks, each with its shortest talk.
import type { Say } from "../flow/effect.ts";
import type { Flow } from "../flow/flow.ts";
import { inOneTurn } from "../flow/listen/ear/memory.ts";
import type { Finding } from "./finding.ts";
import { beginning, explore, type Edge, type Walk, type Watch } from "./walk/explore.ts";
import { broken } from "./law/acts.ts";
import { meeting, stray, type Strayed } from "./walk/stray.ts";
import { waysOf } from "./law/ways.ts";
import { answerKey } from "./words/answers.ts";

export interface Walked {
  findings: Finding[];
  states: number;
  acts: number;
  /** The talks at random, played after the walk. */
  strayed: Strayed;
  /** Each outline, by one state of it: where the other languages are spoken. */
  walk: Walk | null;
  /** Every answer that was given anywhere, each once: what is to be rendered for each office. */
  answers: Say[][];
}

export interface HowToWalk extends Partial<Pick<Watch, "progress" | "acts">> {
  /** The walk may end at the first finding that this is true for. */
  enough?(finding: Finding): boolean;
  /** How many talks at random are played beside the walk. */
  talks?: number;
}

/** Walks the flow and tells every fault once, by the shortest talk that leads there. */
export const walkFlow = (flow: Flow, how: HowToWalk = {}): Walked =>
  // The same few words are said in every state: as if in one turn, each is listened to once.
  inOneTurn(() => walkAll(flow, how));

// --- internal ---

function walkAll(flow: Flow, { enough = () => false, talks = 0, progress, acts }: HowToWalk): Walked {
  const [findings, answers] = [new Map<string, Finding>(), new Map<string, Say[]>()];
  const [ways, met, walk] = [waysOf(), meeting(), beginning(flow, acts)];
  const add = (finding: Finding): void => {
    const key = `${finding.law} ${finding.what} ${finding.place.file} ${finding.place.path.join()}`;
    if (!findings.has(key)) findings.set(key, finding);
  };
  const edge = (edge: Edge): boolean => {
    ways.note(edge);
    met.note(edge);
    if (edge.says.length > 0) answers.set(answerKey(edge.says), edge.says);
    const laws = broken(walk.flow, edge);
    laws.forEach(add);
    return laws.some(enough);
  };
  const watch: Watch = { edge, ...(progress === undefined ? {} : { progress }) };
  const early = explore(walk, watch);
  const strayed = early ? { acts: 0, fresh: 0 } : stray(walk, met, talks, watch);
  // What the talks at random found beyond the outlines is walked to its end as well.
  if (!early && !explore(walk, watch)) ways.broken(walk).forEach(add);
  return {
    findings: [...findings.values()],
    states: walk.nodes.length,
    acts: walk.edges,
    strayed,
    walk,
    answers: [...answers.values()],
  };
}
