// What SQL leads from the migrations to the schema, told by Prisma's own schema engine, without its binary.
import { readFile } from "node:fs/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { QueryResult } from "pg";
import { readMigrations } from "../src/store/opening/migrations.ts";

const FILTERS = { externalTables: [], externalEnums: [] };

/** A kind of database: where its schema and its migrations stand, and an empty database to try them on. */
export interface Kind {
  name: "sqlite" | "postgres";
  schema: URL;
  folder: string;
  provider: "sqlite" | "postgresql";
  shadow: SqlMigrationAwareDriverAdapterFactory;
}

export const sqlite = (): Kind => ({
  name: "sqlite",
  schema: new URL("../prisma/schema.prisma", import.meta.url),
  folder: "prisma/migrations",
  provider: "sqlite",
  shadow: new WholeFiles({ url: ":memory:" }),
});

/** @param url of an empty database */
export const postgres = (url: string): Kind => ({
  name: "postgres",
  schema: new URL("../prisma/generated/postgres.prisma", import.meta.url),
  folder: "prisma/postgres",
  provider: "postgresql",
  shadow: new KnownTypes(url),
});

/** The SQL that is missing, or "" where the migrations say what the schema says. */
export async function schemaDiff(kind: Kind): Promise<string> {
  const content = await readFile(kind.schema, "utf8");
  const differ = await schemaEngine([["schema.prisma", content]], kind.shadow);
  const { stdout } = await differ.diff({
    from: { tag: "migrations", ...(await asList(kind)) },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] },
    script: true,
    exitCode: null,
    filters: FILTERS,
  });
  return isEmpty(stdout) ? "" : (stdout ?? "");
}

const isEmpty = (sql: string | null): boolean => (sql ?? "").replaceAll(/^--.*$/gm, "").trim() === "";

async function asList({ name, folder, provider }: Kind): Promise<MigrationList> {
  const migrations = await readMigrations(name);
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: `provider = "${provider}"\n` },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map((one) => ({
      path: one.name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: one.sql } },
    })),
  };
}

async function schemaEngine(datamodels: [string, string][], shadow: Kind["shadow"]): Promise<SchemaEngine> {
  const { SchemaEngine } = await engine();
  return SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(shadow));
}

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");
let loaded: Promise<Bindings> | undefined;
/** Once a process: the bindings remember the memory of the engine they were first given. */
const engine = (): Promise<Bindings> => (loaded ??= load());

/* oxlint-disable no-underscore-dangle -- the names are wasm-bindgen's */
/** The engine as WebAssembly: its binary would have to be downloaded. Loaded by hand, because Node does not import .wasm. */
async function load(): Promise<Bindings> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const imports = { "./schema_engine_bg.js": bindings } as unknown as WebAssembly.Imports;
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), imports);
  const exports = instance.exports as unknown as { __wbindgen_start: () => void };
  (bindings as unknown as { __wbg_set_wasm: (wasm: unknown) => void }).__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  return bindings;
}

/** The engine hands over a migration as one statement; better-sqlite3 takes many only as a script. */
class WholeFiles extends PrismaBetterSqlite3 {
  override async connectToShadowDb(): ReturnType<PrismaBetterSqlite3["connectToShadowDb"]> {
    const adapter = await super.connectToShadowDb();
    const one = adapter.executeRaw.bind(adapter);
    adapter.executeRaw = (query) =>
      query.args.length > 0 ? one(query) : adapter.executeScript(query.sql).then(() => 0);
    return adapter;
  }
}

/** PostgreSQL's code for its one-letter type, which its catalogue uses and Prisma's adapter cannot read; and for text. */
const [LETTER, TEXT] = [18, 25];

/** The database is a fresh one already; the adapter's own way to make one does not find its way back. */
class KnownTypes extends PrismaPg {
  override async connectToShadowDb(): ReturnType<PrismaPg["connectToShadowDb"]> {
    const adapter = await this.connect();
    const pool = adapter.underlyingDriver();
    const [ask, read] = [pool.query.bind(pool) as Ask, adapter.queryRaw.bind(adapter)];
    let letters: boolean[] = [];
    const query: Ask = async (...asked) => {
      const result = await ask(...asked);
      letters = (result.fields ?? []).map((field) => field.dataTypeID === LETTER);
      for (const field of result.fields ?? []) if (field.dataTypeID === LETTER) field.dataTypeID = TEXT;
      return result;
    };
    Object.assign(pool, { query });
    adapter.queryRaw = async (asked) => {
      const set = await read(asked);
      const columnTypes = set.columnTypes.map((type, n) => (letters[n] ? ColumnTypeEnum.Character : type));
      return { ...set, columnTypes };
    };
    return adapter;
  }
}

type Ask = (...query: unknown[]) => Promise<QueryResult>;
