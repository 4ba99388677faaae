// What a run stands on: a SQLite file or a PostgreSQL server of its own, how it fails for real, and what is left in it.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { onPostgres } from "../node/on-postgres.ts";
import { onSqlite, type Kept, type NodePlace } from "../node/start.ts";

export type GroundName = "SQLite" | "PostgreSQL";

export interface Ground extends Kept {
  name: GroundName;
  /** Nobody can write any more; gives the way back. SQLite: another program holds the file. PostgreSQL: the server dies. */
  fail(): Promise<() => Promise<void>>;
  /** What the database itself says is wrong with it. */
  broken(): Promise<string[]>;
  /** Which of these stand somewhere in it as they are. */
  inClear(secrets: string[], rows: NodePlace["rows"]): Promise<string[]>;
}

export const groundOf = (name: GroundName): Promise<Ground> => (name === "SQLite" ? sqlite() : postgres());

// --- helpers ---

async function sqlite(): Promise<Ground> {
  const kept = onSqlite();
  const file = kept.databaseUrl.replace(/^file:/, "");
  return {
    ...kept,
    name: "SQLite",
    async fail() {
      const other = new Database(file);
      other.exec("BEGIN IMMEDIATE");
      return async () => void other.exec("ROLLBACK").close();
    },
    async broken() {
      const database = new Database(file, { readonly: true });
      const told = database.pragma("integrity_check", { simple: true });
      database.close();
      return told === "ok" ? [] : [`integrity_check: ${String(told)}`];
    },
    async inClear(secrets) {
      const folder = dirname(file);
      const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
      return secrets.filter((secret) => files.some((bytes) => bytes.includes(secret)));
    },
  };
}

const TABLES = ["Talk", "Unheard", "Intake", "Message", "Entry", "Media", "Gone", "Staff"];

async function postgres(): Promise<Ground> {
  const kept = await onPostgres();
  return {
    ...kept,
    name: "PostgreSQL",
    async fail() {
      await kept.server.crash();
      return () => kept.server.start();
    },
    broken: async () => [],
    async inClear(secrets, rows) {
      const all = await Promise.all(TABLES.map((table) => rows(`SELECT * FROM "${table}"`)));
      const text = JSON.stringify(all, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
      return secrets.filter((secret) => text.includes(secret));
    },
  };
}
