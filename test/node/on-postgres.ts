// The program's data in a PostgreSQL of its own, brought to the present schema as an operator does it.
import { once } from "node:events";
import { Pool } from "pg";
import { postgresServer, type PostgresServer } from "../../scripts/postgres-server.ts";
import { postgresStore } from "../../src/store/postgres.ts";
import { DATA_KEY } from "../golden/place.ts";
import { heard, program, type Kept } from "./start.ts";

export async function onPostgres(): Promise<Kept & { server: PostgresServer }> {
  const server = await postgresServer();
  const databaseUrl = await server.fresh();
  await migrated(databaseUrl);
  return {
    server,
    databaseUrl,
    async beside() {
      const store = await postgresStore({ url: databaseUrl, dataKey: DATA_KEY });
      const reader = new Pool({ connectionString: databaseUrl }).on("error", () => {});
      const close = (): Promise<void> => store.close().then(() => reader.end());
      return { store, rows: async (sql) => (await reader.query<object>(sql)).rows, close };
    },
    close: () => server.close(),
  };
}

/** `npm run migrate`; what it said. */
export async function migrated(databaseUrl: string): Promise<string> {
  const child = program("src/database/migrate.ts", { DATABASE_URL: databaseUrl });
  const said = heard(child);
  await once(child, "close");
  if (child.exitCode !== 0) throw new Error(said());
  return said();
}
