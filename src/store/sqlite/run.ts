// Runs the store's own statements on SQLite: prepared once, their rows bound to them one by one.
import type Database from "better-sqlite3";
import type { Base, Ended, Rows, Statement } from "../prisma/base.ts";

/** So many different statements are kept prepared; a page far down the queue that comes after them is read anew. */
const PREPARED = 200;

/**
 * The store's own statements, on a connection of their own: `together` from BEGIN to COMMIT without a pause, so that
 * nothing of this program can come in between. Not through Prisma, which costs half a millisecond a statement.
 */
export function running(database: Database.Database): Pick<Base, "query" | "together"> {
  const prepared = new Map<string, Prepared>();
  const prepare = (text: string): Prepared => {
    const statement = prepared.get(text) ?? database.prepare(text);
    if (prepared.size < PREPARED) prepared.set(text, statement);
    return statement;
  };
  const ended = ([text, ...values]: Statement): Ended => overRows(prepare(text), values);
  const run = database.transaction((all: Statement[]) => all.map(ended));
  return {
    query: async <Row>(...statement: Statement) =>
      (statement.some(isRows) ? run.immediate([statement]) : [ended(statement)]).flatMap(({ rows }) => rows) as Row[],
    together: async (all) => run.immediate(all),
  };
}

// --- internal ---

type Prepared = Database.Statement;

export const isRows = (value: string | Rows): value is Rows => typeof value !== "string";

function overRows(statement: Prepared, values: (string | Rows)[]): Ended {
  const [texts, rows] = [values.filter((value) => !isRows(value)), values.find(isRows)];
  if (rows === undefined) return ended(statement, texts);
  const all = rows.map((row) => ended(statement, [...texts, bound(row)]));
  return { changed: all.reduce((sum, { changed }) => sum + changed, 0), rows: all.flatMap((one) => one.rows) };
}

function ended(statement: Prepared, values: unknown[]): Ended {
  if (!statement.reader) return { changed: statement.run(...values).changes, rows: [] };
  const rows = statement.all(...values);
  return { changed: rows.length, rows };
}

/** SQLite knows neither truth nor what is left out. */
function bound(row: Rows[number]): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const column in row)
    cells[column] = typeof row[column] === "boolean" ? Number(row[column]) : (row[column] ?? null);
  return cells;
}
