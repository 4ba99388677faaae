// What a member of staff does to a record, as a change with its entry: pure, and a slip of the pen is a value, not an error.
import { CLOSE_REASONS, SHARE_BASES, STATUSES, URGENCIES, urgencyRank } from "../flow/codes.ts";
import type { CloseReason, ShareBasis, Status, Urgency } from "../flow/codes.ts";
import {
  change,
  done,
  pick,
  refused,
  said,
  slip,
  type By,
  type Change,
  type Made,
  type Problem,
} from "./act/change.ts";
import { NOTE_MAX, overlong } from "./act/length.ts";
import { withConfirmed } from "./confirmed.ts";
import { mayShare } from "./consent/ledger.ts";
import type { Intake } from "./intake.ts";

export type { By, Change, Made, Problem } from "./act/change.ts";

/** Rights to pass something on that need no consent. */
export const WITHOUT_CONSENT: readonly ShareBasis[] = SHARE_BASES.filter((basis) => basis !== "CONSENT");

/** States in which nobody waits for us. */
export const ENDED: readonly Status[] = ["CLOSED", "INTERRUPTED", "INFO_DONE"];

/** So many of those who wait before somebody are counted; a number beyond tells nobody anything, and costs the more, the more wait. */
export const COUNTED_TO = 200;

/** Lines of the queue are counted so far, and to the end of the page that is shown. */
export const LINES_COUNTED_TO = 1_000;

/** So many of the newest ended records are looked at by the queue: what a filter does not find among them would be sought for seconds. */
export const ENDED_LOOKED_AT = 10_000;

/** States in which nobody has begun to help: whoever has had no answer either still waits for the first one. */
export const UNBEGUN: readonly Status[] = ["RECEIVED", "SCREENING"];

/** Does somebody still wait for the first answer of a person? */
export const waitsForFirst = ({ status, firstHumanReplyAt }: Pick<Intake, "status" | "firstHumanReplyAt">): boolean =>
  firstHumanReplyAt === null && UNBEGUN.includes(status);

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
  const share = mayShare(withConfirmed(intake).facts, "SHARE_INTERNAL");
  if (!share.ok && to !== null && to !== by.staff && typed.why.trim() === "")
    return slip("why", `${share.why}。わたす理由を書いてください`);
  const long = overlong("why", typed.why);
  if (long.length > 0) return refused(long);
  return done(
    change(intake, by, "owner", said({ from: intake.owner ?? "", to: to ?? "", why: typed.why }), { owner: to }),
  );
}

/** States in which other agencies are told of somebody. */
export const PASSED_ON: readonly Status[] = ["REFERRED", "LINKED", "MULTI"];

interface TypedStatus {
  status: string;
  closeReason: string;
  why: string;
  /** By what right it is passed on, where they did not agree to it. */
  basis: string;
}

/** Any state may follow any other, however little is known; the reason is asked for, and the right where it is passed on. */
export function changeStatus(intake: Intake, typed: TypedStatus, by: By): Made {
  const status = pick(STATUSES, typed.status);
  if (status === null || status === "DRAFT") return slip("status", "状態を選んでください");
  const closeReason = status === "CLOSED" ? pick(CLOSE_REASONS, typed.closeReason) : null;
  const basis = basisOf(intake, status, typed.basis);
  const problems = [...statusProblems(intake, status, closeReason, typed.why), ...basis.problems];
  if (problems.length > 0) return refused(problems);
  const body = said({
    from: intake.status,
    to: status,
    closeReason: closeReason ?? "",
    basis: basis.code,
    why: typed.why,
  });
  return done(change(intake, by, "status", body, { status, closeReason }));
}

/** Raising needs no word; lowering needs a reason, because the danger was heard by somebody. */
export function changeUrgency(intake: Intake, typed: { urgency: string; why: string }, by: By): Made {
  const urgency = pick(URGENCIES, typed.urgency);
  if (urgency === null) return slip("urgency", "緊急度を選んでください");
  if (urgency === intake.urgency) return slip("urgency", "いまの緊急度と同じです");
  if (lowers(intake.urgency, urgency) && typed.why.trim() === "")
    return slip("why", "緊急度を下げるときは、理由を書いてください");
  const long = overlong("why", typed.why);
  if (long.length > 0) return refused(long);
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
 * on their way, not before. `why`: where they had said that they do not want to be contacted.
 */
export function answered(intake: Intake, { why }: { why: string }, by: By): Change {
  const first = intake.firstHumanReplyAt ?? by.at;
  return change(intake, by, "answer", said({ why }), { firstHumanReplyAt: first });
}

/** Is `to` less urgent than `from`? 未判定 to 通常 is no lowering. */
const lowers = (from: Urgency, to: Urgency): boolean => urgencyRank(to) > urgencyRank(from);

// ── helpers ──

/** Consent where there is one; else what was chosen, and a word where nothing was. */
function basisOf(intake: Intake, status: Status, typed: string): { code: ShareBasis | ""; problems: Problem[] } {
  if (!PASSED_ON.includes(status)) return { code: "", problems: [] };
  const share = mayShare(withConfirmed(intake).facts, "SHARE_AGENCY");
  if (share.ok) return { code: "CONSENT", problems: [] };
  const code = pick(WITHOUT_CONSENT, typed);
  if (code !== null) return { code, problems: [] };
  return { code: "", problems: [{ field: "basis", say: `${share.why}。同意のほかの根拠を選んでください` }] };
}

function statusProblems(intake: Intake, status: Status, closeReason: CloseReason | null, why: string): Problem[] {
  if (status === intake.status && closeReason === intake.closeReason)
    return [{ field: "status", say: "いまの状態と同じです" }];
  if (status === "CLOSED" && closeReason === null) return [{ field: "closeReason", say: "終結の理由を選んでください" }];
  const saidByReason = closeReason !== null && closeReason !== "その他";
  if (why.trim() === "" && !saidByReason) return [{ field: "why", say: "理由を一言書いてください" }];
  return overlong("why", why);
}
