// A line of the queue out of the clear columns of a record, or of a talk that is none yet.
import type { QueueRow } from "../../../ports.ts";
import { UNBEGUN } from "../../../intake/acts.ts";
import { placeFrom } from "./sql.ts";

/** The same as `waitsForFirst`. */
export const WAITS = `"firstHumanReplyAt" IS NULL AND status IN (${UNBEGUN.map((status) => `'${status}'`).join(", ")})`;

/** What of a record stands in its line. */
export const RECORD_LINE = `id, "receiptNo", "receivedAt", "lastAt", status, completeness, urgency, role, category, district,
  lang, owner, unread, channel, (${WAITS}) AS waits, "linkedFrom"`;

/** How a talk that is not a record yet stands in the queue: the same as `draftRow`. */
export const DRAFT_LINE = `intake AS id, NULL AS "receiptNo", "receivedAt", "lastAt", 'DRAFT' AS status,
  'DRAFT' AS completeness, urgency, role, category, district, lang, NULL AS owner, false AS unread,
  'LINE' AS channel, false AS waits, NULL AS "linkedFrom"`;

/** And where: nothing in it is unread. */
export const DRAFT_PLACE = placeFrom("urgency", "false");

type Counted = "receivedAt" | "lastAt" | "unread" | "waits";
/** SQLite's numbers come back as BigInt, its booleans as numbers; PostgreSQL's large numbers as texts. */
export type RawRow = Omit<QueueRow, Counted> & Record<Counted, number | bigint | string | boolean>;

/** A line as every store gives it. */
export function queueRow(row: RawRow): QueueRow {
  const { id, receiptNo, status, completeness, urgency, role, category, district, lang, owner, channel, linkedFrom } =
    row;
  const times = { receivedAt: Number(row.receivedAt), lastAt: Number(row.lastAt) };
  const marks = { unread: Boolean(Number(row.unread)), waits: Boolean(Number(row.waits)) };
  return {
    id,
    receiptNo,
    ...times,
    ...marks,
    status,
    completeness,
    urgency,
    role,
    category,
    district,
    lang,
    owner,
    channel,
    linkedFrom,
  };
}
