// The staff's queue: records and talks that are not records yet, in one order, from clear columns alone.
import type { QueueFilter, QueueRow, RecordStore } from "../../ports.ts";
import { COUNTED_TO, UNBEGUN } from "../../intake/acts.ts";
import { statusesOf, URGENT } from "../queue.ts";
import type { Base } from "./base.ts";
import { placeFrom, type Dialect } from "./rows/sql.ts";

/** The same as `waitsForFirst`. */
const WAITS = `"firstHumanReplyAt" IS NULL AND status IN (${UNBEGUN.map((status) => `'${status}'`).join(", ")})`;

const RECORD_LINE = `id, "receiptNo", "receivedAt", "lastAt", status, completeness, urgency, role, category, district,
  lang, owner, unread, channel, place, (${WAITS}) AS waits, "linkedFrom"`;

// How a talk that is not a record yet stands in the queue: the same as `draftRow`.
const DRAFT_LINE = `intake AS id, NULL AS "receiptNo", "receivedAt", "lastAt", 'DRAFT' AS status,
  'DRAFT' AS completeness, urgency, role, category, district, lang, NULL AS owner, false AS unread,
  'LINE' AS channel, ${placeFrom("urgency", "false")} AS place, false AS waits, NULL AS "linkedFrom"`;

const ORDER = `ORDER BY place, "receivedAt", id`;

/** One table's share of the queue. */
interface Half {
  line: string;
  from: string;
  values: string[];
}

export function prismaQueue({ query }: Base): RecordStore["queue"] {
  return async (filter) => {
    const halves = [...records(filter), ...drafts(filter)];
    if (halves.length === 0) return { rows: [], total: 0 };
    const values = halves.flatMap((half) => half.values);
    // Each half gives no more than the page can show: or PostgreSQL puts all of both in order before it takes fifty.
    const most = `${ORDER} LIMIT ${Math.trunc(filter.offset) + Math.trunc(filter.limit)}`;
    const lines = halves.map((half) => `SELECT * FROM (SELECT ${half.line} ${half.from} ${most}) AS half`);
    const counts = halves.map((half) => `(SELECT count(*) ${half.from})`).join(" + ");
    // Whole numbers written into the text: Prisma binds JavaScript's numbers as floating ones.
    const page = `LIMIT ${Math.trunc(filter.limit)} OFFSET ${Math.trunc(filter.offset)}`;
    const text = `${lines.join(" UNION ALL ")} ${ORDER} ${page}`;
    const rows = await query<RawRow>(text, ...values);
    const [count] = await query<{ total: unknown }>(`SELECT ${counts} AS total`, ...values);
    return { rows: rows.map(queueRow), total: Number(count?.total ?? 0) };
  };
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

function records(filter: QueueFilter): Half[] {
  if (filter.show === "draft") return [];
  const wanted = conditions(filter);
  if (filter.status !== undefined) wanted.push(["status", filter.status]);
  if (filter.owner !== undefined && filter.owner !== "none") wanted.push(["owner", filter.owner]);
  const shown = filter.show === "all" ? "" : ` AND ended = ${filter.show === "ended"}`;
  const nobody = filter.owner === "none" ? " AND owner IS NULL" : "";
  return [half(RECORD_LINE, "Intake", wanted, shown + nobody)];
}

/** None where the filter asks for what a draft never has. */
function drafts(filter: QueueFilter): Half[] {
  const shown = statusesOf(filter.show)?.includes("DRAFT") ?? true;
  if (!shown || (filter.status ?? "DRAFT") !== "DRAFT" || (filter.owner ?? "none") !== "none") return [];
  return [half(DRAFT_LINE, "Talk", conditions(filter), " AND draft = true AND intake IS NOT NULL")];
}

function conditions({ office, urgency, role, category, district }: QueueFilter): [column: string, value: string][] {
  const wanted = Object.entries({ office, urgency, role, category, district });
  return wanted.filter((pair): pair is [string, string] => pair[1] !== undefined);
}

function half(line: string, table: string, wanted: [column: string, value: string][], more: string): Half {
  const where = wanted.map(([column]) => `"${column}" = ?`).join(" AND ");
  return { line, from: `FROM "${table}" WHERE ${where}${more}`, values: wanted.map(([, value]) => value) };
}

type Counted = "receivedAt" | "lastAt" | "unread" | "waits";
/** SQLite's numbers come back as BigInt, its booleans as numbers; PostgreSQL's large numbers as texts. */
type RawRow = Omit<QueueRow, Counted> & Record<Counted, number | bigint | string | boolean>;

function queueRow(row: RawRow): QueueRow {
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
