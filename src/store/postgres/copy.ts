// Copies a table from SQLite to PostgreSQL, batch by batch, as it stands: what is sealed stays sealed.
import type { Database } from "better-sqlite3";
import type { Pool } from "pg";

/** Rows and bytes of a batch: many small rows are quick, and a few pieces of pictures do not fill the memory. */
const ROWS = 500;
const BYTES = 4 * 1024 * 1024;

type Row = Record<string, string | number | Buffer | null>;

interface Column {
  name: string;
  type: string;
}

/** Into a table that is empty: a row that is there already ends the copying, it is not left as it is. Batch by batch. */
export async function copyTable(from: Database, to: Pool, table: string): Promise<void> {
  const columns = await columnsOf(to, table);
  const insert = insertInto(table, columns);
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  for (const batch of batches(from.prepare<[], Row>(`SELECT ${names} FROM "${table}"`).iterate()))
    await to.query(
      insert,
      columns.map((column) => batch.map((row) => asIn(column, row[column.name] ?? null))),
    );
}

export async function countIn(to: Pool, table: string): Promise<number> {
  const { rows } = await to.query<{ n: string }>(`SELECT count(*) AS n FROM "${table}"`);
  return Number(rows[0]?.n);
}

// --- internal ---

async function columnsOf(to: Pool, table: string): Promise<Column[]> {
  const { rows } = await to.query<Column>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  return rows;
}

/** A list a column. */
function insertInto(table: string, columns: Column[]): string {
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const lists = columns.map(({ type }, n) => `$${n + 1}::${type}[]`).join(", ");
  return `INSERT INTO "${table}" (${names}) SELECT * FROM unnest(${lists})`;
}

/** SQLite has no booleans of its own. */
const asIn = ({ type }: Column, value: Row[string]): Row[string] | boolean =>
  type === "boolean" && value !== null ? value === 1 : value;

function* batches(rows: Iterable<Row>): Iterable<Row[]> {
  let batch: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    batch.push(row);
    for (const value of Object.values(row)) bytes += value !== null && typeof value === "object" ? value.length : 0;
    if (batch.length < ROWS && bytes < BYTES) continue;
    yield batch;
    [batch, bytes] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
