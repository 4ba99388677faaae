// `npm run backup -- FILE`: a copy of the SQLite database, also while the program runs.
import { readConfig, SettingsProblem } from "../config.ts";
import { plainly } from "../node/plainly.ts";
import { backUp } from "../store/sqlite/backup.ts";

await plainly(async () => {
  const { databaseUrl } = readConfig(process.env);
  const to = process.argv[2];
  if (!databaseUrl.startsWith("file:"))
    throw new SettingsProblem(
      "DATABASE_URL: npm run backup は SQLite で使います。PostgreSQLは pg_dump、D1は npx wrangler d1 export で控えてください。",
    );
  if (to === undefined) throw new SettingsProblem("npm run backup -- /backup/uketome.sqlite のように打ってください。");
  const { records, messages, bytes } = await backUp(databaseUrl.replace(/^file:/, ""), to);
  console.log(`控えました: ${to}（受付票 ${records}、ことば ${messages}、${(bytes / 1024 / 1024).toFixed(1)} MiB）`);
  console.log("読むには DATA_KEY が要ります。鍵は、この控えとは別の場所に残してください。");
});
