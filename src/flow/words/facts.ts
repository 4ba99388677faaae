// What the words say of the office, the clock and the telephone numbers: each key, and what its {{…}} are.
import * as z from "zod";

/**
 * key → its {{…}}. "m|mm": one of the two has to stand there; "ampm?": may be left out. Whatever else stands in {{…}} is a
 * mistake of the file.
 */
export const FACTS = {
  emergency: [],

  "read-always": [],
  "read-today": ["time"],
  "read-from": ["day", "time"],
  "reply-open": [],
  "reply-by": ["day"],
  "open-now": [],
  "closed-now": [],
  "waiting-none": [],
  "waiting-one": [],
  "waiting-some": ["count"],

  "hours-known": ["hours"],
  "hours-unknown": [],
  "phone-now": ["phone"],
  "phone-hours": ["phone", "hours"],
  "phone-any": ["phone"],
  "phone-unknown": [],
  "desk-phone": ["phone"],
  "desk-hours": ["hours"],

  span: ["days", "from", "to"],
  "span-join": [],
  "except-holidays": ["spans"],
  "except-closed": ["spans"],
  "day-join": [],
  "day-run": ["first|all", "last|all"],
  time: ["h|h12", "m|mm", "ampm?"],
  "time-full": ["h|h12", "ampm?"],
  am: [],
  pm: [],

  number: ["name", "number"],
  "number-about": ["name", "number", "about"],
  "number-note": ["line", "note"],
  "about-join": [],
  free: [],
  paid: [],
  "always-open": [],
  "every-day": ["from", "to"],
  "some-days": ["days", "from", "to"],
  monthly: ["hours", "date", "from", "count"],
  languages: ["count"],
  "languages-some": [],

  "answer-line": ["n", "label", "answer"],
  "answer-quoted": ["answer"],
  "answer-none": [],
  "answer-join": [],
  "answer-gone": [],
  "answer-aged": ["name", "age"],
  "fix-button": ["fix", "label"],
} as const satisfies Record<string, readonly string[]>;

export type FactKey = keyof typeof FACTS;

const KEYS = Object.keys(FACTS) as [FactKey, ...FactKey[]];

export const factsSchema = z.record(z.enum(KEYS), z.string().min(1));
