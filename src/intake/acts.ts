// What a member of staff does to a record, as a change with its entry: pure, and a slip of the pen is a value, not an error.
import { CLOSE_REASONS, STATUSES, URGENCIES, urgencyRank } from "../flow/codes.ts";
import type { CloseReason, Status, Urgency } from "../flow/codes.ts";
import type { Entry, Intake } from "./intake.ts";

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

/** Room for a note or a reason. */
const NOTE_MAX = 4000;

/** States in which nobody waits for us. */
export const ENDED: readonly Status[] = ["CLOSED", "INTERRUPTED", "INFO_DONE"];

/** States in which nobody has begun to help: whoever has had no answer either still waits for the first one. */
export const UNBEGUN: readonly Status[] = ["RECEIVED", "SCREENING"];

/** Has staff's work on this record ended? */
export const hasEnded = (status: Status): boolean => ENDED.includes(status);

/** The first look at new words of the resident; null where nothing is unread. */
export function open(intake: Intake, by: By): Change | null {
  return intake.unread ? change(intake, by, "opened", {}, { unread: false }) : null;
}

/** Take it (`to` is the one who acts), hand it to another, or lay it back (`to` is ""). `members` are the ids that may own. */
export function handTo(intake: Intake, typed: { to: string; why: string }, members: readonly string[], by: By): Made {
  const to = typed.to === "" ? null : typed.to;
  if (to !== null && !members.includes(to)) return slip("to", "担当にする人を選んでください");
  if (to === intake.owner) return slip("to", "いまの担当と同じです");
  return done(
    change(intake, by, "owner", said({ from: intake.owner ?? "", to: to ?? "", why: typed.why }), { owner: to }),
  );
}

/** Any state may follow any other, however little is known; only the reason is asked for. */
export function changeStatus(
  intake: Intake,
  typed: { status: string; closeReason: string; why: string },
  by: By,
): Made {
  const status = pick(STATUSES, typed.status);
  if (status === null || status === "DRAFT") return slip("status", "状態を選んでください");
  const closeReason = status === "CLOSED" ? pick(CLOSE_REASONS, typed.closeReason) : null;
  const problems = statusProblems(intake, status, closeReason, typed.why);
  if (problems.length > 0) return { ok: false, problems };
  const body = said({ from: intake.status, to: status, closeReason: closeReason ?? "", why: typed.why });
  return done(change(intake, by, "status", body, { status, closeReason }));
}

/** Raising needs no word; lowering needs a reason, because the danger was heard by somebody. */
export function changeUrgency(intake: Intake, typed: { urgency: string; why: string }, by: By): Made {
  const urgency = pick(URGENCIES, typed.urgency);
  if (urgency === null) return slip("urgency", "緊急度を選んでください");
  if (urgency === intake.urgency) return slip("urgency", "いまの緊急度と同じです");
  if (lowers(intake.urgency, urgency) && typed.why.trim() === "")
    return slip("why", "緊急度を下げるときは、理由を書いてください");
  return done(change(intake, by, "urgency", said({ from: intake.urgency, to: urgency, why: typed.why }), { urgency }));
}

/** A note for colleagues; the resident never sees it. */
export function note(intake: Intake, typed: { text: string }, by: By): Made {
  const text = typed.text.trim();
  if (text === "") return slip("text", "メモを書いてください");
  if (text.length > NOTE_MAX) return slip("text", `メモは${NOTE_MAX}文字までです（いま${text.length}文字）`);
  return done(change(intake, by, "note", { text }, {}));
}

/**
 * That a person answered, without the words: those stand in the conversation, and may be erased there. Noted when they are
 * on their way, not before.
 */
export function answered(intake: Intake, by: By): Change {
  const first = intake.firstHumanReplyAt ?? by.at;
  return change(intake, by, "answer", {}, { firstHumanReplyAt: first });
}

/** Is `to` less urgent than `from`? 未判定 to 通常 is no lowering. */
const lowers = (from: Urgency, to: Urgency): boolean => urgencyRank(to) > urgencyRank(from);

// ── helpers ──

function statusProblems(intake: Intake, status: Status, closeReason: CloseReason | null, why: string): Problem[] {
  if (status === intake.status && closeReason === intake.closeReason)
    return [{ field: "status", say: "いまの状態と同じです" }];
  if (status === "CLOSED" && closeReason === null) return [{ field: "closeReason", say: "終結の理由を選んでください" }];
  const saidByReason = closeReason !== null && closeReason !== "その他";
  if (why.trim() === "" && !saidByReason) return [{ field: "why", say: "理由を一言書いてください" }];
  return why.length > NOTE_MAX ? [{ field: "why", say: `理由は${NOTE_MAX}文字までです` }] : [];
}

function change(intake: Intake, by: By, kind: Entry["kind"], body: Entry["body"], set: Change["set"]): Change {
  const entry = { id: by.entryId, office: intake.office, intake: intake.id, at: by.at, by: by.staff, kind, body };
  return { id: intake.id, base: intake.revision, set, entry };
}

const done = (change: Change): Made => ({ ok: true, change });
const slip = (field: string, say: string): Made => ({ ok: false, problems: [{ field, say }] });

function pick<T extends string>(codes: readonly T[], typed: string): T | null {
  return codes.find((code) => code === typed) ?? null;
}

/** Leaves out what was not said. */
function said(body: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body)
      .map(([key, value]) => [key, value.trim()] as const)
      .filter(([, value]) => value !== ""),
  );
}
