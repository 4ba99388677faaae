// The little SQL that several files share: one statement for many rows.
import { ERASED } from "../../filing.ts";

/** What the databases say in different words. All else is written so that each of them understands it. */
export interface Dialect {
  /** The statement's rows, called j: all at once, or (SQLite in this program) each by itself. */
  rows: string;
  /** Stands behind a column that is one of the texts of the next value, a JSON list. */
  among: string;
  /** A column of the row at hand of `rows`. */
  of: (column: string) => string;
  /** Ends a SELECT whose rows nobody else may change before this statement is through. */
  held: string;
}

/** SQLite here, where one writer writes at a time: the statement stays prepared, and its rows are bound to it one by one. */
export const SQLITE: Dialect = {
  rows: "(SELECT 1) AS j",
  among: "IN (SELECT value FROM json_each(?))",
  of: (column) => `@${column}`,
  held: "",
};

/** SQLite over there: each statement is a way, so all rows go at once. */
export const D1: Dialect = { ...SQLITE, rows: "json_each(?) AS j", of: (column) => `j.value->>'${column}'` };

/**
 * PostgreSQL takes texts out of JSON, and its columns take nothing but their own type. It takes every list for a hundred
 * long and would rather read a whole table for it: so what is looked up is asked as single questions and arrays.
 */
export const POSTGRES: Dialect = {
  rows: "jsonb_array_elements(?::jsonb) AS j(value)",
  among: "= ANY (ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))",
  of: (column) => `(j.value->>'${column}')::${TYPES[column] ?? "text"}`,
  held: " FOR UPDATE",
};

/** The columns that are no text, by their name in whatever table. */
const TYPES: Record<string, string> = {
  ...all("bigint", ["receivedAt", "lastAt", "dueAt", "at", "retractedAt", "firstHumanReplyAt", "filed"]),
  ...all("integer", ["revision", "base", "place"]),
  ...all("boolean", ["draft", "unread", "ended"]),
};

function all(type: string, columns: string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, type]));
}

const names = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(", ");

/** Takes rows; ends before WHERE. */
export const insertRows = ({ rows, of }: Dialect, table: string, columns: readonly string[]): string =>
  `INSERT INTO "${table}" (${names(columns)}) SELECT ${columns.map(of).join(", ")} FROM ${rows}`;

/** Ends an insert that leaves what stands there already. */
export const OR_LEAVE = "ON CONFLICT DO NOTHING";

/** For the DO UPDATE of an upsert. */
export const takeOver = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}" = excluded."${column}"`).join(", ");

/**
 * Holds while the talk `key` stands at the revision `base` (0: there is none); both are SQL expressions. Not EXISTS: SQLite
 * takes ten times as long over it here.
 */
export const standsAt = ({ held }: Pick<Dialect, "held">, key: string, base: string): string =>
  `coalesce((SELECT revision FROM "Talk" WHERE "key" = ${key}${held}), 0) = ${base}`;

/**
 * Holds while nobody else has the receipt number `number` of the record `numbered`, or that one was filed with it already.
 * Counted, so that PostgreSQL asks it of one row after the other, in their order.
 */
export const isFree = ({ of }: Dialect): string => `(${of("number")} IS NULL OR 0 = (SELECT count(*) FROM "Intake" AS i
  WHERE i.office = ${of("office")} AND i."receiptNo" = ${of("number")} AND i.id <> ${of("numbered")}
    AND NOT EXISTS (SELECT 1 FROM "Intake" AS own WHERE own.id = ${of("numbered")})))`;

/** Holds while nothing has erased the words of the record that `intake` (an SQL expression) names. */
export const notErased = (intake: string): string =>
  `coalesce((SELECT filed FROM "Intake" AS e WHERE e.id = ${intake}), 0) <> ${ERASED}`;

/** Where a record stands in the queue, told from its own columns: the same as `placeOf`. */
export const placeFrom = (urgency: string, unread: string): string =>
  `CASE ${urgency} WHEN 'E0' THEN -1 WHEN 'E1' THEN 1 ELSE 3 END - CASE WHEN ${unread} THEN 1 ELSE 0 END`;
