// (d) A minimal Worker + D1 bot: the signature, one row, one reply.
import { validateSignature } from "@line/bot-sdk";
import { Hono } from "hono";
import { answerTo } from "../bots/questions.ts";

interface Env {
  DB: { prepare(text: string): { bind(value: string): { first(): Promise<{ step: number }> } } };
  LINE_CHANNEL_SECRET: string;
  LINE_CHANNEL_ACCESS_TOKEN: string;
  LINE_API_BASE_URL: string;
}
interface Event {
  webhookEventId: string;
  replyToken: string;
  source: { userId: string };
  message?: { text: string };
}

const KEEP = `INSERT INTO talk (person, step) VALUES (?, 0) ON CONFLICT (person) DO UPDATE SET step = step + 1 RETURNING step`;

const app = new Hono<{ Bindings: Env }>();
app.get("/healthz", (c) => c.text("ok"));
app.post("/webhook", async (c) => {
  const body = await c.req.text();
  if (!validateSignature(body, c.env.LINE_CHANNEL_SECRET, c.req.header("x-line-signature") ?? ""))
    return c.text("", 401);
  for (const event of (JSON.parse(body) as { events: Event[] }).events) {
    const { step } = await c.env.DB.prepare(KEEP).bind(event.source.userId).first();
    c.executionCtx.waitUntil(reply(c.env, event.replyToken, answerTo(step)));
  }
  return c.text("ok");
});
export default app;

const reply = ({ LINE_API_BASE_URL, LINE_CHANNEL_ACCESS_TOKEN }: Env, replyToken: string, text: string) =>
  fetch(`${LINE_API_BASE_URL}/v2/bot/message/reply`, {
    method: "POST",
    headers: { authorization: `Bearer ${LINE_CHANNEL_ACCESS_TOKEN}`, "content-type": "application/json" },
    body: JSON.stringify({ replyToken, messages: [{ type: "text", text }] }),
  });
