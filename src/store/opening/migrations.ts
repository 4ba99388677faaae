// The migrations of this program, and which of them a database has not had yet.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";

export interface Migration {
  name: string;
  sql: string;
}

/** What a database remembers of a migration: a row of its table `_migration`. */
export interface Applied {
  name: string;
  checksum: string;
}

/** A migration that was applied is not the one that stands here: this program and this database do not belong together. */
export class MigrationChanged extends Error {
  override readonly name = "MigrationChanged";
}

/** The database cannot be reached or opened, is none, or belongs to another version of the program. */
export class CannotOpenDatabase extends Error {
  override readonly name = "CannotOpenDatabase";
}

const FOLDERS = {
  sqlite: new URL("../../../prisma/migrations/", import.meta.url),
  postgres: new URL("../../../prisma/postgres/", import.meta.url),
};

/** Oldest first. SQLite's are D1's too. */
export async function readMigrations(database: keyof typeof FOLDERS = "sqlite"): Promise<Migration[]> {
  const folder = FOLDERS[database];
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = async (name: string): Promise<Migration> => ({
    name,
    sql: await readFile(new URL(`${name}/migration.sql`, folder), "utf8"),
  });
  return Promise.all(names.sort().map(read));
}

/**
 * What must still be applied, in order.
 * @throws MigrationChanged when an applied one was edited since, or is unknown here (the database is newer).
 */
export function missing(migrations: Migration[], rows: Applied[]): (Migration & Applied)[] {
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  const known = migrations.map((one) => ({ ...one, checksum: createHash("sha256").update(one.sql).digest("hex") }));
  for (const { name, checksum } of known)
    if (applied.has(name) && applied.get(name) !== checksum)
      throw new MigrationChanged(`移行 ${name} の中身が、入れたときと変わっています`);
  const unknown = [...applied.keys()].find((name) => !known.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new MigrationChanged(
      `データベースが、このプログラムより新しい版のものです。${unknown} を知る版に上げてください`,
    );
  return known.filter(({ name }) => !applied.has(name));
}
