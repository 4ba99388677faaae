// A 受付票 typed by staff: what the form said becomes what the desk files. Only the account of it is asked for.
import { AGE_BANDS, CATEGORIES, CHANNELS, CONTACT_CHANNELS, RELATIONS, ROLES, URGENCIES } from "../../flow/codes.ts";
import type { HandWritten } from "../../desk.ts";
import type { Problem } from "../../intake/acts.ts";
import { role as roleLabels } from "../label/people.ts";

/** The form, field by field, as typed. `contact` holds several. */
export interface Written {
  one: (field: string) => string;
  many: (field: string) => string[];
}

export type Read = { ok: true; record: HandWritten } | { ok: false; problems: Problem[] };

const LONGEST = 8000;
const SHORT = 200;

/** UNKNOWN stands for a role that nobody asked for, too: that it was asked is known by the answer, as in a talk. */
export const ROLE_ASKED = "立場";

/** Reads the form. Anything may stay empty but the account: an empty sheet is a slip of the hand. */
export function readHandWritten(form: Written): Read {
  const problems = problemsOf(form);
  if (problems.length > 0) return { ok: false, problems };
  const one = (field: string) => form.one(field).trim();
  return {
    ok: true,
    record: {
      channel: pick(CHANNELS, one("channel")) ?? "電話",
      narrative: one("narrative"),
      reporter: {
        role: pick(ROLES, one("role")) ?? "UNKNOWN",
        anonymous: one("anonymous") === "yes",
        name: one("name"),
      },
      relation: one("role") === "SELF" ? "本人" : (pick(RELATIONS, one("relation")) ?? ""),
      ageBand: pick(AGE_BANDS, one("ageBand")) ?? "UNKNOWN",
      answers: one("role") === "UNKNOWN" ? [{ step: "role", question: ROLE_ASKED, answer: roleLabels.UNKNOWN }] : [],
      district: one("district"),
      primaryCategory: pick(CATEGORIES, one("category")),
      urgency: pick(URGENCIES, one("urgency")) ?? "E9",
      contactPlan: contactOf(form),
      consent: pick(["GIVEN", "REFUSED", "NOT_ASKED"] as const, one("consent")) ?? "NOT_ASKED",
    },
  };
}

// ── helpers ──

function problemsOf(form: Written): Problem[] {
  const narrative = form.one("narrative").trim();
  if (narrative === "") return [{ field: "narrative", say: "聞いたことを一言でも書いてください" }];
  if (narrative.length > LONGEST)
    return [{ field: "narrative", say: `${LONGEST}文字までです（いま${narrative.length}文字）` }];
  return ["name", "district", "phone", "window", "nameToUse", "avoid"]
    .filter((field) => form.one(field).length > SHORT)
    .map((field) => ({ field, say: `${SHORT}文字までです` }));
}

function contactOf(form: Written): HandWritten["contactPlan"] {
  const one = (field: string) => form.one(field).trim();
  return {
    channels: CONTACT_CHANNELS.filter((code) => form.many("contact").includes(code)),
    window: one("window"),
    phone: one("phone"),
    nameToUse: one("nameToUse"),
    avoid: one("avoid"),
    text: "",
  };
}

function pick<T extends string>(codes: readonly T[], typed: string): T | null {
  return codes.find((code) => code === typed) ?? null;
}
