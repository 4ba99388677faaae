// What was agreed to, or taken back, by word of mouth or on paper: a line of the same ledger, written by staff.
import { CONSENT_SCOPES, type ConsentMethod, type ConsentScope, type ConsentValue } from "../../flow/codes.ts";
import type { Consent, Intake } from "../intake.ts";
import { change, done, pick, said, type By, type Made, type Problem } from "./change.ts";
import { NOTE_MAX } from "./length.ts";

/** A notice is shown, it is not agreed to. */
export const SPOKEN_SCOPES: readonly ConsentScope[] = CONSENT_SCOPES.filter((scope) => scope !== "PURPOSE_NOTICE");
export const SPOKEN_VALUES = ["GIVEN", "REFUSED", "WITHDRAWN"] as const satisfies ConsentValue[];
export const SPOKEN_METHODS = ["口頭", "書面"] as const satisfies ConsentMethod[];

interface Typed {
  scope: string;
  value: string;
  method: string;
  /** Who said it and how: what staff were told stands for the words on a screen. */
  text: string;
}

export function noteConsent(intake: Intake, typed: Typed, by: By): Made {
  const scope = pick(SPOKEN_SCOPES, typed.scope);
  const value = pick(SPOKEN_VALUES, typed.value);
  const method = pick(SPOKEN_METHODS, typed.method);
  const text = typed.text.trim();
  if (scope === null || value === null || method === null || problemOf(text) !== null)
    return { ok: false, problems: problems(scope, value, method, text) };
  const line: Consent = { scope, value, method, text, textVersion: "by-hand", lang: "ja", at: by.at };
  const confirmed = { ...intake.confirmed, consents: [...(intake.confirmed?.consents ?? []), line] };
  return done(change(intake, by, "consent", said({ scope, value, method, text }), { confirmed }));
}

// --- internal ---

function problems(scope: string | null, value: string | null, method: string | null, text: string): Problem[] {
  const slips: [string, string | null][] = [
    ["scope", scope === null ? "何についてかを選んでください" : null],
    ["value", value === null ? "同意したかどうかを選んでください" : null],
    ["method", method === null ? "どう聞いたかを選んでください" : null],
    ["text", problemOf(text)],
  ];
  return slips.flatMap(([field, say]) => (say === null ? [] : [{ field, say }]));
}

function problemOf(text: string): string | null {
  if (text === "") return "だれが、何と言ったかを書いてください";
  return text.length > NOTE_MAX ? `${NOTE_MAX}文字までです` : null;
}
