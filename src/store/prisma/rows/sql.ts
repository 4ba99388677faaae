// The little SQL that several files share: many rows in one statement, through json_each.
import { ERASED } from "../../filing.ts";

/** A column of the row at hand of `json_each(?) AS j`. */
export const of = (column: string): string => `j.value->>'${column}'`;

const names = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(", ");

/** Takes a JSON list of rows; ends before WHERE. */
export const insertRows = (table: string, columns: readonly string[], verb = "INSERT"): string =>
  `${verb} INTO "${table}" (${names(columns)}) SELECT ${columns.map(of).join(", ")} FROM json_each(?) AS j`;

/** For the DO UPDATE of an upsert. */
export const takeOver = (columns: readonly string[]): string =>
  columns.map((column) => `"${column}" = excluded."${column}"`).join(", ");

/** Holds while nothing has erased the words of the record that `intake` (an SQL expression) names. */
export const notErased = (intake: string): string =>
  `NOT EXISTS (SELECT 1 FROM "Intake" AS e WHERE e.id = ${intake} AND e.filed = ${ERASED})`;

/** Where a record stands in the queue, told from its own columns: the same as `placeOf`. */
export const placeFrom = (urgency: string, unread: string): string => `iif(${urgency} <= 'E1', 1, 3) - ${unread}`;
