// The door for those who watch the program: /healthz, /readyz and /metrics. Codes and counts, nothing of anybody.
import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import type { Store } from "../ports.ts";
import { backlogOf, type Backlog } from "./backlog.ts";
import { inTime, overtaken, remembered } from "./remembered.ts";

export interface WatchOptions {
  store: Pick<Store, "talks" | "ping" | "touch">;
  line: LineStanding;
  now: () => number;
  /** null where nobody measures (METRICS_TOKEN unset, Workers): there is no such page then. */
  metrics: Metrics | null;
}

/** `line/` answers it. */
export interface LineStanding {
  token(): Promise<"ok" | "refused" | "unreachable">;
  quotaLeft(): Promise<number | null>;
}

export interface Metrics {
  /** Whoever asks must bring it: `Authorization: Bearer …`. */
  token: string;
  contentType: string;
  text(gauges: Gauges): Promise<string>;
}

export interface Gauges {
  /** null where the database does not tell. */
  backlog: Backlog | null;
  quotaLeft: number | null;
}

/** So long what LINE said of the token and of the quota is taken for true (ms): probes come every few seconds. */
const [TOKEN_MS, QUOTA_MS] = [60_000, 600_000];

/** And so long what waits, for /readyz: anybody may ask, and to see it up to two hundred talks are read and opened. */
const BACKLOG_MS = 1000;

/** And so long whether anything can be written: that waits for the disk. */
export const WRITTEN_MS = 10_000;

/** So long LINE and the database may take to answer (ms): who watches gives up after a few seconds, and learns nothing. */
const [LINE_WAIT_MS, DATABASE_WAIT_MS] = [1000, 5000];

/**
 * /healthz: is the process alive and its database readable. /readyz: should it be given work; a database that is down or
 * takes nothing, or a token that LINE refuses, says no. That LINE cannot be reached, or words wait, is told and says yes:
 * events are kept meanwhile, and turning them away would lose what keeping them saves.
 */
export function watch({ store, line, now, metrics }: WatchOptions): Hono {
  const token = remembered(TOKEN_MS, now, () => overtaken(LINE_WAIT_MS, line.token(), "unreachable"));
  const quota = remembered(QUOTA_MS, now, () => overtaken(LINE_WAIT_MS, line.quotaLeft(), null));
  const waits = remembered(BACKLOG_MS, now, () => backlogOf(store, now()));
  const written = remembered(WRITTEN_MS, now, () => isWritable(store));
  const app = new Hono();
  app.get("/healthz", async (c) => {
    await store.ping();
    return c.json({ ok: true });
  });
  app.get("/readyz", async (c) => {
    const waiting = inTime(DATABASE_WAIT_MS, waits(), null);
    const [backlog, takes, standing] = await Promise.all([waiting, written(), token().told]);
    const database = backlog === null ? "down" : takes ? "ok" : "read-only";
    const ready = database === "ok" && standing !== "refused";
    const oldest = backlog === null ? null : Math.round(backlog.oldestMs / 1000);
    const told = { ready, database, line: standing, oldestUnsentSeconds: oldest };
    return c.json(told, ready ? 200 : 503);
  });
  app.get("/metrics", async (c) => {
    if (metrics === null) return c.notFound();
    if (!isBearer(c.req.header("authorization"), metrics.token))
      return c.text("unauthorized", 401, { "www-authenticate": "Bearer" });
    const backlogRead = inTime(DATABASE_WAIT_MS, backlogOf(store, now()), null);
    const [backlog, quotaLeft] = await Promise.all([backlogRead, quota().told]);
    return c.body(await metrics.text({ backlog, quotaLeft }), 200, { "content-type": metrics.contentType });
  });
  return app;
}

// --- internal ---

/** A full disk is read as well as ever, and takes nobody's words. */
const isWritable = (store: Pick<Store, "touch">): Promise<boolean> =>
  inTime(
    DATABASE_WAIT_MS,
    store.touch().then(() => true),
    false,
  );

/** Compared as hashes, so that the time it takes tells nothing, not even the length. */
function isBearer(header: string | undefined, token: string): boolean {
  const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(header ?? ""), hash(`Bearer ${token}`));
}
