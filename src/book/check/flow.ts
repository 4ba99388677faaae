// Do the courses fit together? Every role is led through exactly one, and no question stands twice in it.
import { ROLES } from "../../flow/codes.ts";
import type { FlowFile } from "../../flow/flow-file.ts";
import type { Mistake } from "../mistakes.ts";
import type { Parsed } from "../parse.ts";

/** The course that is gone through while nobody knows who writes. */
export const START = "start";

/** `id` is the name of the file. */
export function checkFlow({ data, mistake }: Parsed<FlowFile>, id: string): Mistake[] {
  const fields = data.steps.map(({ fills }) => fills);
  return [
    ...(data.flow === id
      ? []
      : [mistake(["flow"], `flow が「${data.flow}」です。ファイルの名前と同じ「${id}」にしてください。`)]),
    ...data.steps.flatMap((step, n) => [
      ...(fields.slice(0, n).includes(step.fills) ? [mistake(["steps", n, "fills"], twice(step.fills))] : []),
      ...repeated("choices" in step ? (step.choices ?? []) : []).map((value) =>
        mistake(["steps", n, "choices"], `選択肢「${value}」が二つあります。ひとつにしてください。`),
      ),
      ...Object.keys(step.risks ?? {})
        .filter((value) => "choices" in step && step.choices?.some((choice) => choice === value) === false)
        .map((value) =>
          mistake(["steps", n, "risks", value], `「${value}」は、この設問の選択肢（choices）にありません。`),
        ),
    ]),
  ];
}

/** Nobody is left without a course, and nobody stands in two. */
export function checkRoles(files: Parsed<FlowFile>[]): Mistake[] {
  // A course for nobody is where the role was lost.
  const first = files.find(({ data }) => data.flow !== START && data.for.length === 0) ?? files[0];
  if (first === undefined) return [];
  const told = (role: string): Mistake[] => {
    const mine = files.filter(({ data }) => data.for.some((one) => one === role));
    const [one, two] = mine;
    if (one === undefined)
      return [
        first.mistake(["for"], `立場「${role}」の方の流れがありません。どれかひとつの for に書き足してください。`),
      ];
    return two === undefined
      ? []
      : [two.mistake(["for"], `立場「${role}」は「${one.data.flow}」にもあります。どちらかひとつにしてください。`)];
  };
  return ROLES.flatMap(told);
}

// --- internal ---

const twice = (field: string): string => `「${field}」をたずねる設問が二つあります。ひとつにしてください。`;

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, n) => values.indexOf(value) !== n)),
];
