// The entrance on Cloudflare Workers: the same program with D1. Settings are the Worker's variables and secrets.
import { app } from "./app.ts";
import { readBook, type Book } from "./book/book.ts";
import { files } from "./book/generated/files.ts";
import { readConfig, SettingsProblem, type Config } from "./config.ts";
import { openDesk, type Desk } from "./desk.ts";
import { lineClient } from "./line/client.ts";
import { webhookPager } from "./line/pager.ts";
import { fixedToken, statelessTokens, type TokenSource } from "./line/token.ts";
import type { Log, Store } from "./ports.ts";
import { d1Store, type D1 } from "./store/d1.ts";
import { sealer } from "./store/seal.ts";

/** Variables, secrets and the D1 binding of wrangler.toml. */
export type Env = { DB: D1 } & Record<string, unknown>;

interface Context {
  waitUntil(work: Promise<unknown>): void;
}

export default {
  async fetch(request: Request, env: Env, context: Context): Promise<Response> {
    try {
      const { config, line, book, store, desk } = open(env);
      const door = app({
        store,
        desk,
        office: book.office,
        secrets: line.secrets,
        publicUrl: config.publicUrl ?? new URL(request.url).origin,
        alertsReady: config.alertWebhookUrl !== null,
        trial: null,
        now,
        background: (work) => context.waitUntil(work),
        log,
      });
      return await door.fetch(request);
    } catch (error) {
      return notReady(error);
    }
  },
  /** Every minute: words not sent yet, talks that went quiet, alerts. */
  async scheduled(_: unknown, env: Env): Promise<void> {
    await open(env).desk.sweep();
  },
};

// --- internal ---

/** Every call to LINE and to the people on duty ends after so long (ms). */
const TIMEOUT_MS = 10_000;

const now = (): number => Date.now();

type Line = NonNullable<Config["line"]>;
type Told = { config: Config; line: Line; dataKey: string; book: Book };

interface Opened extends Told {
  store: Store;
  desk: Desk;
}

/** Anew for each request: Workers let no request wait for another's connection. What is only read is kept. */
function open(env: Env): Opened {
  const { config, line, dataKey, book } = told(env);
  const store = d1Store({ db: env.DB, dataKey });
  const desk = openDesk({
    ...book,
    store,
    channel: lineClient({ ...line, token: tokens(line), timeoutMs: TIMEOUT_MS, log, now }),
    pager: config.alertWebhookUrl === null ? null : webhookPager(config.alertWebhookUrl, TIMEOUT_MS),
    keyOf: sealer(dataKey).lookup,
    now,
    newId: () => crypto.randomUUID(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    log,
  });
  return { config, line, dataKey, book, store, desk };
}

let kept: Told | undefined;

/** @throws SettingsProblem, BookMistakes */
function told(env: Env): Told {
  if (kept) return kept;
  const texts = Object.entries(env).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  const config = readConfig(Object.fromEntries(texts));
  if (config.line === null || config.dataKey === null)
    throw new SettingsProblem("LINE_CHANNEL_SECRET と DATA_KEY が必要です（お試しは npm start で動きます）。");
  kept = { config, line: config.line, dataKey: config.dataKey, book: readBook(files, config.office) };
  return kept;
}

const tokens = ({ channelId, accessToken, secrets, apiBaseUrl }: Line): TokenSource =>
  channelId === null
    ? fixedToken(accessToken ?? "")
    : statelessTokens({ apiBaseUrl, channelId, channelSecrets: secrets, timeoutMs: TIMEOUT_MS, now });

/** What is wrong with the settings is told in the Worker's own log, never to whoever asks. */
function notReady(error: unknown): Response {
  log.error({ reason: error instanceof Error ? error.name : "unknown" }, "the Worker could not answer");
  if (error instanceof SettingsProblem) console.error(error.message);
  return new Response("準備ができていません。", { status: 503 });
}

/** One JSON line an event, for `wrangler tail`. Never a resident's words, names or LINE ids. */
const log: Log = {
  info: (fields, message) => console.log(JSON.stringify({ level: "info", ...fields, message })),
  warn: (fields, message) => console.warn(JSON.stringify({ level: "warn", ...fields, message })),
  error: (fields, message) => console.error(JSON.stringify({ level: "error", ...fields, message })),
};
