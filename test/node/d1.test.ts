// The Worker's staff and records from a machine: the D1 that `wrangler dev` uses, opened through wrangler.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getPlatformProxy, unstable_splitSqlQuery as statements } from "wrangler";
import { d1FromHere } from "../../src/node/d1.ts";
import { staffCommand } from "../../src/staff.ts";
import type { D1 } from "../../src/store/d1.ts";
import { readMigrations } from "../../src/store/opening/migrations.ts";
import { book } from "../golden/golden.ts";
import { DATA_KEY } from "../golden/place.ts";

const folder = mkdtempSync(join(tmpdir(), "uketome-wrangler-"));

beforeAll(async () => {
  const proxy = await getPlatformProxy<{ DB: D1 }>({ configPath: "wrangler.toml", persist: { path: folder } });
  const { DB } = proxy.env;
  for (const { sql } of await readMigrations()) await DB.batch(statements(sql).map((one) => DB.prepare(one).bind()));
  await proxy.dispose();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function staff(...args: string[]): Promise<string[]> {
  const store = await d1FromHere("local", DATA_KEY, folder);
  const lines: string[] = [];
  const publicUrl = "https://uketome.example.workers.dev";
  const print = (line: string): void => void lines.push(line);
  try {
    await staffCommand(args, { store, office: book.office, publicUrl, now: Date.now, print });
    return lines;
  } finally {
    await store.close();
  }
}

it("makes the first account, and finds it the next time", async () => {
  const link = (await staff("add", "hanako", "花子", "--reporter")).at(-1);
  expect(link).toMatch(/^https:\/\/uketome\.example\.workers\.dev\/admin\/invite\/\S{40,}$/);
  expect(await staff("list")).toEqual(["hanako\t花子\t相談者も見られる\tパスワード未設定"]);
});
