// The contract of a step kind (設問の種類): what it offers, and how it reads an answer. One kind a file.
import { z } from "zod";
import type { Flow } from "../flow.ts";
import type { Json, State } from "../state.ts";

/** The fields a flow can fill; each has its place in the intake record. */
export const FIELDS = [
  "role",
  "consent",
  "whom",
  "story",
  "category",
  "district",
  "contact",
  "phone",
  "window",
  "name",
  "check",
] as const;
export type Field = (typeof FIELDS)[number];

/** A step is asked only where an earlier answer is one of these. */
const when = z.partialRecord(z.enum(FIELDS), z.array(z.string()).min(1));

/** What every step of a flow file has. */
export const stepBase = { fills: z.enum(FIELDS), when: when.optional() };

export interface Step {
  kind: string;
  fills: Field;
  when?: Partial<Record<Field, string[]>> | undefined;
  choices?: string[] | undefined;
  reads?: "phone" | "hours" | "name" | undefined;
}

/** How a step is put to the resident. */
export interface Offer {
  /** Numbered in the text, in this order. */
  choices: string[];
  /** The ones that are buttons (at most eleven: two places stay for とばす and わからない). */
  buttons: string[];
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
