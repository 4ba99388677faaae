// `npm run migration -- NAME`: writes what the schema has and the migrations have not as new SQL files, one a database.
import { mkdir, writeFile } from "node:fs/promises";
import { postgresServer } from "./postgres-server.ts";
import { postgres, schemaDiff, sqlite, type Kind } from "./schema-diff.ts";

const name = (process.argv[2] ?? "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
if (name === "") stop("How is the migration called? npm run migration -- NAME");

const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
const server = await postgresServer();
try {
  await write(sqlite(), (sql) => sql);
  await write(postgres(await server.fresh()), inBytes);
} finally {
  await server.close();
}

async function write(kind: Kind, finish: (sql: string) => string): Promise<void> {
  const sql = await schemaDiff(kind);
  if (sql === "") return console.log(`${kind.folder}: the migrations already say what the schema says.`);
  const folder = `${kind.folder}/${stamp}_${name}`;
  const place = new URL(`../${folder}/`, import.meta.url);
  await mkdir(place, { recursive: true });
  await writeFile(new URL("migration.sql", place), finish(sql));
  console.log(`${folder}/migration.sql`);
}

/** Texts are ids and codes, compared byte by byte as SQLite does: no index then depends on the machine's language. */
function inBytes(sql: string): string {
  return sql.replaceAll(/^(\s+"\w+"|ALTER TABLE "\w+" ADD COLUMN\s+"\w+") TEXT\b/gm, '$1 TEXT COLLATE "C"');
}

function stop(line: string, code = 1): never {
  console.error(line);
  process.exit(code);
}
