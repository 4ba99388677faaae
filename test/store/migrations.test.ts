// The migrations: they say what the schema says, are applied once, and are never changed afterwards.
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { postgresServer } from "../../scripts/postgres-server.ts";
import { postgres, schemaDiff, sqlite } from "../../scripts/schema-diff.ts";
import { migrate } from "../../src/store/opening/migrate-sqlite.ts";
import { MigrationChanged, readMigrations } from "../../src/store/opening/migrations.ts";

const first = { name: "1_first", sql: "CREATE TABLE a (id TEXT); CREATE TABLE b (id TEXT);" };
const second = { name: "2_second", sql: "ALTER TABLE a ADD COLUMN more TEXT;" };
const tables = (database: Database.Database): unknown[] =>
  database.prepare("SELECT name FROM sqlite_schema WHERE name IN ('a', 'b') ORDER BY name").pluck().all();

test("the migrations together say what the schema says", async () => {
  expect((await readMigrations()).length).toBeGreaterThan(0);
  expect(await schemaDiff(sqlite())).toBe("");
});

test("PostgreSQL's too, and each stands beside one of SQLite's", async () => {
  const server = await postgresServer();
  try {
    expect(await schemaDiff(postgres(await server.fresh()))).toBe("");
  } finally {
    await server.close();
  }
  const names = async (kind: "sqlite" | "postgres") => (await readMigrations(kind)).map(({ name }) => name);
  expect(await names("postgres")).toEqual(await names("sqlite"));
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
