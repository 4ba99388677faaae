// Turns what the flow wants said into words of one language: still free of LINE.
import type { RiskType } from "./codes.ts";
import type { ButtonRef, Say } from "./effect.ts";
import { labelsOf, wordsOf, type Flow } from "./flow.ts";
import { fixButton } from "./steps/check.ts";
import { fill } from "./words/fill.ts";
import type { Words } from "./words.ts";

/** A button under a message. */
export interface Button {
  label: string;
  /** Which question, which answer: comes back as a `Choice` when pressed. */
  step: string;
  value: string;
}

/** One message for the resident. */
export interface Said {
  text: string;
  buttons: Button[];
}

/** What the words leave open: the office, the clock, the receipt number. */
export interface Given {
  /** {{office}}, {{readBy}}, {{receiptNo}} … */
  facts: Record<string, string>;
  /** The lines of {{numbers}} for these dangers: what answers now. */
  numbers(risks: RiskType[]): string;
}

/** A short line of thanks goes into the same bubble as what follows it. */
const SHORT_LINES = new Set([
  "story-got",
  "skipped",
  "kept",
  "got",
  "corrected",
  "back",
  "resumed",
  "sticker",
  "image",
  "video",
  "audio",
  "file",
  "location",
  "other",
  "danger-told",
  "ack-grief",
  "ack-lonely",
  "ack-untold",
  "ack-tired",
  "ack-anger",
  "avoid-got",
]);
/** Beyond this a bubble is hard to read on a telephone; LINE itself would take 5,000. */
const BUBBLE = 600;

/**
 * The messages of one answer, and the words that must be kept as they were shown.
 * The last message carries the buttons (LINE shows only the last one's). `parts`: what each message is made of.
 */
export function render(
  flow: Flow,
  lang: string,
  says: Say[],
  given: Given,
): { said: Said[]; shown: Record<string, string>; parts: Say[][] } {
  const shown: Record<string, string> = {};
  const bubbles: { text: string; joins: boolean; of: Say[] }[] = [];
  for (const say of says) {
    const text = textOf(flow, lang, say, given);
    if (say.keep !== null) shown[say.keep] = text;
    const last = bubbles.at(-1);
    const joins = SHORT_LINES.has(say.say ?? "");
    if (last?.joins && last.text.length + text.length < BUBBLE)
      [last.text, last.joins, last.of] = [`${last.text}\n\n${text}`, joins, [...last.of, say]];
    else bubbles.push({ text, joins, of: [say] });
  }
  const buttons = (says.findLast((say) => say.buttons.length > 0)?.buttons ?? []).map((ref) =>
    buttonOf(flow, lang, ref, given),
  );
  return {
    said: bubbles.map(({ text }, index) => ({ text, buttons: index === bubbles.length - 1 ? buttons : [] })),
    shown,
    parts: bubbles.map(({ of }) => of),
  };
}

/** The same bubble in another language: what staff read beneath it. */
export const renderPart = (flow: Flow, lang: string, part: Say[], given: Given): string =>
  part.map((say) => textOf(flow, lang, say, given)).join("\n\n");

/** Does one of these texts leave this open? What costs a look is then looked up. */
export const leavesOpen = (flow: Flow, lang: string, says: Say[], gap: string): boolean =>
  says.some((say) => templateOf(wordsOf(flow, lang), say).includes(`{{${gap}}}`));

// --- internal ---

const templateOf = ({ say: texts, questions }: Words, { say, question }: Say): string =>
  question === null ? texts[say as keyof typeof texts] : questionText(questions[question.field], question.words);

function textOf(flow: Flow, lang: string, say: Say, given: Given): string {
  const template = templateOf(wordsOf(flow, lang), say);
  const labels = labelsFor(flow, lang, say.question?.field ?? "");
  return fill(template, {
    ...given.facts,
    choices: say.choices.map((value, index) => `${index + 1} ${fill(labels[value] ?? value, given.facts)}`).join("\n"),
    summary: fill(say.summary, given.facts),
    numbers: template.includes("{{numbers}}") ? given.numbers(say.risks) : "",
  });
}

function questionText(question: Record<string, unknown> | undefined, which: string): string {
  const text = question?.[which] ?? question?.["ask"];
  return typeof text === "string" ? text : "";
}

/** What stands on a button in this language. */
export function buttonOf(flow: Flow, lang: string, { step, value }: ButtonRef, given: Given): Button {
  if (step === "lang") return { label: wordsOf(flow, value).name, step, value };
  const { choices } = wordsOf(flow, lang);
  const always =
    choices["always"]?.[
      step === "talk" || value === "SKIP" || (value === "UNSURE" && step !== "category") || value === "START"
        ? value
        : ""
    ];
  const fix = value.startsWith("FIX:") ? fixButton(flow, lang, value.slice("FIX:".length)) : undefined;
  return { label: fill(always ?? fix ?? labelsFor(flow, lang, step)[value] ?? value, given.facts), step, value };
}

/** The labels of a question's choices; whom a talk of oneself is about is told by an age. */
const labelsFor = (flow: Flow, lang: string, field: string): Record<string, string> =>
  field === "whom" ? { ...wordsOf(flow, lang).ages, ...labelsOf(flow, lang, field) } : labelsOf(flow, lang, field);
