// Runs the store's own statements on PostgreSQL: prepared once a connection, and together under a lock of their subject.
import type { Pool, PoolClient, QueryConfig } from "pg";
import { asTexts, type Base, type Ended, type Statement } from "../prisma/base.ts";

/** So many different statements are kept prepared; a filter of the queue that comes after them is read anew each time. */
const PREPARED = 200;

type Asked = (statement: Statement) => QueryConfig<string[]>;

/** Numbers the values as PostgreSQL wants them. */
export function asking(): Asked {
  const known = new Map<string, QueryConfig<string[]>>();
  return ([text, ...values]) => {
    const asked = known.get(text) ?? asked1(text, known.size);
    if (known.size < PREPARED) known.set(text, asked);
    return { ...asked, values: asTexts(values) };
  };
}

function asked1(text: string, n: number): QueryConfig<string[]> {
  let value = 0;
  const numbered = text.replaceAll("?", () => `$${(value += 1)}`);
  return n < PREPARED ? { text: numbered, name: `uketome-${n}` } : { text: numbered };
}

/** One statement is whole by itself. */
export function single(pool: Pool, ask: Asked): Base["query"] {
  return async <Row>(...statement: Statement) => (await pool.query(ask(statement))).rows as Row[];
}

/**
 * A connection that failed in the middle is given up: the server then takes back what was not committed. Where COMMIT
 * itself got no answer nobody knows; it is told as a failure, and doing it again is harmless.
 */
export function writer(pool: Pool, ask: Asked): Base["together"] {
  return async (statements, about) => {
    const client = await pool.connect();
    try {
      const changed = await inOrder(client, statements.map(ask), about);
      client.release();
      return changed;
    } catch (cause) {
      client.release(true);
      throw cause;
    }
  };
}

async function inOrder(client: PoolClient, statements: QueryConfig<string[]>[], about: string[]): Promise<Ended[]> {
  const ids = client.escapeLiteral(JSON.stringify([...new Set(about)].sort()));
  // Each statement sees what was committed before it, so what it reads must not change between: all who write about
  // these take the lock first, in one order.
  await client.query(`BEGIN ISOLATION LEVEL READ COMMITTED;
    SELECT pg_advisory_xact_lock(hashtextextended(id, 0)) FROM jsonb_array_elements_text(${ids}::jsonb) AS id`);
  const all: Ended[] = [];
  for (const statement of statements) {
    const { rowCount, rows } = await client.query<object>(statement);
    all.push({ changed: rowCount ?? 0, rows });
  }
  await client.query("COMMIT");
  return all;
}
