// Starts the Worker in workerd with a D1 of its own that ends with it, and a local LINE for it to speak to.
import { fileURLToPath } from "node:url";
import { createTestHarness, experimental_readRawConfig } from "wrangler";
import { d1Store, type D1 } from "../../src/store/d1.ts";
import { servedLine } from "../golden/line.ts";
import { DATA_KEY, type Place } from "../golden/place.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The binding as wrangler hands it out. */
interface Database extends D1 {
  prepare(sql: string): ReturnType<D1["prepare"]> & { all(): Promise<{ results: unknown[] }> };
}

export async function startWorker(): Promise<Place> {
  const line = await servedLine();
  const { rawConfig } = experimental_readRawConfig({ config: `${root}/wrangler.toml` });
  const vars = {
    DATA_KEY,
    LINE_CHANNEL_SECRET: line.line.channelSecret,
    LINE_CHANNEL_ID: line.line.channelId,
    LINE_API_BASE_URL: line.url,
    LINE_DATA_API_BASE_URL: line.url,
  };
  const server = createTestHarness({
    root,
    workers: [{ config: { ...rawConfig, main: "test/worker/entry.ts", vars: { ...rawConfig.vars, ...vars } } }],
  });
  const { url } = await server.listen();
  const worker = server.getWorker<{ DB: Database }>();
  await worker.applyD1Migrations("DB");
  const db = (await worker.getEnv()).DB;
  return {
    url,
    line,
    store: d1Store({ db, dataKey: DATA_KEY }),
    rows: async (sql) => (await db.prepare(sql).all()).results,
    setAhead: async (ms) => void (await fetch(new URL(`/test/ahead/${Math.round(ms)}`, url))),
    sweep: async () => void (await worker.scheduled({ cron: "* * * * *", scheduledTime: new Date() })),
    log: () =>
      server
        .getLogs()
        .map(({ message }) => message)
        .join("\n"),
    close: async () => {
      await server.close();
      await line.close();
    },
  };
}
