// A flow (相談の流れ) made ready to talk: the courses of questions by role, the words, and the lists it listens with.
import type { Role } from "./codes.ts";
import type { Danger } from "./danger/danger.ts";
import type { Gradual } from "./listen/ear/gradual.ts";
import type { Entry, Listen } from "./listen/lists.ts";
import { KANA } from "./listen/normal.ts";
import type { Other } from "./listen/tongue.ts";
import { freshState, type State } from "./state.ts";
import type { Step } from "./steps/step.ts";
import type { Words } from "./words.ts";

/** One file of flows/talks: the questions for some roles, in their order. */
export interface Course {
  id: string;
  version: string;
  /** For staff. */
  title: string;
  for: Role[];
  steps: Step[];
}

/** Everything ready for one office: what `advance` is given. Never changes while the program runs. */
export interface Flow {
  /** Until it is known who writes. */
  start: Course;
  /** Every role stands in exactly one of these. */
  courses: Course[];
  /** By language. */
  words: Record<string, Words>;
  listen: Record<string, Listen>;
  /** Languages that are known when they are seen, and not spoken yet. */
  others: Other[];
  danger: Danger;
  /** What of it is made when it is first needed, and may be made before. */
  gradual: Making[];
  /**
   * The office's districts: code → label, and the other names people use for them. `sounds`: those that stand inside other
   * words, too. 「きた」 is the district in the north where nothing else is said; in 「おとうさんきた」 it is not.
   */
  districts: { labels: Record<string, string>; also: Entry<string>[]; sounds: Record<string, string> };
}

export interface Making extends Pick<Gradual<unknown>, "step" | "isOver"> {
  /** Might it be needed to hear this text? */
  neededFor(text: string): boolean;
}

/** What hearing these texts needs and is not made yet; a button needs nothing. */
export const unmade = ({ gradual }: Pick<Flow, "gradual">, words: string[]): Making[] =>
  gradual.filter((one) => !one.isOver() && words.some(one.neededFor));

/** Somebody who has never written. */
export const freshIn = ({ start }: Flow, lang: string): State => freshState(start.id, start.version, lang);

/** The course a role is led through. */
export const courseOf = (flow: Flow, role: Role | null): Course =>
  flow.courses.find((course) => role !== null && course.for.includes(role)) ?? flow.start;

/** The questions of this talk as far as it is known who writes, in their order. */
export function stepsOf(flow: Flow, { role }: Pick<State, "role">): Step[] {
  const course = courseOf(flow, role);
  return course === flow.start ? course.steps : [...flow.start.steps, ...course.steps];
}

/** The question that fills this field: as this talk puts it, else as any other does. */
export const stepOf = (flow: Flow, state: Pick<State, "role">, field: string): Step | null =>
  stepsOf(flow, state).find(({ fills }) => fills === field) ??
  flow.courses.flatMap(({ steps }) => steps).find(({ fills }) => fills === field) ??
  null;

export function wordsOf(flow: Flow, lang: string): Words {
  const words = flow.words[lang] ?? flow.words["ja"];
  if (!words) throw new Error(`no words for ${lang}`);
  return words;
}

/** The lists to hear this text with: those of the talk's language, or the Japanese ones where somebody writes kana. */
export function listenOf(flow: Flow, lang: string, text = ""): Listen {
  const listen = flow.listen[KANA.test(text) ? "ja" : lang] ?? flow.listen["ja"];
  if (!listen) throw new Error(`no listening lists for ${lang}`);
  return listen;
}

/** The labels of a field's choices: from the words, or the office's own districts. */
export const labelsOf = (flow: Flow, lang: string, field: string): Record<string, string> =>
  field === "district" ? flow.districts.labels : (wordsOf(flow, lang).choices[field] ?? {});
