// The flows as pictures that a welfare officer can read: Mermaid, with the Japanese words of flows/.
import { labelsOf, wordsOf, type Course, type Flow } from "../../flow/flow.ts";
import type { Step } from "../../flow/steps/step.ts";

/** Mermaid text (https://mermaid.js.org/syntax/flowchart.html): the first question, and from it each course to its end. */
export function pictureOf(flow: Flow, courses: Course[] = flow.courses, lang = "ja"): string {
  const starts = flow.start.steps.map((step, n) => `  start${n + 1}["${nameOf(flow, lang, step)}"]`);
  return [
    "flowchart TD",
    '  begin(["最初のことば（受け取ってから、たずねます）"])',
    ...starts,
    "  begin --> start1",
    ...courses.flatMap((course) => drawn(flow, lang, course)),
    '  done(["受付票が職員に届く"])',
    '  danger{{"危険なことば: いつでも、すぐ番号を伝え、職員に知らせる"}}',
    '  quiet(["だまったまま時がたつ: そこまでの受付票が職員に届く"])',
    "  begin -.-> danger",
    "  begin -.-> quiet",
  ].join("\n");
}

// --- internal ---

const plainly = (text: string): string => text.replaceAll('"', "'").replaceAll("\n", " ");

const nameOf = (flow: Flow, lang: string, { fills }: Step): string =>
  plainly(wordsOf(flow, lang).questions[fills]?.label ?? fills);

/** One course: who is led through it, and its questions one after the other. */
function drawn(flow: Flow, lang: string, { id, title, steps, for: roles }: Course): string[] {
  const labels = labelsOf(flow, lang, "role");
  const whose = plainly([...new Set(roles.map((role) => labels[role] ?? role))].join("・"));
  const boxes = steps.map((step, n) => `    ${id}${n + 1}["${n + 1} ${nameOf(flow, lang, step)}"]`);
  const arrows = steps.map((_step, n) => `  ${id}${n + 1} --> ${n + 1 < steps.length ? `${id}${n + 2}` : "done"}`);
  return [
    `  subgraph ${id}["${plainly(title)}"]`,
    ...boxes,
    "  end",
    `  start${flow.start.steps.length} -->|${whose}| ${id}1`,
    ...arrows,
  ];
}
