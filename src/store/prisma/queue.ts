// The staff's queue: records and talks that are not records yet, in one order, from clear columns alone. However many have
// ended, a page goes through no more of them than `ENDED_LOOKED_AT`, and counts no further than `LINES_COUNTED_TO`.
import type { QueueFilter, RecordStore } from "../../ports.ts";
import { COUNTED_TO } from "../../intake/acts.ts";
import { asksEnded, asksOpen, counted, countedTo, ENDED_PLACE, lookedAt, statusesOf, URGENT } from "../queue.ts";
import type { Base } from "./base.ts";
import { DRAFT_LINE, DRAFT_PLACE, queueRow, RECORD_LINE, WAITS, type RawRow } from "./rows/line.ts";
import type { Dialect } from "./rows/sql.ts";

/** A share of the queue that one index can give in its order. */
interface Share {
  /** What is selected, with its `place` and, inside that, its `turn`. */
  line: string;
  from: string;
  order: string;
  values: string[];
}

export function prismaQueue({ query }: Base): RecordStore["queue"] {
  return async (filter) => {
    const since = asksEnded(filter) ? await endedSince(query, filter) : null;
    const shares = [...open(filter), ...drafts(filter), ...(since === null ? [] : [ended(filter, since)])];
    if (shares.length === 0) return { rows: [], total: 0, more: false, older: false };
    const values = shares.flatMap((share) => share.values);
    const rows = await query<RawRow>(pageOf(shares, filter), ...values);
    const before = since === null ? [] : [filter.office, since];
    const [told] = await query<{ lines: unknown; older: unknown }>(countOf(shares, filter), ...values, ...before);
    return {
      rows: rows.map(queueRow),
      ...counted(Number(told?.lines ?? 0), filter),
      older: Boolean(Number(told?.older ?? 0)),
    };
  };
}

// Whole numbers are written into these texts: Prisma binds JavaScript's numbers as floating ones.

/** Each share gives no more than the page can show: or PostgreSQL puts all of them in order before it takes fifty. */
function pageOf(shares: Share[], filter: QueueFilter): string {
  const [limit, offset] = [Math.trunc(filter.limit), Math.trunc(filter.offset)];
  const lines = shares.map(
    ({ line, from, order }) => `SELECT * FROM (SELECT ${line} ${from} ORDER BY ${order} LIMIT ${offset + limit}) AS s`,
  );
  return `${lines.join(" UNION ALL ")} ORDER BY place, turn, id LIMIT ${limit} OFFSET ${offset}`;
}

function countOf(shares: Share[], filter: QueueFilter): string {
  const most = `LIMIT ${countedTo(filter) + 1}`;
  const counts = shares.map(({ from }) => `(SELECT count(*) FROM (SELECT 1 ${from} ${most}) AS c)`);
  const older = asksEnded(filter)
    ? `EXISTS (SELECT 1 FROM "Intake" WHERE ${ENDED_HERE} AND "receivedAt" < CAST(? AS BIGINT))`
    : "false";
  return `SELECT ${counts.join(" + ")} AS lines, ${older} AS older`;
}

const ENDED_HERE = `office = ? AND ended = true`;

/** When the last of the newest ended that are looked at came in. */
async function endedSince(query: Base["query"], filter: QueueFilter): Promise<string> {
  const last = `ORDER BY "receivedAt" DESC LIMIT 1 OFFSET ${lookedAt(filter) - 1}`;
  const text = `SELECT "receivedAt" AS since FROM "Intake" WHERE ${ENDED_HERE} ${last}`;
  const [row] = await query<{ since: bigint | string }>(text, filter.office);
  return String(row?.since ?? 0);
}

export function prismaLongest({ query }: Base): RecordStore["longest"] {
  const text = `SELECT ${RECORD_LINE} FROM "Intake" WHERE office = ? AND ended = false AND ${WAITS} ORDER BY "receivedAt", id LIMIT 1`;
  return async (office) => {
    const [row] = await query<RawRow>(text, office);
    return row === undefined ? null : queueRow(row);
  };
}

const isUrgent = `urgency IN (${URGENT.map((urgency) => `'${urgency}'`).join(", ")})`;

/** The same as `prismaWaiting`, for the talks of these keys, as rows of a talk. */
export const countingBefore = ({ among }: Dialect): string => `
  SELECT t."key", t.office, ${COUNTED}, CAST((SELECT count(*) FROM (SELECT 1 FROM "Intake" AS i
    WHERE i.office = t.office AND ended = false AND ${WAITS} AND i.id <> t.intake AND CASE
      WHEN t.${isUrgent} THEN i.${isUrgent} AND i."receivedAt" < t."receivedAt"
      ELSE i.${isUrgent} OR i."receivedAt" < t."receivedAt" END LIMIT ${COUNTED_TO + 1}) AS c) AS TEXT), ''
  FROM "Talk" AS t WHERE t."key" ${among}`;
/** Stands in place of a revision. */
export const COUNTED = -2;

/** The same as `countBefore`, counted by the database. */
export function prismaWaiting({ query }: Base): RecordStore["waiting"] {
  const before = (
    both: "AND" | "OR",
  ): string => `SELECT count(*) AS before FROM (SELECT 1 FROM "Intake" WHERE office = ?
    AND ended = false AND ${WAITS} AND id <> ? AND (${isUrgent} ${both} "receivedAt" < CAST(? AS BIGINT)) LIMIT ${COUNTED_TO + 1}) AS c`;
  const [ofUrgent, ofOthers] = [before("AND"), before("OR")];
  return async (office, { id, receivedAt, urgent }) => {
    const text = urgent ? ofUrgent : ofOthers;
    const [row] = await query<{ before: unknown }>(text, office, id, String(receivedAt));
    return Number(row?.before ?? 0);
  };
}

function open(filter: QueueFilter): Share[] {
  if (!asksOpen(filter)) return [];
  const { where, values } = recordsWith(filter);
  const line = `${RECORD_LINE}, place, "receivedAt" AS turn`;
  return [{ line, from: `FROM "Intake" WHERE ended = false AND ${where}`, order: `place, "receivedAt", id`, values }];
}

function ended(filter: QueueFilter, since: string): Share {
  const { where, values } = recordsWith(filter);
  const line = `${RECORD_LINE}, ${ENDED_PLACE} AS place, -"receivedAt" AS turn`;
  const from = `FROM "Intake" WHERE ended = true AND "receivedAt" >= CAST(? AS BIGINT) AND ${where}`;
  return { line, from, order: `"receivedAt" DESC, id`, values: [since, ...values] };
}

/** None where the filter asks for what a draft never has. */
function drafts(filter: QueueFilter): Share[] {
  const shown = statusesOf(filter.show)?.includes("DRAFT") ?? true;
  if (!shown || (filter.status ?? "DRAFT") !== "DRAFT" || (filter.owner ?? "none") !== "none") return [];
  const { where, values } = conditions(codesIn(filter));
  const line = `${DRAFT_LINE}, ${DRAFT_PLACE} AS place, "receivedAt" AS turn`;
  const from = `FROM "Talk" WHERE draft = true AND intake IS NOT NULL AND ${where}`;
  return [{ line, from, order: `${DRAFT_PLACE}, "receivedAt", id`, values }];
}

/** An SQL condition, and the texts of its question marks. */
interface Conditions {
  where: string;
  values: string[];
}

function recordsWith(filter: QueueFilter): Conditions {
  const owner = filter.owner === "none" ? undefined : filter.owner;
  const { where, values } = conditions({ ...codesIn(filter), status: filter.status, owner });
  return { where: filter.owner === "none" ? `${where} AND owner IS NULL` : where, values };
}

/** What records and drafts are both asked for. */
const codesIn = ({ office, urgency, role, category, district }: QueueFilter) => ({
  office,
  urgency,
  role,
  category,
  district,
});

function conditions(columns: Record<string, string | undefined>): Conditions {
  const wanted = Object.entries(columns).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { where: wanted.map(([column]) => `"${column}" = ?`).join(" AND "), values: wanted.map(([, value]) => value) };
}
