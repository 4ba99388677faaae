// A flow (相談の流れ) made ready to talk: the order of the questions, the words, and the lists it listens with.
import type { Danger } from "./danger/danger.ts";
import type { Entry, Listen } from "./listen/lists.ts";
import type { Step } from "./steps/step.ts";
import type { Words } from "./words.ts";

/** A flow made ready for one office: what `advance` is given. Never changes while the program runs. */
export interface Flow {
  id: string;
  version: string;
  steps: Step[];
  /** By language. */
  words: Record<string, Words>;
  listen: Record<string, Listen>;
  danger: Danger;
  /** The office's districts: code → label, and the other names people use for them. */
  districts: { labels: Record<string, string>; also: Entry<string>[] };
}

export function wordsOf(flow: Flow, lang: string): Words {
  const words = flow.words[lang] ?? flow.words["ja"];
  if (!words) throw new Error(`no words for ${lang}`);
  return words;
}

export function listenOf(flow: Flow, lang: string): Listen {
  const listen = flow.listen[lang] ?? flow.listen["ja"];
  if (!listen) throw new Error(`no listening lists for ${lang}`);
  return listen;
}

/** The labels of a field's choices: from the words, or the office's own districts. */
export const labelsOf = (flow: Flow, lang: string, field: string): Record<string, string> =>
  field === "district" ? flow.districts.labels : (wordsOf(flow, lang).choices[field] ?? {});
