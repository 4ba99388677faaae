// The little SQL that several files share: many rows in one statement, read from one JSON text.
import { ERASED } from "../../filing.ts";

/** What the databases say in different words. All else is written so that each of them understands it. */
export interface Dialect {
  /** The statement's next value, a JSON list, as rows called j. */
  rows: string;
  /** The texts of the next value, a JSON list, for IN. */
  texts: string;
  /** A column of the row at hand of `rows`. */
  of: (column: string) => string;
  /** Ends a SELECT whose rows nobody else may change before this statement is through. */
  held: string;
}

/** SQLite and D1, where one writer writes at a time. */
export const SQLITE: Dialect = {
  rows: "json_each(?) AS j",
  texts: "(SELECT value FROM json_each(?))",
  of: (column) => `j.value->>'${column}'`,
  held: "",
};

/** PostgreSQL takes texts out of JSON, and its columns take nothing but their own type. */
export const POSTGRES: Dialect = {
  rows: "jsonb_array_elements(?::jsonb) AS j(value)",
  texts: "(SELECT jsonb_array_elements_text(?::jsonb))",
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

/** Takes a JSON list of rows; ends before WHERE. */
export const insertRows = ({ rows, of }: Dialect, table: string, columns: readonly string[]): string =>
  `INSERT INTO "${table}" (${names(columns)}) SELECT ${columns.map(of).join(", ")} FROM ${rows}`;

/** Ends an insert that leaves what stands there already. */
export const OR_LEAVE = "ON CONFLICT DO NOTHING";

/** For the DO UPDATE of an upsert. */
export const takeOver = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}" = excluded."${column}"`).join(", ");

/** Holds while nothing has erased the words of the record that `intake` (an SQL expression) names. */
export const notErased = (intake: string): string =>
  `NOT EXISTS (SELECT 1 FROM "Intake" AS e WHERE e.id = ${intake} AND e.filed = ${ERASED})`;

/** Where a record stands in the queue, told from its own columns: the same as `placeOf`. */
export const placeFrom = (urgency: string, unread: string): string =>
  `CASE WHEN ${urgency} <= 'E1' THEN 1 ELSE 3 END - CASE WHEN ${unread} THEN 1 ELSE 0 END`;
