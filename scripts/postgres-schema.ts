// Writes PostgreSQL's Prisma schema from the one schema: the same models, another provider and one client.
import { mkdir, readFile, writeFile } from "node:fs/promises";

const from = new URL("../prisma/schema.prisma", import.meta.url);
const to = new URL("../prisma/generated/postgres.prisma", import.meta.url);

await mkdir(new URL(".", to), { recursive: true });
await writeFile(to, postgresSchema(await readFile(from, "utf8")));

// --- internal ---

/** @throws Error where the one schema no longer looks as expected */
function postgresSchema(schema: string): string {
  const models = schema.split(/^datasource db \{[^}]*\}\n/m)[1];
  if (models === undefined) throw new Error("prisma/schema.prisma: the models must stand after `datasource db`");
  return `// Written by scripts/postgres-schema.ts from prisma/schema.prisma: change that one.

generator postgres {
  provider = "prisma-client"
  output   = "../../src/store/generated/postgres"
  runtime  = "nodejs"
}

datasource db {
  provider = "postgresql"
}
${models}`;
}
