// What must hold for the ways through a flow as a whole: every step is reached, every way has an end, no question is put
// again and again while nothing is answered.
import { sameAnswers } from "../../flow/control/control.ts";
import { atStep, type Finding } from "../finding.ts";
import { wayTo, type Edge, type Node, type Step, type Walk } from "../walk/explore.ts";

/** Notes every edge while the walk goes on; at its end tells what is wrong with the ways. */
export function waysOf(): { note(edge: Edge): void; broken(walk: Walk): Finding[] } {
  const into = new Map<number, Set<number>>();
  const ends = new Set<number>([0]);
  const stays: Stay[] = [];
  return {
    note(edge) {
      keep(into, edge.to.n, edge.from.n);
      if (edge.erased || edge.to.state.phase === "done") ends.add(edge.to.n);
      if (isStay(edge)) stays.push({ from: edge.from, to: edge.to, step: edge.step, puts: putIn(edge) });
    },
    broken: (walk) => [
      ...unreached(walk),
      ...endless(walk, into, ends),
      ...[...new Set(stays.flatMap(({ puts }) => puts ?? []))].flatMap((field) => repeated(walk, stays, field)),
    ],
  };
}

// --- internal ---

/** A question may be put, and put once more. */
const MOST = 2;

/** One act that answers nothing while the questions go on; `puts`: the question that was put by it. */
interface Stay extends Pick<Edge, "from" | "to" | "step"> {
  puts: string | null;
}

const putIn = ({ says }: Edge): string | null =>
  says.find(({ question }) => question !== null && question.words !== "more")?.question?.field ?? null;

/** Nobody asked for the question, nothing was answered, and no danger was told. */
function isStay({ state, step, erased }: Edge): boolean {
  const { act, in: before } = step;
  const asksFor = act.wanted === true || ["erase", "no-record"].includes(act.intent ?? "");
  if (erased || asksFor || act.risk !== undefined || act.input.kind === "follow") return false;
  if (before.phase !== "asking" || state.phase !== "asking" || before.intake !== state.intake) return false;
  return act.input.kind !== "choice" && sameAnswers(before, state);
}

function keep(map: Map<number, Set<number>>, key: number, value: number): void {
  const set = map.get(key);
  if (set === undefined) map.set(key, new Set([value]));
  else set.add(value);
}

/** Every question of every course is asked of somebody whom the course is for. */
function unreached({ flow, nodes }: Walk): Finding[] {
  const reached = new Set(nodes.map(({ state }) => `${state.flow} ${state.current}`));
  return [flow.start, ...flow.courses].flatMap(({ id, steps }) =>
    steps.flatMap(({ fills }, n) =>
      reached.has(`${id} ${fills}`)
        ? []
        : [
            {
              law: "unreachable",
              what: `設問「${fills}」には、どう答えてもたどりつけません。順番を確かめてください。`,
              place: { file: `talks/${id}.yaml`, path: ["steps", n] },
              talk: [],
            } satisfies Finding,
          ],
    ),
  );
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

/** Whatever is said meanwhile, this question is put twice at the most before anything is answered. */
function repeated({ flow, nodes }: Walk, stays: Stay[], field: string): Finding[] {
  const times = timesPut(nodes, stays, field);
  const worst = nodes.find(({ n }) => (times.get(n) ?? 0) > MOST);
  if (worst === undefined) return [];
  const what = `同じ質問「${field}」が、答えのないまま、何度もくりかえされます。`;
  return [
    { law: "again", what, place: atStep(flow, field, worst.state.role), talk: wayOfAgain(stays, field, worst, times) },
  ];
}

/** How often the question may have been put when a state is come to: it stands there, so once at least. */
function timesPut(nodes: Node[], stays: Stay[], field: string): Map<number, number> {
  const times = new Map(nodes.map(({ n, state }) => [n, state.current === field ? 1 : 0]));
  const after = ({ from, puts }: Stay): number =>
    Math.min((times.get(from.n) ?? 0) + (puts === field ? 1 : 0), MOST + 1);
  for (let grew = true; grew;) {
    grew = false;
    for (const stay of stays) {
      if (after(stay) <= (times.get(stay.to.n) ?? 0)) continue;
      times.set(stay.to.n, after(stay));
      grew = true;
    }
  }
  return times;
}

/** The talk that puts it so often: backwards from the worst state to one where it was first put. */
function wayOfAgain(stays: Stay[], field: string, worst: Node, times: Map<number, number>): Step[] {
  const steps: Step[] = [];
  let [at, left] = [worst, times.get(worst.n) ?? 0];
  const seen = new Set<string>();
  while (left > 1) {
    seen.add(`${at.n} ${left}`);
    const by = stays.find(
      (stay) =>
        stay.to === at &&
        !seen.has(`${stay.from.n} ${left - (stay.puts === field ? 1 : 0)}`) &&
        (times.get(stay.from.n) ?? 0) >= left - (stay.puts === field ? 1 : 0),
    );
    if (by === undefined) break;
    steps.unshift(by.step);
    [at, left] = [by.from, left - (by.puts === field ? 1 : 0)];
  }
  return [...wayTo(at), ...steps];
}
