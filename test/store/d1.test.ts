// D1: the same contract, on the real engine (workerd) with the migrations that wrangler applies.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getPlatformProxy } from "wrangler";
import type { D1 } from "../../src/store/d1.ts";
import { d1Store } from "../../src/store/d1.ts";
import { WrongDataKey } from "../../src/store/seal.ts";
import { storeContract } from "./contract.ts";

const folder = mkdtempSync(join(tmpdir(), "uketome-d1-"));
const dataKey = Buffer.alloc(32, 7).toString("base64");
const TABLES = "Talk Intake Message Entry Media MediaChunk Staff Session Invitation Failure Gone Mark".split(" ");
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

test("another DATA_KEY is told before anything is read or written", async () => {
  await (await fresh()).ping();
  const other = d1Store({ db: proxy.env.DB, dataKey: Buffer.alloc(32, 8).toString("base64") });
  await expect(other.talks.load(["k1"], [])).rejects.toThrow(WrongDataKey);
  await expect(other.staff.byLogin("aoba", "hanako")).rejects.toThrow(WrongDataKey);
});
