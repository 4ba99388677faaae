// `npm run migration -- NAME`: writes what the schema has and the migrations have not as a new SQL file.
import { mkdir, writeFile } from "node:fs/promises";
import { schemaDiff } from "./schema-diff.ts";

const name = (process.argv[2] ?? "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
if (name === "") stop("How is the migration called? npm run migration -- NAME");

const sql = await schemaDiff();
if (sql === "") stop("The migrations already say what the schema says.", 0);

const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
const folder = new URL(`../prisma/migrations/${stamp}_${name}/`, import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL("migration.sql", folder), sql);
console.log(`prisma/migrations/${stamp}_${name}/migration.sql`);

function stop(line: string, code = 1): never {
  console.error(line);
  process.exit(code);
}
