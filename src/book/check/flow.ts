// Does the order of the questions make sense? Each is asked once, and only after what it depends on.
import type { FlowFile } from "../../flow/flow-file.ts";
import type { Mistake } from "../mistakes.ts";
import type { Parsed } from "../parse.ts";

export function checkFlow({ data, mistake }: Parsed<FlowFile>): Mistake[] {
  const fields = data.steps.map(({ fills }) => fills);
  return data.steps.flatMap((step, n) => {
    const earlier = fields.slice(0, n);
    return [
      ...(earlier.includes(step.fills) ? [mistake(["steps", n, "fills"], twice(step.fills))] : []),
      ...Object.keys(step.when ?? {})
        .filter((field) => !earlier.some((asked) => asked === field))
        .map((field) => mistake(["steps", n, "when", field], tooEarly(step.fills, field))),
      ...repeated("choices" in step ? step.choices : []).map((value) =>
        mistake(["steps", n, "choices"], `選択肢「${value}」が二つあります。ひとつにしてください。`),
      ),
    ];
  });
}

// --- internal ---

const twice = (field: string): string => `「${field}」をたずねる設問が二つあります。ひとつにしてください。`;

const tooEarly = (field: string, needs: string): string =>
  `「${field}」は「${needs}」の答えで出しわけますが、「${needs}」はこれより前でたずねていません。順番を入れかえるか、when を消してください。`;

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, n) => values.indexOf(value) !== n)),
];
