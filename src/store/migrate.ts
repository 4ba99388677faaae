// Brings a SQLite file to the present schema: every migration once, in order, each whole or not at all.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { Database } from "better-sqlite3";

export interface Migration {
  name: string;
  sql: string;
}

/** A migration that was applied is not the one that stands here: this program and this database do not belong together. */
export class MigrationChanged extends Error {
  override readonly name = "MigrationChanged";
}

const folder = new URL("../../prisma/migrations/", import.meta.url);

/** The migrations of this program, oldest first. */
export async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = async (name: string): Promise<Migration> => ({
    name,
    sql: await readFile(new URL(`${name}/migration.sql`, folder), "utf8"),
  });
  return Promise.all(names.sort().map(read));
}

/**
 * Applies what is missing; several programs may do so at once.
 * @throws MigrationChanged when an applied one was edited since, or is unknown here (the database is newer).
 */
export function migrate(database: Database, migrations: Migration[]): void {
  database.exec("CREATE TABLE IF NOT EXISTS _migration (name TEXT PRIMARY KEY, checksum TEXT, at INTEGER) STRICT");
  // immediate: whoever comes second waits, and then sees that all is done.
  database.transaction(() => applyMissing(database, migrations)).immediate();
}

function applyMissing(database: Database, migrations: Migration[]): void {
  const rows = database.prepare<[], { name: string; checksum: string }>("SELECT name, checksum FROM _migration").all();
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const { name, sql } of migrations) {
    const checksum = createHash("sha256").update(sql).digest("hex");
    if (!applied.has(name)) apply(database, { name, sql, checksum });
    else if (applied.get(name) !== checksum)
      throw new MigrationChanged(`migration ${name} was changed after it was applied`);
    applied.delete(name);
  }
  for (const name of applied.keys()) throw new MigrationChanged(`migration ${name} is not known to this program`);
}

function apply(database: Database, { name, sql, checksum }: Migration & { checksum: string }): void {
  database.exec(sql);
  database.prepare("INSERT INTO _migration VALUES (?, ?, ?)").run(name, checksum, Date.now());
}
