// Starts the Worker in workerd with a database of its own, and a local LINE for it to speak to.
import type { Bucket } from "../../src/store/chunks/bucket.ts";
import { d1Store } from "../../src/store/d1.ts";
import { servedLine } from "../golden/line.ts";
import { DATA_KEY, type Place } from "../golden/place.ts";
import { servedWorker } from "./served.ts";

export interface WorkerPlace extends Place {
  bucket: Bucket | undefined;
  /** Lets the cron ring for what is done every night. */
  night(at: Date): Promise<void>;
}

export async function startWorker(withBucket = false): Promise<WorkerPlace> {
  const line = await servedLine();
  const vars = {
    DATA_KEY,
    LINE_CHANNEL_SECRET: line.line.channelSecret,
    LINE_CHANNEL_ID: line.line.channelId,
    LINE_API_BASE_URL: line.url,
    LINE_DATA_API_BASE_URL: line.url,
  };
  const worker = await servedWorker(vars, withBucket);
  const { DB: db, MEDIA } = worker.env;
  const bucket = withBucket ? MEDIA : undefined;
  return {
    url: worker.url,
    line,
    store: d1Store({ db, dataKey: DATA_KEY, bucket }),
    bucket,
    rows: async (sql) => (await db.prepare(sql).all()).results,
    setAhead: async (ms) => void (await fetch(new URL(`/test/ahead/${Math.round(ms)}`, worker.url))),
    sweep: () => worker.cron("* * * * *"),
    night: (at) => worker.cron("0 18 * * *", at),
    log: worker.log,
    close: async () => {
      await worker.close();
      await line.close();
    },
  };
}
