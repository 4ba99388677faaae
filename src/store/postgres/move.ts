// Moves an office from SQLite to PostgreSQL: every row as it stands, sealed under the same DATA_KEY, counted on both sides.
import Database from "better-sqlite3";
import type { Pool } from "pg";
import { migratePostgres } from "../opening/migrate-postgres.ts";
import { migrate } from "../opening/migrate-sqlite.ts";
import { CannotOpenDatabase, readMigrations } from "../opening/migrations.ts";
import { KEY_MARK, MOVING, opensWith, SERVED } from "../prisma/base.ts";
import { sealer, WrongDataKey } from "../seal.ts";
import { copyTable, countIn } from "./copy.ts";
import { postgresPool } from "./pool.ts";

/** All but Mark, which says whose data it is. */
const TABLES = "Staff Session Invitation Failure Gone Unheard Media MediaChunk Entry Message Intake Talk".split(" ");

/** Rows of a table on both sides. */
export interface Moved {
  table: string;
  from: number;
  to: number;
}

interface Given {
  file: string;
  url: string;
  dataKey: string;
  /** A table is through. */
  told?: (moved: Moved) => void;
}

/** The target is somebody else's, or the counts differ in the end. */
export class CannotMove extends Error {
  override readonly name = "CannotMove";
}

/**
 * Broken off, it can be begun again and copies everything anew: the office may have gone on with SQLite meanwhile. Until it
 * is through, no program starts on the target.
 * @throws CannotMove, CannotOpenDatabase, WrongDataKey
 */
export async function moveToPostgres({ file, url, dataKey, told }: Given): Promise<Moved[]> {
  const from = await alone(file);
  const to = postgresPool(url, "operator's");
  try {
    await migratePostgres(to, await readMigrations("postgres"));
    await claim(from, to, dataKey);
    const all: Moved[] = [];
    for (const table of TABLES) {
      await copyTable(from, to, table);
      all.push({ table, from: countHere(from, table), to: await countIn(to, table) });
      told?.(all.at(-1)!);
    }
    await finish(to, all);
    return all;
  } finally {
    from.close();
    await to.end();
  }
}

// --- internal ---

/** Opened so that nobody else has it open: a program that still runs would go on writing where nobody looks any more. */
async function alone(file: string): Promise<Database.Database> {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: true, timeout: 500 });
    database.pragma("locking_mode = EXCLUSIVE");
    migrate(database, await readMigrations());
    return database;
  } catch (cause) {
    database?.close();
    const busy = (cause as { code?: unknown }).code === "SQLITE_BUSY";
    const why = busy ? "動いているプログラムを止めてから、もう一度打ってください" : (cause as Error).message;
    throw new CannotOpenDatabase(`--from: データベース ${file} を開けません（${why}）。`, { cause });
  }
}

/**
 * The target is this office's from here on, and its tables are empty. The mark of the key is sealed anew for every
 * database, so it also tells one database from another.
 */
async function claim(from: Database.Database, to: Pool, dataKey: string): Promise<void> {
  const key = sealer(dataKey);
  const mine = from.prepare<[string], string>(`SELECT value FROM "Mark" WHERE id = ?`).pluck().get(KEY_MARK) ?? "";
  if (!opensWith(key, mine))
    throw new WrongDataKey("DATA_KEY: --from のデータベースを始めたときの鍵とちがいます。同じ鍵で打ってください。");
  const marks = await marksOf(to);
  const theirs = marks.get(KEY_MARK);
  if (theirs !== undefined && !opensWith(key, theirs))
    throw new CannotMove("--to: 別の鍵のデータが入っています。空のデータベースにしてください。");
  if (theirs !== undefined && theirs !== mine)
    throw new CannotMove("--to: 別の窓口のデータが入っています。空のデータベースにしてください。");
  if (theirs !== undefined && !marks.has(MOVING))
    throw new CannotMove("--to: このデータベースには、もう移し終わっています。");
  if (theirs !== undefined) await to.query(`TRUNCATE ${TABLES.map(named).join(", ")}`);
  else if (await hasRows(to)) throw new CannotMove("--to: もう何か入っています。空のデータベースにしてください。");
  const insert = `INSERT INTO "Mark" (id, value) VALUES ($1, $2), ($3, $4) ON CONFLICT DO NOTHING`;
  await to.query(insert, [MOVING, "", KEY_MARK, mine]);
  const served = from.prepare<[string], string>(`SELECT id FROM "Mark" WHERE id LIKE ?`).pluck().all(`${SERVED}%`);
  for (const id of served)
    await to.query(`INSERT INTO "Mark" (id, value) VALUES ($1, '') ON CONFLICT DO NOTHING`, [id]);
}

const named = (table: string): string => `"${table}"`;

async function hasRows(to: Pool): Promise<boolean> {
  const any = TABLES.map((table) => `SELECT 1 FROM ${named(table)}`).join(" UNION ALL ");
  return (await to.query(`${any} LIMIT 1`)).rowCount !== 0;
}

async function marksOf(to: Pool): Promise<Map<string, string>> {
  const { rows } = await to.query<{ id: string; value: string }>(`SELECT id, value FROM "Mark"`);
  return new Map(rows.map(({ id, value }) => [id, value]));
}

const countHere = (from: Database.Database, table: string): number =>
  Number(from.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());

async function finish(to: Pool, all: Moved[]): Promise<void> {
  const wrong = all.filter((moved) => moved.from !== moved.to);
  if (wrong.length > 0)
    throw new CannotMove(
      `数が合いません: ${wrong.map((moved) => `${moved.table} ${moved.from} → ${moved.to}`).join("、")}。もう一度打つと、はじめから移しなおします。`,
    );
  // Without it the first questions to full tables are answered as if they were empty.
  await to.query("VACUUM ANALYZE");
  await to.query(`DELETE FROM "Mark" WHERE id = $1`, [MOVING]);
}
