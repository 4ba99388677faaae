// The Worker in workerd with a D1 of its own that ends with it, and an R2 where asked for.
import { fileURLToPath } from "node:url";
import { createTestHarness, experimental_readRawConfig } from "wrangler";
import type { Bucket } from "../../src/store/chunks/bucket.ts";
import type { D1 } from "../../src/store/d1.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const BUCKET = { r2_buckets: [{ binding: "MEDIA", bucket_name: "uketome-media" }] };

/** The bindings as wrangler hands them out. */
interface Env {
  DB: Database;
  MEDIA: Bucket;
}
interface Database extends D1 {
  prepare(sql: string): ReturnType<D1["prepare"]> & { all(): Promise<{ results: unknown[] }> };
}

/** @param vars variables and secrets, over those of wrangler.toml */
export async function servedWorker(vars: Record<string, string>, withBucket: boolean) {
  const { rawConfig } = experimental_readRawConfig({ config: `${root}/wrangler.toml` });
  const config = { ...rawConfig, ...(withBucket && BUCKET), main: "test/worker/entry.ts" };
  const server = createTestHarness({
    root,
    workers: [{ config: { ...config, vars: { ...rawConfig.vars, ...vars } } }],
  });
  const { url } = await server.listen();
  const worker = server.getWorker<Env>();
  await worker.applyD1Migrations("DB");
  return {
    url,
    env: await worker.getEnv(),
    cron: async (cron: string, scheduledTime = new Date()) => void (await worker.scheduled({ cron, scheduledTime })),
    log: () =>
      server
        .getLogs()
        .map(({ message }) => message)
        .join("\n"),
    close: () => server.close(),
  };
}
