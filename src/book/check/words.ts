// Do the words fit the flow? Every question has its words, every choice its label, labels fit on a LINE button, and every
// {{…}} is one that the program fills.
import { CATEGORIES } from "../../flow/codes.ts";
import type { Step } from "../../flow/steps/step.ts";
import { fill } from "../../flow/words/fill.ts";
import type { Words } from "../../flow/words.ts";
import { factsOf } from "../../office/facts.ts";
import type { Office } from "../../office/office.ts";
import type { Mistake } from "../mistakes.ts";
import type { Parsed } from "../parse.ts";
import type { Path } from "../say-mistake.ts";
import { textsIn } from "./texts.ts";

/** A quick reply's label: https://developers.line.biz/en/reference/messaging-api/#action-objects */
const LABEL = 20;

export function checkWords(steps: Step[], { data, mistake }: Parsed<Words>, office: Office): Mistake[] {
  return [
    ...missingQuestions(steps, data).map((field) =>
      mistake(
        ["questions", field],
        `設問「${field}」のことば（questions → ${field}）がありません。書き足してください。`,
      ),
    ),
    ...missingManners(steps, data).map(([field, as]) =>
      mistake(
        ["questions", field],
        `設問「${field}」の「${as}」のことば（questions → ${field} → ${as}）がありません。書き足してください。`,
      ),
    ),
    ...missingLabels(steps, data).map(([field, value]) =>
      mistake(
        ["choices", field],
        `選択肢「${value}」のことば（choices → ${field} → ${value}）がありません。書き足してください。`,
      ),
    ),
    ...longLabels(data, office).map(([path, label]) =>
      mistake(path, `「${label}」はボタンに入りません。LINEのボタンは${LABEL}文字までです。短くしてください。`),
    ),
    ...unknownGaps(data, office).map(([path, gap]) =>
      mistake(path, `{{${gap}}} は使えません。使えるのは、${gapsOf(office, data).join("、")} です。`),
    ),
  ];
}

// --- internal ---

/** Asked by the program itself, whatever the flow. */
const ALWAYS_ASKED = ["safety", "erase"];
/** The choices of the kinds that bring their own. */
const OWN_CHOICES: Record<string, readonly string[]> = {
  consent: ["GIVEN", "MORE", "NONE"],
  category: CATEGORIES,
  check: ["SEND", "FIX"],
  safety: ["NOW", "OK", "UNKNOWN"],
  erase: ["YES", "NO"],
  always: ["SKIP", "UNSURE", "RESUME", "START", "NUMBERS", "NEW"],
};

const missingQuestions = (steps: Step[], words: Words): string[] =>
  [...new Set([...steps.map(({ fills }) => fills), ...ALWAYS_ASKED])].filter(
    (field) => words.questions[field] === undefined,
  );

/** Some are asked in words of their own: `as: child`. */
const missingManners = (steps: Step[], words: Words): [string, string][] =>
  steps.flatMap(({ fills, as }): [string, string][] => {
    const question = words.questions[fills];
    return as === undefined || question === undefined || as in question ? [] : [[fills, as]];
  });

function missingLabels(steps: Step[], words: Words): [string, string][] {
  const asked = steps
    .filter(({ kind }) => kind !== "ask-age")
    .map(({ fills, choices }): [string, readonly string[]] => [fills, choices ?? []]);
  return [...asked, ...Object.entries(OWN_CHOICES)]
    .flatMap(([field, values]) => [...new Set(values)].map((value): [string, string] => [field, value]))
    .filter(([field, value]) => words.choices[field]?.[value] === undefined);
}

function longLabels({ choices, questions, facts }: Words, office: Office): [Path, string][] {
  const labels = Object.entries(choices).flatMap(([field, list]) =>
    Object.entries(list).map(([value, label]): [Path, string] => [["choices", field, value], label]),
  );
  // 「直す：地区」 is a button of the check.
  const fixes = Object.entries(questions).map(([field, { label }]): [Path, string] => [
    ["questions", field, "label"],
    fill(facts["fix-button"], { fix: choices["check"]?.["FIX"] ?? "", label }),
  ]);
  return [...labels, ...fixes]
    .map(([path, label]): [Path, string] => [path, label.replaceAll("{{disability}}", office.disability)])
    .filter(([, label]) => lettersOf(label) > LABEL);
}

/** What stands in {{…}}: the office and the clock, and what a question brings. */
const gapsOf = (office: Office, words: Words): string[] => [
  ...Object.keys(factsOf(office, 0, words)),
  "receiptNo",
  "choices",
  "summary",
  "numbers",
  "waiting",
];

function unknownGaps(words: Words, office: Office): [Path, string][] {
  const { say, questions, choices } = words;
  const known = new Set(gapsOf(office, words));
  return textsIn({ say, questions, choices }).flatMap(([path, text]) =>
    [...text.matchAll(/\{\{(.*?)\}\}/gu)]
      .map(([, gap = ""]) => gap)
      .filter((gap) => !known.has(gap))
      .map((gap): [Path, string] => [path, gap]),
  );
}

const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });
const lettersOf = (text: string): number => [...segmenter.segment(text)].length;
