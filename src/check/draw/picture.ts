// A flow as a picture that a welfare officer can read: Mermaid, with the Japanese words of flows/.
import { labelsOf, wordsOf, type Flow } from "../../flow/flow.ts";
import type { Step } from "../../flow/steps/step.ts";

/** Mermaid text (https://mermaid.js.org/syntax/flowchart.html): the questions in their order, and who is asked which. */
export function pictureOf(flow: Flow, lang = "ja"): string {
  const boxes = flow.steps.map((step, n) => `  ${idOf(n)}["${n + 1} ${nameOf(flow, lang, step)}"]`);
  const first = arrowsFrom(flow, lang, -1).map((arrow) => `  begin ${arrow}`);
  const others = flow.steps.flatMap((_step, n) => arrowsFrom(flow, lang, n).map((arrow) => `  ${idOf(n)} ${arrow}`));
  return [
    "flowchart TD",
    '  begin(["最初のことば（受け取ってから、たずねます）"])',
    ...boxes,
    '  done(["受付票が職員に届く"])',
    '  danger{{"危険なことば: いつでも、すぐ番号を伝え、職員に知らせる"}}',
    '  quiet(["だまったまま時がたつ: そこまでの受付票が職員に届く"])',
    ...first,
    ...others,
    "  begin -.-> danger",
    "  begin -.-> quiet",
  ].join("\n");
}

// --- internal ---

const idOf = (n: number): string => `q${n + 1}`;

const plainly = (text: string): string => text.replaceAll('"', "'").replaceAll("\n", " ");

const nameOf = (flow: Flow, lang: string, { fills }: Step): string =>
  plainly(wordsOf(flow, lang).questions[fills]?.label ?? fills);

/** Where the talk may go from this question: past every one that is asked of some, up to one that is asked of all. */
function arrowsFrom(flow: Flow, lang: string, n: number): string[] {
  const from = flow.steps[n];
  const arrows: string[] = [];
  for (const [at, step] of [...flow.steps.entries()].slice(n + 1)) {
    const always = step.when === undefined || isSame(step.when, from?.when);
    if (always) return [...arrows, arrows.length === 0 ? `--> ${idOf(at)}` : `-->|ほか| ${idOf(at)}`];
    // Whoever is asked one of them is asked the next by the same rule.
    if (!flow.steps.slice(n + 1, at).some(({ when }) => isSame(when, step.when)))
      arrows.push(`-->|${askedOf(flow, lang, step)}| ${idOf(at)}`);
  }
  return [...arrows, arrows.length === 0 ? "--> done" : "-->|ほか| done"];
}

const isSame = (one: Step["when"], other: Step["when"]): boolean => JSON.stringify(one) === JSON.stringify(other);

/** 「だれのこと: 家族のこと・近所や知り合いのこと」; finer roles that no button has are left out. */
function askedOf(flow: Flow, lang: string, { when }: Step): string {
  return Object.entries(when ?? {})
    .map(([field, values]) => {
      const offered = flow.steps.find(({ fills }) => fills === field)?.choices ?? values ?? [];
      const labels = (values ?? []).filter((value) => offered.includes(value));
      return plainly(labels.map((value) => labelsOf(flow, lang, field)[value] ?? value).join("・"));
    })
    .join("、");
}
