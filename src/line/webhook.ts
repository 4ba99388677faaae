// The door LINE knocks at: POST /webhook. Verify, read, keep, then 200; the answering goes on behind it.
import { Buffer } from "node:buffer";
import { validateSignature } from "@line/bot-sdk";
import { Hono, type Context, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Desk } from "../desk.ts";
import type { Arrival, Log, Meter } from "../ports.ts";
import { part, word } from "./read/loose.ts";
import { readEvent } from "./read-event.ts";

export interface WebhookOptions {
  /** The channel secret; two while it is being changed. */
  secrets: string[];
  desk: Pick<Desk, "receive" | "run">;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Keeps work alive after the answer (waitUntil on Workers). The promise it is given never rejects. */
  background: (work: Promise<unknown>) => void;
  log: Log;
  meter?: Meter | undefined;
}

interface Env {
  Variables: { kept?: number };
}

/**
 * Bytes. LINE names no limit for webhooks, nor how many events one may hold, and what is refused here comes never again: so a
 * hundred of the longest texts (5,000 characters, each perhaps escaped as six) fit.
 */
const BODY_BYTES = 4 * 1024 * 1024;

/**
 * Answers 413 over 4 MiB, 401 without a right signature (nothing is read further), 400 to what is not a webhook's JSON,
 * 503 when the events could not be kept, so that LINE sends them again, and 200 when they are durable. An event nobody
 * can serve is left out and never spoils the others.
 */
export function webhook(options: WebhookOptions): Hono<Env> {
  const app = new Hono<Env>();
  const doubtSecret = doubting(options);
  app.use("/webhook", async (c, next) => {
    const begun = options.now();
    await next();
    options.meter?.took({ status: c.res.status, events: c.get("kept") ?? 0, ms: options.now() - begun });
  });
  app.post("/webhook", limited, async (c) => {
    const body = Buffer.from(await c.req.arrayBuffer());
    const signature = c.req.header("x-line-signature");
    if (!isSigned(body, options.secrets, signature)) {
      if (signature !== undefined) doubtSecret();
      return c.text("unauthorized", 401);
    }
    const events = eventsOf(body);
    if (!events) return c.text("not a webhook", 400);
    c.set("kept", await take(events, options));
    return c.text("ok", 200);
  });
  app.onError((error, c) => {
    options.log.error(codesOf(error), "webhook: events were not kept; LINE will send them again");
    return c.text("try again", 503);
  });
  return app;
}

// The rest of the body stays unread, so the connection cannot serve another request.
const tooLarge = (c: Context): Response => c.text("too large", 413, { connection: "close" });
const counted = bodyLimit({ maxSize: BODY_BYTES, onError: tooLarge });

/** LINE says how long a body is. Only where somebody does not is it counted as it comes, which builds a whole Request. */
const limited: MiddlewareHandler = async (c, next) => {
  const length = c.req.header("content-length");
  if (length === undefined || c.req.header("transfer-encoding") !== undefined) return counted(c, next);
  return Number(length) <= BODY_BYTES ? next() : tooLarge(c);
};

// Over the bytes as they came: https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/
// The SDK compares in constant time. An empty secret is no secret: anybody could sign with it.
const isSigned = (body: Buffer, secrets: string[], signature = ""): boolean =>
  secrets.some((secret) => secret !== "" && validateSignature(body, secret, signature));

/** So often at most (ms): whoever guesses signatures must not fill the log. */
const DOUBT_EVERY_MS = 60_000;

/** Tells the operator that LINE may be refused: with a wrong secret the account is silent, and nothing else says why. */
function doubting({ log, now }: WebhookOptions): () => void {
  let last = -Infinity;
  return () => {
    if (now() - last < DOUBT_EVERY_MS) return;
    last = now();
    log.warn({}, "webhook: refused a signature. If it was LINE's, LINE_CHANNEL_SECRET is wrong and no words arrive");
  };
}

function eventsOf(body: Buffer): unknown[] | null {
  try {
    const { events } = JSON.parse(body.toString("utf8"));
    return Array.isArray(events) ? events : null;
  } catch {
    return null;
  }
}

/** How many events were kept. */
async function take(events: unknown[], options: WebhookOptions): Promise<number> {
  const { desk, log } = options;
  const receivedAt = options.now();
  const arrivals = events.map((event) => readEvent(event, receivedAt)).filter((read): read is Arrival => read !== null);
  if (arrivals.length < events.length) log.info({ events: events.length - arrivals.length }, "webhook: not one-to-one");
  if (arrivals.length === 0) return 0;
  const keys = await desk.receive(arrivals);
  options.background(desk.run(keys).catch((error: unknown) => log.error(codesOf(error), "webhook: run failed")));
  return arrivals.length;
}

// Never the message: it may quote what was to be kept.
const codesOf = (error: unknown): { error: string; code: string } => ({
  error: error instanceof Error ? error.name : "unknown",
  code: word(part(error).code),
});
