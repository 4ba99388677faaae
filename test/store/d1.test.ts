// D1: the same contract, on the real engine (workerd) with the migrations that wrangler applies.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getPlatformProxy } from "wrangler";
import type { D1 } from "../../src/store/d1.ts";
import { d1Store } from "../../src/store/d1.ts";
import { readMigrations } from "../../src/store/opening/migrations.ts";
import { sealer, WrongDataKey } from "../../src/store/seal.ts";
import { insertOf, rowsBefore, wentOn } from "./before.ts";
import { damaged } from "./damaged.ts";
import { storeContract } from "./contract.ts";
import { leftContract } from "./contract/media.ts";

const folder = mkdtempSync(join(tmpdir(), "uketome-d1-"));
const dataKey = Buffer.alloc(32, 7).toString("base64");
const TABLES = "Talk Unheard Intake Message Entry Media MediaChunk Staff Session Invitation Failure Gone Mark".split(
  " ",
);
let proxy: Awaited<ReturnType<typeof getPlatformProxy<{ DB: D1 }>>>;

beforeAll(async () => {
  const command = ["wrangler", "d1", "migrations", "apply", "DB", "--local", "--persist-to", folder];
  execFileSync("npx", command, { env: { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false" } });
  proxy = await getPlatformProxy<{ DB: D1 }>({ configPath: "wrangler.toml", persist: { path: join(folder, "v3") } });
});

afterAll(async () => {
  await proxy.dispose();
  rmSync(folder, { recursive: true });
});

async function fresh(key = dataKey) {
  const { DB } = proxy.env;
  await DB.batch(TABLES.map((table) => DB.prepare(`DELETE FROM "${table}"`).bind()));
  return d1Store({ db: DB, dataKey: key });
}

storeContract("d1", fresh);
leftContract(fresh);

test("a database full of the version before is brought on whole, and goes on", async () => {
  const { DB } = proxy.env;
  const all = async (texts: string[]) => void (await DB.batch(texts.map((text) => DB.prepare(text).bind())));
  const [first, ...rest] = await readMigrations();
  await all(TABLES.map((table) => `DROP TABLE "${table}"`));
  await all(statementsOf(first?.sql ?? ""));
  for (const [table, rows] of Object.entries(rowsBefore(sealer(dataKey))))
    await DB.batch(rows.map((row) => DB.prepare(insertOf(table, row)).bind(...(Object.values(row) as string[]))));
  for (const { sql } of rest) await all(statementsOf(sql));
  await wentOn(d1Store({ db: DB, dataKey }));
});

test("a talk that was damaged holds up nobody, and its person is heard anew", async () => {
  await damaged(await fresh(), async (sql) => void (await proxy.env.DB.batch([proxy.env.DB.prepare(sql).bind()])));
});

/** D1 takes one statement at a time. */
const statementsOf = (sql: string): string[] =>
  sql
    .replaceAll(/^--.*$/gm, "")
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");

test("another DATA_KEY is told before anything is read or written", async () => {
  await (await fresh()).ping();
  const other = d1Store({ db: proxy.env.DB, dataKey: Buffer.alloc(32, 8).toString("base64") });
  await expect(other.talks.load(["k1"], [])).rejects.toThrow(WrongDataKey);
  await expect(other.talks.keep([])).rejects.toThrow(WrongDataKey);
  await expect(other.touch()).rejects.toThrow(WrongDataKey);
  await expect(other.staff.byLogin("aoba", "hanako")).rejects.toThrow(WrongDataKey);
});
