// The entrance on Cloudflare Workers: the same program with D1. Settings are the Worker's variables and secrets.
import { app } from "./app.ts";
import { readBook, type Book } from "./book/book.ts";
import { packedFiles } from "./book/packed/files.ts";
import { BookMistakes } from "./book/mistakes.ts";
import { readConfig, SettingsProblem, type Config } from "./config.ts";
import { openDesk, type Desk } from "./desk.ts";
import { unmade, type Making } from "./flow/flow.ts";
import { makeAll } from "./flow/listen/ear/gradual.ts";
import { tidied } from "./jobs/tidy.ts";
import { lineClient } from "./line/client.ts";
import { lineWatch, type LineWatch } from "./line/call/watch.ts";
import { webhookPager } from "./line/pager.ts";
import { fixedToken, statelessTokens, type HeldToken, type TokenSource } from "./line/token.ts";
import type { Log, Store } from "./ports.ts";
import type { Bucket } from "./store/chunks/bucket.ts";
import { d1Store, type D1 } from "./store/d1.ts";
import { sealer } from "./store/seal.ts";
import { WRITTEN_MS } from "./watch/watch.ts";

/** Variables, secrets, the D1 binding of wrangler.toml, and the R2 binding where there is one. */
export type Env = { DB: D1; MEDIA?: Bucket } & Record<string, unknown>;

interface Scheduled {
  /** Which of wrangler.toml's. */
  cron: string;
  scheduledTime: number;
}
/** 03:00 in Japan. */
const EVERY_NIGHT = "0 18 * * *";

interface Context {
  waitUntil(work: Promise<unknown>): void;
}

export default {
  async fetch(request: Request, env: Env, context: Context): Promise<Response> {
    try {
      const { config, line, book, store, desk, standing } = open(env);
      const door = app({
        store,
        desk,
        office: book.office,
        flow: book.flow,
        hotlines: book.hotlines,
        reviews: book.reviews,
        secrets: line.secrets,
        publicUrl: config.publicUrl ?? new URL(request.url).origin,
        alertsReady: config.alertWebhookUrl !== null,
        trial: null,
        now,
        background: (work) => context.waitUntil(work),
        log,
        line: standing,
        metrics: null,
      });
      return await door.fetch(request);
    } catch (error) {
      return notReady(error);
    }
  },
  /** Every minute: words not sent yet, talks that went quiet, alerts. */
  async scheduled({ cron, scheduledTime }: Scheduled, env: Env): Promise<void> {
    try {
      if (cron === EVERY_NIGHT) await tidied(open(env).store.media, scheduledTime, log);
      else await open(env).desk.sweep();
    } catch (error) {
      tell(error, "could not look for due work");
    }
  },
};

// --- internal ---

/**
 * Every call to LINE and to the people on duty ends after so long (ms). Three tries and their pauses then end inside the
 * 30 seconds that work may go on behind an answer, so that how they ended is still written down.
 * https://developers.cloudflare.com/workers/runtime-apis/context/#waituntil
 */
const TIMEOUT_MS = 7_000;

const now = (): number => Date.now();

type Line = NonNullable<Config["line"]>;

/** What is only read, or plain values: safe to share between requests. */
interface Told {
  config: Config;
  line: Line;
  dataKey: string;
  book: Book;
  token: HeldToken;
  keyCheck: { done: boolean };
  /** Until when (ms) D1 need not be asked again whether it can be written. */
  written: { until: number };
}

interface Opened extends Told {
  store: Store;
  desk: Desk;
  standing: LineWatch;
}

/** Anew for each request: Workers let no request wait for another's connection. */
function open(env: Env): Opened {
  const kept = told(env);
  const { config, line, dataKey, book, keyCheck } = kept;
  const store = seldomTouched(kept, d1Store({ db: env.DB, dataKey, keyCheck, bucket: env.MEDIA }));
  const way = { ...line, token: tokens(kept), timeoutMs: TIMEOUT_MS, log, now };
  const desk = openDesk({
    ...book,
    store,
    channel: lineClient(way),
    pager: config.alertWebhookUrl === null ? null : webhookPager(config.alertWebhookUrl, TIMEOUT_MS),
    keyOf: sealer(dataKey).lookup,
    now,
    newId: () => crypto.randomUUID(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    log,
    unready: (words) => readying(unmade(book.flow, words)),
  });
  return { ...kept, store, desk, standing: lineWatch(way) };
}

/** So many steps, a few milliseconds, at a time: the clock of a Worker stands still while it reckons. */
const STEPS = 20;

/** What one request makes of a language stays made for the next. */
function readying(wanted: Making[]): (() => Promise<void>) | null {
  if (wanted.length === 0) return null;
  let n = 0;
  const slice = () => () => (n += 1) % STEPS === 0;
  return () => makeAll(wanted, slice, () => new Promise((go) => setTimeout(go, 0)));
}

/** Each request is a hall of its own, which remembers nothing of /readyz, and D1 counts what is written in a day. */
const seldomTouched = ({ written }: Told, store: Store): Store => ({
  ...store,
  async touch() {
    if (now() < written.until) return;
    await store.touch();
    written.until = now() + WRITTEN_MS;
  },
});

let kept: Told | undefined;

/** @throws SettingsProblem, BookMistakes */
function told(env: Env): Told {
  if (kept) return kept;
  const texts = Object.entries(env).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  const config = readConfig(Object.fromEntries(texts));
  const { line, dataKey, office } = config;
  if (line === null || dataKey === null)
    throw new SettingsProblem("LINE_CHANNEL_SECRET と DATA_KEY が必要です（お試しは npm start で動きます）。");
  const book = readBook(packedFiles(), office, "when needed");
  kept = {
    config,
    line,
    dataKey,
    book,
    token: { token: "", until: 0 },
    keyCheck: { done: false },
    written: { until: 0 },
  };
  return kept;
}

function tokens({ line, token }: Told): TokenSource {
  const { channelId, accessToken, secrets, apiBaseUrl } = line;
  if (channelId === null) return fixedToken(accessToken ?? "");
  return statelessTokens({ apiBaseUrl, channelId, channelSecrets: secrets, timeoutMs: TIMEOUT_MS, now }, token);
}

/** What is wrong is told in the Worker's own log, never to whoever asks. */
function notReady(error: unknown): Response {
  tell(error, "the Worker could not answer");
  return new Response("準備ができていません。", { status: 503 });
}

/** Settings and flows are the office's own words; the message of anything else may quote a resident. */
function tell(error: unknown, message: string): void {
  const mending = error instanceof SettingsProblem || error instanceof BookMistakes ? { mend: error.message } : {};
  log.error({ reason: error instanceof Error ? error.name : "unknown", ...mending }, message);
}

/** One JSON line an event, for `wrangler tail`. Never a resident's words, names or LINE ids. */
const log: Log = {
  info: (fields, message) => console.log(JSON.stringify({ level: "info", ...fields, message })),
  warn: (fields, message) => console.warn(JSON.stringify({ level: "warn", ...fields, message })),
  error: (fields, message) => console.error(JSON.stringify({ level: "error", ...fields, message })),
};
