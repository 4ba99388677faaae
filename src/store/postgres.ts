// A store in PostgreSQL, for several instances on one database. Loaded only where it is used.
import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import type { Store } from "../ports.ts";
import { PrismaClient } from "./generated/postgres/client.ts";
import { cannotOpen, missingIn } from "./opening/migrate-postgres.ts";
import { CannotOpenDatabase, readMigrations } from "./opening/migrations.ts";
import { isStarting, postgresPool } from "./postgres/pool.ts";
import { asking, single, writer } from "./postgres/run.ts";
import type { Base } from "./prisma/base.ts";
import { checkKey, MOVING } from "./prisma/base.ts";
import { POSTGRES } from "./prisma/rows/sql.ts";
import { prismaStore } from "./prisma/store.ts";
import { sealer, WrongDataKey } from "./seal.ts";

/** How long the start waits for a database that is there but not ready (ms). */
const STARTING = 15_000;

/**
 * Opens a database that `npm run migrate` has brought to the present schema.
 * @param url `postgresql://…`
 * @throws CannotOpenDatabase, WrongDataKey, RangeError for a DATA_KEY that is not 32 bytes.
 */
export async function postgresStore({ url, dataKey }: { url: string; dataKey: string }): Promise<Store> {
  const sealing = sealer(dataKey);
  const pool = postgresPool(url);
  const client = new PrismaClient({ adapter: new PrismaPg(pool, { onPoolError: () => {} }) });
  // Made from the same models as SQLite's (scripts/postgres-schema.ts): the two differ in nothing the store uses.
  const prisma = client as unknown as Base["prisma"];
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await pool.end();
  };
  try {
    const ask = asking();
    const base = { prisma, sealer: sealing, sql: POSTGRES, query: single(pool, ask), together: writer(pool, ask) };
    await patiently(() => isReady(pool).then(() => checkKey(base)));
    return prismaStore(base, close);
  } catch (cause) {
    await close();
    if (cause instanceof CannotOpenDatabase || cause instanceof WrongDataKey) throw cause;
    return cannotOpen(cause);
  }
}

async function isReady(pool: Pool): Promise<void> {
  if ((await missingIn(pool, await readMigrations("postgres"))) > 0)
    throw new CannotOpenDatabase(
      "DATABASE_URL: データベースの表が、まだこのプログラムの版になっていません。先に npm run migrate を打ってください。",
    );
  const { rowCount } = await pool.query(`SELECT 1 FROM "Mark" WHERE id = $1`, [MOVING]);
  if (rowCount !== 0)
    throw new CannotOpenDatabase(
      "DATABASE_URL: このデータベースへの引っこしが、まだ終わっていません。npm run move をもう一度打ってください。",
    );
  await isDurable(pool);
}

/** A database that has just been started, or a machine that is starting, may take longer than a resident may wait. */
async function patiently(work: () => Promise<void>): Promise<void> {
  const until = performance.now() + STARTING;
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      if (!isStarting(cause) || performance.now() > until) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** What LINE got a 200 for must not vanish with the power. */
async function isDurable(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'`,
  );
  if (rows.length > 0)
    throw new CannotOpenDatabase(
      `DATABASE_URL: PostgreSQLの ${rows.map(({ name }) => name).join("、")} が off です。停電で相談が消えるので、on にしてください。`,
    );
}
