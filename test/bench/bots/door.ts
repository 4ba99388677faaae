// The door of the bots the bench compares with: Hono, the signature over the raw bytes, and the SDK.
import { serve } from "@hono/node-server";
import { messagingApi, validateSignature, type webhook } from "@line/bot-sdk";
import { Hono } from "hono";

const { PORT = "3000", LINE_CHANNEL_SECRET = "", LINE_CHANNEL_ACCESS_TOKEN = "", LINE_API_BASE_URL = "" } = process.env;

export const DATA_DIR = process.env["DATA_DIR"] ?? ".";

export const line = new messagingApi.MessagingApiClient({
  channelAccessToken: LINE_CHANNEL_ACCESS_TOKEN,
  baseURL: LINE_API_BASE_URL,
});

export interface Said {
  id: string;
  person: string;
  text: string;
  replyToken: string;
}

/** `take` is given the raw body of a webhook whose signature is right; 200 follows when it is done. */
export function listen(take: (body: string) => Promise<void> | void): void {
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ ok: true }));
  app.post("/webhook", async (c) => {
    const body = await c.req.text();
    if (!validateSignature(body, LINE_CHANNEL_SECRET, c.req.header("x-line-signature") ?? ""))
      return c.text("unauthorized", 401);
    await take(body);
    return c.text("ok");
  });
  serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(PORT) });
  process.on("SIGTERM", () => process.exit(0));
}

/** What people wrote or pressed. */
export function saidIn(body: string): Said[] {
  const { events } = JSON.parse(body) as webhook.CallbackRequest;
  return events.flatMap((event) => {
    const person = event.source?.type === "user" ? event.source.userId : undefined;
    const text =
      event.type === "message" && event.message.type === "text"
        ? event.message.text
        : event.type === "postback"
          ? event.postback.data
          : undefined;
    if (person === undefined || text === undefined || !("replyToken" in event)) return [];
    return [{ id: event.webhookEventId, person, text, replyToken: event.replyToken ?? "" }];
  });
}

export const reply = (replyToken: string, text: string): Promise<unknown> =>
  line.replyMessage({ replyToken, messages: [{ type: "text", text }] });
