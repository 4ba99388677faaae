// Brings a PostgreSQL database to the present schema, when an operator says so (`npm run migrate`): several instances
// stand on one database, so the moment is theirs, and who serves residents needs no right to change tables.
import type { ClientBase, Pool } from "pg";
import { CannotOpenDatabase, missing, type Applied, type Migration } from "./migrations.ts";

/** Any number will do, as long as it stays: whoever migrates holds this lock. */
const LOCK = 5_170_000_000_001n;
/** PostgreSQL's code for a table that is not there. */
const NO_TABLE = "42P01";

/**
 * Applies what is missing, all or nothing, and gives the names. Several may do so at once.
 * @throws CannotOpenDatabase, also where a table is in long use: then nothing was done.
 */
export async function migratePostgres(pool: Pool, migrations: Migration[]): Promise<string[]> {
  const client = await pool.connect().catch(cannotOpen);
  try {
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOCK})`);
    // A change that waits for a table makes everybody after it wait too: no longer than residents may.
    await client.query(
      `SET LOCAL lock_timeout = '1s'; CREATE TABLE IF NOT EXISTS "_migration" (name TEXT PRIMARY KEY, checksum TEXT, at BIGINT)`,
    );
    const names = await applyMissing(client, migrations);
    await client.query("COMMIT");
    client.release();
    return names;
  } catch (cause) {
    client.release(true);
    return cannotOpen(cause);
  }
}

/** Never with the address: it holds a password, a piece of which is taken for the server's name where its signs are not escaped. */
export function cannotOpen(cause: unknown): never {
  const isUnknown = (cause as { code?: unknown }).code === "ENOTFOUND";
  const why = isUnknown
    ? "その名前のサーバーが見つかりません。パスワードに @ や / があれば、%40、%2F のように書いてください"
    : (cause as Error).message;
  throw new CannotOpenDatabase(`DATABASE_URL: PostgreSQLのデータベースを開けません（${why}）。`, { cause });
}

/** How many migrations this database has not had. @throws MigrationChanged */
export async function missingIn(pool: Pool, migrations: Migration[]): Promise<number> {
  try {
    return missing(migrations, await applied(pool)).length;
  } catch (cause) {
    if ((cause as { code?: unknown }).code === NO_TABLE) return migrations.length;
    throw cause;
  }
}

async function applied(from: Pool | ClientBase): Promise<Applied[]> {
  return (await from.query<Applied>(`SELECT name, checksum FROM "_migration"`)).rows;
}

async function applyMissing(client: ClientBase, migrations: Migration[]): Promise<string[]> {
  const left = missing(migrations, await applied(client));
  for (const { name, sql, checksum } of left) {
    await client.query(sql);
    await client.query(`INSERT INTO "_migration" VALUES ($1, $2, $3)`, [name, checksum, Date.now()]);
  }
  return left.map(({ name }) => name);
}
