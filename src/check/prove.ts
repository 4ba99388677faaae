// The proof of a flow: the walk, and every law that an act or a way of it breaks, each with its shortest talk.
import type { Say } from "../flow/effect.ts";
import type { Flow } from "../flow/flow.ts";
import type { Finding } from "./finding.ts";
import { explore, type Watch } from "./walk/explore.ts";
import { broken } from "./walk/laws.ts";
import { waysOf } from "./walk/ways.ts";
import { answerKey } from "./words/answers.ts";

export interface Walked {
  findings: Finding[];
  states: number;
  acts: number;
  finished: boolean;
  /** Every answer that was given anywhere, each once: what is to be rendered for each office. */
  answers: Say[][];
}

export interface HowToWalk extends Partial<Pick<Watch, "progress" | "acts">> {
  /** The walk may end at the first finding that this is true for. */
  enough?(finding: Finding): boolean;
  /** The walk ends where it stands once this is true. */
  isOver?(): boolean;
}

/** Walks the flow and tells every fault once, by the shortest talk that leads there. */
export function walkFlow(flow: Flow, { enough = () => false, isOver = () => false, ...how }: HowToWalk = {}): Walked {
  const [findings, answers] = [new Map<string, Finding>(), new Map<string, Say[]>()];
  const ways = waysOf();
  const add = (finding: Finding): void => {
    const key = `${finding.law} ${finding.what} ${finding.place.file} ${finding.place.path.join()}`;
    if (!findings.has(key)) findings.set(key, finding);
  };
  const walk = explore(flow, {
    ...how,
    edge(edge) {
      ways.note(edge);
      answers.set(answerKey(edge.says), edge.says);
      const laws = broken(flow, edge);
      laws.forEach(add);
      return laws.some(enough) || isOver();
    },
  });
  const seen = [...findings.values()];
  if (!seen.some(enough)) ways.broken(walk).forEach(add);
  return {
    findings: [...findings.values()],
    states: walk.nodes.length,
    acts: walk.edges,
    finished: walk.finished,
    answers: [...answers.values()],
  };
}
