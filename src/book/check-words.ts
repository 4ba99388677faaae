// Do the words fit the flow? Every question has its words, every choice its label, and labels fit on a LINE button.
import type { FlowFile } from "../flow/flow-file.ts";
import type { Words } from "../flow/words.ts";
import type { Office } from "../office/office.ts";
import type { Mistake } from "./mistakes.ts";

/** A quick reply's label: https://developers.line.biz/en/reference/messaging-api/#action-objects */
const LABEL = 20;

export function checkWords(file: FlowFile, words: Words, office: Office): Mistake[] {
  const path = `flows/words/${words.lang}.yaml`;
  const say = (what: string): Mistake => ({ file: path, line: 0, what });
  const fields = [...file.steps.map(({ fills }) => fills), "safety"];
  const questions = fields
    .filter((field) => words.questions[field] === undefined)
    .map((field) => say(`設問「${field}」のことば（questions → ${field}）がありません。`));
  const labels = file.steps.flatMap((step) =>
    ("choices" in step ? step.choices : [])
      .filter((value) => words.choices[step.fills]?.[value] === undefined)
      .map((value) => say(`選択肢「${value}」のことば（choices → ${step.fills} → ${value}）がありません。`)),
  );
  const long = Object.entries(words.choices).flatMap(([field, list]) =>
    Object.entries(list)
      .filter(([, label]) => graphemes(label.replaceAll("{{disability}}", office.disability)) > LABEL)
      .map(([value, label]) =>
        say(`「${label}」（choices → ${field} → ${value}）が長すぎます。LINEのボタンは${LABEL}文字までです。`),
      ),
  );
  const twice = file.steps
    .filter((step, index) => file.steps.findIndex(({ fills }) => fills === step.fills) !== index)
    .map(({ fills }) => ({
      file: "flows/intake.yaml",
      line: 0,
      what: `「${fills}」をたずねる設問が2つあります。ひとつにしてください。`,
    }));
  return [...questions, ...labels, ...long, ...twice];
}

// --- internal ---

const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });
const graphemes = (text: string): number => [...segmenter.segment(text)].length;
