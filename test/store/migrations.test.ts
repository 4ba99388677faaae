// The migrations: they say what the schema says, are applied once, and are never changed afterwards.
import Database from "better-sqlite3";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgresServer, type PostgresServer } from "../../scripts/postgres-server.ts";
import { postgres, schemaDiff, sqlite } from "../../scripts/schema-diff.ts";
import { migratePostgres, missingIn } from "../../src/store/opening/migrate-postgres.ts";
import { migrate } from "../../src/store/opening/migrate-sqlite.ts";
import { CannotOpenDatabase, MigrationChanged, readMigrations } from "../../src/store/opening/migrations.ts";
import { postgresPool } from "../../src/store/postgres/pool.ts";

const first = { name: "1_first", sql: "CREATE TABLE a (id TEXT); CREATE TABLE b (id TEXT);" };
const second = { name: "2_second", sql: "ALTER TABLE a ADD COLUMN more TEXT;" };
const tables = (database: Database.Database): unknown[] =>
  database.prepare("SELECT name FROM sqlite_schema WHERE name IN ('a', 'b') ORDER BY name").pluck().all();

test("SQLite's migrations together say what the schema says", async () => {
  expect((await readMigrations()).length).toBeGreaterThan(0);
  expect(await schemaDiff(sqlite())).toBe("");
});

test("a second start applies nothing, a new migration is added to what is there", () => {
  const database = new Database(":memory:");
  migrate(database, [first]);
  migrate(database, [first]);
  database.prepare("INSERT INTO a VALUES ('kept')").run();
  migrate(database, [first, second]);
  expect(database.prepare("SELECT * FROM a").all()).toEqual([{ id: "kept", more: null }]);
});

test("a migration that fails half-way leaves nothing of itself, nor of those before it in the same start", () => {
  const database = new Database(":memory:");
  expect(() => migrate(database, [first, { name: "2_bad", sql: "DROP TABLE a; NOT SQL;" }])).toThrow(/syntax/);
  expect(tables(database)).toEqual([]);
});

test.each([
  ["was edited after it was applied", [{ ...first, sql: `${first.sql} -- edited` }, second]],
  ["is unknown to this program, which is then older than the database", [first]],
])("the program does not start when a migration %s", (_, migrations) => {
  const database = new Database(":memory:");
  migrate(database, [first, second]);
  expect(() => migrate(database, migrations)).toThrow(MigrationChanged);
});

describe("on PostgreSQL", () => {
  let server: PostgresServer;
  const pools: Pool[] = [];
  beforeAll(async () => void (server = await postgresServer()));
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await server.close();
  });

  async function empty(): Promise<Pool> {
    pools.push(postgresPool(await server.fresh()));
    return pools.at(-1)!;
  }
  const has = async (pool: Pool): Promise<unknown[]> =>
    (await pool.query("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).rows;

  test("the migrations together say what the schema says, and each stands beside one of SQLite's", async () => {
    expect(await schemaDiff(postgres(await server.fresh()))).toBe("");
    const names = async (kind: "sqlite" | "postgres") => (await readMigrations(kind)).map(({ name }) => name);
    expect(await names("postgres")).toEqual(await names("sqlite"));
  });

  test("two operators at once do each of them once, and a new one is added to what is there", async () => {
    const pool = await empty();
    const both = await Promise.all([migratePostgres(pool, [first]), migratePostgres(pool, [first])]);
    expect(both.flat()).toEqual([first.name]);
    await pool.query("INSERT INTO a VALUES ('kept')");
    expect(await missingIn(pool, [first, second])).toBe(1);
    expect(await migratePostgres(pool, [first, second])).toEqual([second.name]);
    expect((await pool.query("SELECT * FROM a")).rows).toEqual([{ id: "kept", more: null }]);
  });

  test("one that fails half-way leaves nothing of itself, nor of those before it in the same run", async () => {
    const pool = await empty();
    const bad = { name: "2_bad", sql: "DROP TABLE a; NOT SQL;" };
    await expect(migratePostgres(pool, [first, bad])).rejects.toThrow(/^DATABASE_URL: .*syntax error/);
    expect(await has(pool)).toEqual([]);
  });

  test("one that would wait for a table in long use gives up, so that nobody waits behind it", async () => {
    const pool = await empty();
    await migratePostgres(pool, [first]);
    const reader = await pool.connect();
    await reader.query("BEGIN; SELECT * FROM a");
    await expect(migratePostgres(pool, [first, second])).rejects.toThrow(/lock timeout/);
    await reader.query("COMMIT");
    reader.release();
    expect(await migratePostgres(pool, [first, second])).toEqual([second.name]);
  });

  test.each([
    ["was edited after it was applied", [{ ...first, sql: `${first.sql} -- edited` }, second]],
    ["is unknown to this program, which is then older than the database", [first]],
  ])("the program does not start when a migration %s", async (_, migrations) => {
    const pool = await empty();
    await migratePostgres(pool, [first, second]);
    await expect(missingIn(pool, migrations)).rejects.toThrow(MigrationChanged);
    await expect(migratePostgres(pool, migrations)).rejects.toThrow(CannotOpenDatabase);
  });
});
