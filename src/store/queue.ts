// Where a record stands in the staff's queue: one rule, kept by every store.
import type { Status, Urgency } from "../flow/codes.ts";
import { STATUSES, URGENCIES, urgencyRank } from "../flow/codes.ts";
import { ENDED, ENDED_LOOKED_AT, hasEnded, LINES_COUNTED_TO } from "../intake/acts.ts";
import type { QueueFilter, QueuePage, QueueRow, TalkCodes } from "../ports.ts";

/** 緊急 (E0) and 至急 (E1). */
export const URGENT: readonly Urgency[] = URGENCIES.filter((urgency) => urgencyRank(urgency) <= urgencyRank("E1"));

/** The statuses a filter lets through, or null for all. 入力中 is open: only what is ended is left out. */
export function statusesOf(show: QueueFilter["show"]): readonly Status[] | null {
  if (show === "ended") return ENDED;
  if (show === "draft") return ["DRAFT"];
  return show === "open" ? STATUSES.filter((status) => !hasEnded(status)) : null;
}

/**
 * −2 緊急 and unread · −1 緊急 · 0 至急 and unread · 1 至急 · 2 unread · 3 the rest; inside a place the oldest `receivedAt`
 * first, then the id. Below zero, because 緊急 once stood among 至急 at 0 and 1: so only the few 緊急 had to move.
 */
export function placeOf({ urgency, unread }: { urgency: Urgency; unread: boolean }): number {
  return (ONCE_READ[urgency] ?? 3) - (unread ? 1 : 0);
}

/** The place of what is read; what is not stands one higher. */
const ONCE_READ: Partial<Record<Urgency, number>> = { E0: -1, E1: 1 };

/** The place of what has ended, below all that is open: there the newest `receivedAt` comes first, then the id. */
export const ENDED_PLACE = 4;

/** Puts lines in the order of the queue. */
export function inQueue(a: QueueRow, b: QueueRow): number {
  const [one, other] = [standing(a), standing(b)];
  return one.place - other.place || one.turn - other.turn || (a.id < b.id ? -1 : 1);
}

const standing = (row: QueueRow): { place: number; turn: number } =>
  hasEnded(row.status) ? { place: ENDED_PLACE, turn: -row.receivedAt } : { place: placeOf(row), turn: row.receivedAt };

/** Can what is open pass this filter? */
export const asksOpen = ({ show, status }: QueueFilter): boolean =>
  (show === "open" || show === "all") && !(status !== undefined && hasEnded(status));

/** Can what has ended pass this filter? */
export const asksEnded = ({ show, status }: QueueFilter): boolean =>
  (show === "ended" || show === "all") && (status === undefined || hasEnded(status));

/** How many of the newest ended records this filter goes through. */
export const lookedAt = ({ endedLookedAt = ENDED_LOOKED_AT }: QueueFilter): number => Math.trunc(endedLookedAt);

/** How many lines are counted under this filter: to the end of its page at least, so that it is known whether another follows. */
export const countedTo = ({ countedTo: most = LINES_COUNTED_TO, offset, limit }: QueueFilter): number =>
  Math.trunc(Math.max(most, offset + limit));

/** What is told of this many lines, of which any beyond `countedTo` may be missing but one. */
export function counted(lines: number, filter: QueueFilter): Pick<QueuePage, "total" | "more"> {
  const most = countedTo(filter);
  return { total: Math.min(lines, most), more: lines > most };
}

/** The more urgent of the two; on a tie what stands stays (未判定 is not raised to 通常). */
export function raised(standing: Urgency, raise: Urgency | null): Urgency {
  return raise !== null && urgencyRank(raise) < urgencyRank(standing) ? raise : standing;
}

/** How a talk that is not a record yet stands in the queue: nobody is to open it before it is filed. */
export function draftRow(intake: string, codes: TalkCodes): QueueRow {
  return {
    id: intake,
    receiptNo: null,
    receivedAt: codes.receivedAt,
    lastAt: codes.lastAt,
    status: "DRAFT",
    completeness: "DRAFT",
    urgency: codes.urgency,
    role: codes.role,
    category: codes.category,
    district: codes.district,
    lang: codes.lang,
    owner: null,
    unread: false,
    channel: "LINE",
    waits: false,
    linkedFrom: null,
  };
}
