// `npm run move -- --from file:PATH --to postgresql://…`: moves an office from SQLite to PostgreSQL.
import { parseArgs } from "node:util";
import { readConfig, SettingsProblem } from "../config.ts";
import { isPostgres } from "../node/open.ts";
import { plainly } from "../node/plainly.ts";
import { moveToPostgres, type Moved } from "../store/postgres/move.ts";

await plainly(async () => {
  const { file, url, dataKey } = asked(process.argv.slice(2));
  const told = ({ table, from, to }: Moved): void => console.log(`${table}\t${from}\t${to}`);
  console.log("表\t元の数\t移した数");
  await moveToPostgres({ file, url, dataKey, told });
  console.log("移し終わりました。DATABASE_URL を --to のアドレスにして、同じ DATA_KEY で起動してください。");
});

// --- internal ---

/** The target may stand in DATABASE_URL, out of sight of who looks at the running commands. */
function asked(args: string[]): { file: string; url: string; dataKey: string } {
  const config = readConfig(process.env);
  const { values } = parseArgs({ args, options: { from: { type: "string" }, to: { type: "string" } } });
  const { from = "", to = config.databaseUrl } = values;
  if (!from.startsWith("file:") || !isPostgres(to))
    throw new SettingsProblem(
      "npm run move -- --from file:data/uketome.sqlite --to postgresql://… のように打ってください。",
    );
  if (config.dataKey === null) throw new SettingsProblem("DATA_KEY: いまのデータベースと同じ鍵を書いてください。");
  return { file: from.replace(/^file:/, ""), url: to, dataKey: config.dataKey };
}
