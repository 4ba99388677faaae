// A change of a record by a member of staff, and the few words every act is made with.
import type { Entry, Intake } from "../intake.ts";

/** Who does it, when (ms), and the id of the entry it leaves. */
export interface By {
  staff: string;
  at: number;
  entryId: string;
}

/** What of a record is staff's alone. */
export type Settable = Required<
  Pick<Intake, "status" | "closeReason" | "urgency" | "owner" | "unread" | "firstHumanReplyAt" | "confirmed">
>;

/** A conditional change; the same shape as `Act` of ports.ts, which stands above this room. */
export interface Change {
  id: string;
  base: number;
  set: Partial<Settable>;
  entry: Entry;
}

/** What to mend, beside which field, in words for the person who typed. */
export interface Problem {
  field: string;
  say: string;
}

export type Made = { ok: true; change: Change } | { ok: false; problems: Problem[] };

export function change(intake: Intake, by: By, kind: Entry["kind"], body: Entry["body"], set: Change["set"]): Change {
  const entry = { id: by.entryId, office: intake.office, intake: intake.id, at: by.at, by: by.staff, kind, body };
  return { id: intake.id, base: intake.revision, set, entry };
}

export const done = (change: Change): Made => ({ ok: true, change });
export const refused = (problems: Problem[]): Made => ({ ok: false, problems });
export const slip = (field: string, say: string): Made => refused([{ field, say }]);

/** The code that was typed; null for none of these. */
export function pick<T extends string>(codes: readonly T[], typed: string): T | null {
  return codes.find((code) => code === typed) ?? null;
}

/** Leaves out what was not said. */
export function said(body: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body)
      .map(([key, value]) => [key, value.trim()] as const)
      .filter(([, value]) => value !== ""),
  );
}
