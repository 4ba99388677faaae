// A store in one SQLite file, for one machine.
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import Database from "better-sqlite3";
import { PrismaClient } from "#prisma";
import type { Store } from "../ports.ts";
import { migrate } from "./opening/migrate-sqlite.ts";
import { CannotOpenDatabase, readMigrations } from "./opening/migrations.ts";
import type { Base } from "./prisma/base.ts";
import { checkKey } from "./prisma/base.ts";
import { SQLITE } from "./prisma/rows/sql.ts";
import { prismaStore } from "./prisma/store.ts";
import { sealer } from "./seal.ts";
import { running } from "./sqlite/run.ts";

/** How long a write waits for another program's (ms). */
const BUSY = 5_000;

/**
 * For each connection, since they do not hold for the file: a reopened WAL file is NORMAL again. FAST overwrites what is
 * deleted where that costs no further write.
 */
const PRAGMAS = ["synchronous = FULL", "secure_delete = FAST"];

/**
 * Opens the file, or makes it (its folder must be there), and brings it to the present schema.
 * @param url `file:PATH`; not `:memory:`, because reading and writing have a connection each.
 * @throws CannotOpenDatabase, WrongDataKey, RangeError for a DATA_KEY that is not 32 bytes.
 */
export async function sqliteStore({ url, dataKey }: { url: string; dataKey: string }): Promise<Store> {
  const path = url.replace(/^file:/, "");
  const sealing = sealer(dataKey);
  const database = await open(path);
  const prisma = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url: path, timeout: BUSY }) });
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    database.close();
  };
  try {
    for (const pragma of PRAGMAS) await prisma.$queryRawUnsafe(`PRAGMA ${pragma}`);
    const base: Base = { prisma, sealer: sealing, sql: SQLITE, ...running(database) };
    await checkKey(base);
    return prismaStore(base, close);
  } catch (cause) {
    await close();
    throw cause;
  }
}

async function open(path: string): Promise<Database.Database> {
  const migrations = await readMigrations();
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: BUSY });
    database.pragma("journal_mode = WAL");
    for (const pragma of PRAGMAS) database.pragma(pragma);
    migrate(database, migrations);
    return database;
  } catch (cause) {
    database?.close();
    throw new CannotOpenDatabase(
      `DATABASE_URL: データベース ${path} を開けません（${(cause as Error).message}）。場所と、書きこめるかどうかを確かめてください。`,
      { cause },
    );
  }
}
