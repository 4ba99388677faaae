// `npm run migrate`: brings a PostgreSQL database to this version of the program, before the program is started on it.
import { readConfig, SettingsProblem } from "../config.ts";
import { isPostgres } from "../node/open.ts";
import { plainly } from "../node/plainly.ts";
import { migratePostgres } from "../store/opening/migrate-postgres.ts";
import { readMigrations } from "../store/opening/migrations.ts";
import { postgresPool } from "../store/postgres/pool.ts";

await plainly(async () => {
  const { databaseUrl } = readConfig(process.env);
  if (!isPostgres(databaseUrl))
    throw new SettingsProblem(
      "DATABASE_URL: npm run migrate は PostgreSQL（postgresql://…）で使います。SQLiteは起動のときに自動で新しくなり、D1は npx wrangler d1 migrations apply DB で新しくします。",
    );
  const pool = postgresPool(databaseUrl, "operator's");
  try {
    for (const line of told(await migratePostgres(pool, await readMigrations("postgres")))) console.log(line);
  } finally {
    await pool.end();
  }
});

// --- internal ---

function told(names: string[]): string[] {
  return names.length === 0
    ? ["データベースは、もうこの版になっています。"]
    : names.map((name) => `${name} を行いました。`);
}
