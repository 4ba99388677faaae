// The contract of a step kind (設問の種類): what it offers, and how it reads an answer. One kind a file.
import * as z from "zod";
import { RISK_TYPES, type RiskType } from "../codes.ts";
import type { Flow } from "../flow.ts";
import type { Json, State } from "../state.ts";

/** The fields a flow can ask for; each has its place in the intake record. */
export const FIELDS = [
  "role",
  "consent",
  "whom",
  "story",
  "category",
  "district",
  "contact",
  "agreed",
  "wish",
  "signs",
  "since",
  "called",
  "from",
  "check",
] as const;
export type Field = (typeof FIELDS)[number];

/** What the way to be reached brings along; kept where it is said, never asked by itself. */
export const PARTS = ["phone", "window", "name"] as const;
export type Part = (typeof PARTS)[number];

/** Which of these answers is a sign of danger: 「返事がない」 → SAFETY_CHECK. Heard as likely. */
const risks = z.record(z.string(), z.enum(RISK_TYPES));

/** What every step of a flow file has. `as`: with which words it is put, where not with `ask`. */
export const stepBase = { fills: z.enum(FIELDS), as: z.string().min(1).optional(), risks: risks.optional() };

export interface Step {
  kind: string;
  fills: Field;
  as?: string | undefined;
  risks?: Record<string, RiskType> | undefined;
  choices?: string[] | undefined;
}

/** How a step is put to the resident. */
export interface Offer {
  /** Numbered in the text, in this order. */
  choices: string[];
  /** The ones that are buttons (at most eleven: two places stay for とばす and わからない). */
  buttons: string[];
  /** The field the buttons answer, where it is another: under the story stand the nearest of the sixteen. */
  of?: Field;
}

export interface StepKind<Schema extends z.ZodType> {
  schema: Schema;
  offer(step: Step, flow: Flow, state: State): Offer;
  /** What free typing means here, or null where it is not understood: a wrong answer is a value, not an error. */
  read(step: Step, text: string, flow: Flow, state: State): Json | null;
  /** What a pressed button means here, or null where it is none of this step's. */
  press(step: Step, value: string, flow: Flow, state: State): Json | null;
}

/** For kinds whose buttons are their choices. */
export const pressChoice = (step: Step, value: string): Json | null => (step.choices?.includes(value) ? value : null);

export const nothingOffered: Offer = { choices: [], buttons: [] };
