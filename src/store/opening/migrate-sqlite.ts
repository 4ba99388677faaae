// Brings a SQLite file to the present schema: every migration once, in order, each whole or not at all.
import type { Database } from "better-sqlite3";
import { missing, type Applied, type Migration } from "./migrations.ts";

/** Applies what is missing; several programs may do so at once. @throws MigrationChanged */
export function migrate(database: Database, migrations: Migration[]): void {
  database.exec("CREATE TABLE IF NOT EXISTS _migration (name TEXT PRIMARY KEY, checksum TEXT, at INTEGER) STRICT");
  // immediate: whoever comes second waits, and then sees that all is done.
  database.transaction(() => applyMissing(database, migrations)).immediate();
}

function applyMissing(database: Database, migrations: Migration[]): void {
  const applied = database.prepare<[], Applied>("SELECT name, checksum FROM _migration").all();
  for (const { name, sql, checksum } of missing(migrations, applied)) {
    database.exec(sql);
    database.prepare("INSERT INTO _migration VALUES (?, ?, ?)").run(name, checksum, Date.now());
  }
}
