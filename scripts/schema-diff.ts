// What SQL leads from the migrations to the schema, told by Prisma's own schema engine, without its binary.
import { readFile } from "node:fs/promises";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { readMigrations } from "../src/store/migrate.ts";

const FILTERS = { externalTables: [], externalEnums: [] };
const schemaFile = new URL("../prisma/schema.prisma", import.meta.url);

/** The SQL that is missing, or "" where the migrations say what the schema says. */
export async function schemaDiff(): Promise<string> {
  const content = await readFile(schemaFile, "utf8");
  const files = [{ path: "schema.prisma", content }];
  const engine = await schemaEngine([["schema.prisma", content]]);
  const { stdout } = await engine.diff({
    from: { tag: "migrations", ...(await asList()) },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: FILTERS,
  });
  return isEmpty(stdout) ? "" : (stdout ?? "");
}

const isEmpty = (sql: string | null): boolean => (sql ?? "").replaceAll(/^--.*$/gm, "").trim() === "";

async function asList(): Promise<MigrationList> {
  const migrations = await readMigrations();
  return {
    baseDir: "prisma/migrations",
    lockfile: { path: "migration_lock.toml", content: 'provider = "sqlite"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/* oxlint-disable no-underscore-dangle -- the names are wasm-bindgen's */
/** The engine as WebAssembly: its binary would have to be downloaded. Loaded by hand, because Node does not import .wasm. */
async function schemaEngine(datamodels: [string, string][]): Promise<SchemaEngine> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const imports = { "./schema_engine_bg.js": bindings } as unknown as WebAssembly.Imports;
  const { instance } = await WebAssembly.instantiate(await readFile(wasm), imports);
  const exports = instance.exports as unknown as { __wbindgen_start: () => void };
  (bindings as unknown as { __wbg_set_wasm: (wasm: unknown) => void }).__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  const database = bindMigrationAwareSqlAdapterFactory(new WholeFiles({ url: ":memory:" }));
  return bindings.SchemaEngine.new({ datamodels }, () => {}, database);
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
