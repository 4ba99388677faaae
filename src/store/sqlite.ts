// A store in one SQLite file, for one machine.
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type Database from "better-sqlite3";
import { PrismaClient } from "#prisma";
import type { Store } from "../ports.ts";
import { migrate } from "./opening/migrate-sqlite.ts";
import { CannotOpenDatabase, MigrationChanged, readMigrations, type Migration } from "./opening/migrations.ts";
import type { Base } from "./prisma/base.ts";
import { checkKey } from "./prisma/base.ts";
import { SQLITE } from "./prisma/rows/sql.ts";
import { prismaStore } from "./prisma/store.ts";
import { sealer } from "./seal.ts";
import { beside, type Running } from "./sqlite/beside.ts";
import { BUSY, connect, PRAGMAS } from "./sqlite/connection.ts";
import { running } from "./sqlite/run.ts";

/**
 * Opens the file, or makes it (its folder must be there), and brings it to the present schema.
 * @param url `file:PATH`; not `:memory:`, because reading and writing have a connection each.
 * @param apart writes on a thread of their own: for a program that serves many at once.
 * @throws CannotOpenDatabase, WrongDataKey, RangeError for a DATA_KEY that is not 32 bytes.
 */
export async function sqliteStore({ url, dataKey, apart = false }: Given): Promise<Store> {
  const path = url.replace(/^file:/, "");
  const sealing = sealer(dataKey);
  const { close, ...statements } = await open(path, apart);
  const prisma = new PrismaClient({ adapter: new Durable({ url: path, timeout: BUSY }) });
  const closeAll = async (): Promise<void> => {
    await prisma.$disconnect();
    await close();
  };
  try {
    const base: Base = { prisma, sealer: sealing, sql: SQLITE, ...statements };
    await checkKey(base);
    return prismaStore(base, closeAll);
  } catch (cause) {
    await closeAll();
    throw cause;
  }
}

// --- internal ---

/** What SQLite says of a file that is none, or was damaged. */
const DAMAGED = ["SQLITE_NOTADB", "SQLITE_CORRUPT"];

const toMend = (cause: unknown): string =>
  cause instanceof MigrationChanged
    ? "合う版のプログラムで動かしてください。"
    : DAMAGED.includes((cause as { code?: string }).code ?? "")
      ? "ファイルが壊れているか、Uketomeのものではありません。控え（npm run backup）をもどしてください。"
      : "場所と、書きこめるかどうかを確かめてください。";

/** The client's own connection, opened when it is first asked. */
class Durable extends PrismaBetterSqlite3 {
  override async connect() {
    const connection = await super.connect();
    await connection.executeScript(PRAGMAS.map((pragma) => `PRAGMA ${pragma};`).join("\n"));
    return connection;
  }
}

interface Given {
  url: string;
  dataKey: string;
  apart?: boolean;
}

async function open(path: string, apart: boolean): Promise<Running> {
  const database = ready(path, await readMigrations());
  if (!apart) return { ...running(database), close: async () => void database.close() };
  return beside(path, database);
}

function ready(path: string, migrations: Migration[]): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = connect(path);
    migrate(database, migrations);
    return database;
  } catch (cause) {
    database?.close();
    throw new CannotOpenDatabase(
      `DATABASE_URL: データベース ${path} を開けません（${(cause as Error).message}）。${toMend(cause)}`,
      { cause },
    );
  }
}
