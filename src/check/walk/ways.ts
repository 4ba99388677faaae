// What must hold for the ways through a flow as a whole: every step is reached, every way has an end, no question goes
// round and round.
import { fieldsOf, type Flow } from "../../flow/flow.ts";
import { atStep, type Finding } from "../finding.ts";
import { wayTo, type Edge, type Node, type Walk } from "./explore.ts";

/** Notes every edge while the walk goes on; at its end tells what is wrong with the ways. */
export function waysOf(): { note(edge: Edge): void; broken(walk: Walk): Finding[] } {
  const into = new Map<number, Set<number>>();
  const ends = new Set<number>([0]);
  const asks: Asked[] = [];
  return {
    note({ from, to, act, says, erased }) {
      keep(into, to.n, from.n);
      if (erased || to.state.phase === "done") ends.add(to.n);
      // 「くわしく読む」 is asked for: the question comes with the longer words.
      const asked = says.some(({ question }) => question?.field === from.state.current && question?.words !== "more");
      const stays = from.state.current !== null && to.state.current === from.state.current;
      if (stays && from.state.phase === "asking" && act.wanted !== true && act.input.kind !== "choice")
        asks.push({ from, to, again: asked && act.input.kind !== "follow", act });
    },
    broken: (walk) => [
      ...(walk.finished ? [...unreached(walk), ...endless(walk, into, ends)] : []),
      ...repeated(walk, asks),
    ],
  };
}

// --- internal ---

/** Put once, and put again so often: more than anybody should be asked. */
const TOO_OFTEN = 2;

/** One act under which the same question stands on; `again`: it was put once more. */
interface Asked extends Pick<Edge, "from" | "to" | "act"> {
  again: boolean;
}

function keep(map: Map<number, Set<number>>, key: number, value: number): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

function unreached({ flow, nodes }: Walk): Finding[] {
  const reached = new Set(nodes.map(({ state }) => state.current));
  return fieldsOf(flow)
    .filter((fills) => !reached.has(fills))
    .map((fills) => ({
      law: "unreachable",
      what: `設問「${fills}」には、どう答えてもたどりつけません。順番を確かめてください。`,
      place: atStep(flow, fills),
      talk: [],
    }));
}

/** From every state there is a way to the end (or to a talk that nothing was kept of). */
function endless({ flow, nodes }: Walk, into: Map<number, Set<number>>, ends: Set<number>): Finding[] {
  const good = new Set(ends);
  for (const n of good) for (const before of into.get(n) ?? []) good.add(before);
  const stuck = nodes.find(({ n }) => !good.has(n));
  if (stuck === undefined) return [];
  const what = "ここからは、何をしても終わりまで行けません。";
  return [
    { law: "dead-end", what, place: atStep(flow, stuck.state.current ?? "", stuck.state.role), talk: wayTo(stuck) },
  ];
}

/** Whatever is said under a question, it is put once more at the most. */
function repeated({ flow, nodes }: Walk, asks: Asked[]): Finding[] {
  const times = new Map<number, number>();
  const timesAt = (n: number): number => times.get(n) ?? 0;
  for (let grew = true; grew;) {
    grew = false;
    for (const { from, to, again } of asks) {
      const more = Math.min(timesAt(to.n) + (again ? 1 : 0), TOO_OFTEN);
      if (more <= timesAt(from.n)) continue;
      times.set(from.n, more);
      grew = true;
    }
  }
  const rounds = nodes.filter(({ n }) => timesAt(n) >= TOO_OFTEN);
  const firsts = [...Map.groupBy(rounds, ({ state }) => state.current).values()].flatMap(([first]) => first ?? []);
  return firsts.map((round) => roundAt(flow, round, asks, timesAt));
}

function roundAt(flow: Flow, round: Node, asks: Asked[], timesAt: (n: number) => number): Finding {
  const what = `同じ質問「${round.state.current}」が、何度もくりかえされます。`;
  const talk = [...wayTo(round), ...onFrom(round, asks, timesAt)];
  return { law: "again", what, place: atStep(flow, round.state.current ?? "", round.state.role), talk };
}

/** The acts that put the question again and again, by the shortest way, as far as it needs to be seen. */
function onFrom(node: Node, asks: Asked[], timesAt: (n: number) => number): Edge["act"][] {
  const from = Map.groupBy(asks, (asked) => asked.from.n);
  const acts: Edge["act"][] = [];
  let at = node.n;
  for (let left = TOO_OFTEN; left > 0; left -= 1) {
    const way = wayToAgain(from, at, (asked) => asked.again && timesAt(asked.to.n) >= left - 1);
    acts.push(...way.map(({ act }) => act));
    at = way.at(-1)?.to.n ?? at;
  }
  return acts;
}

function wayToAgain(from: Map<number, Asked[]>, start: number, isIt: (asked: Asked) => boolean): Asked[] {
  const known = new Set([start]);
  const open: { at: number; way: Asked[] }[] = [{ at: start, way: [] }];
  for (const { at, way } of open)
    for (const asked of from.get(at) ?? []) {
      if (isIt(asked)) return [...way, asked];
      if (known.has(asked.to.n)) continue;
      known.add(asked.to.n);
      open.push({ at: asked.to.n, way: [...way, asked] });
    }
  return [];
}
