// A trial with a small bot behind the webhook, for tests of the page: it stands where the real desk will.
import { Hono } from "hono";
import { postman, sign } from "../../src/try/deliver.ts";
import { localLine, type LocalLineOptions, type WebhookEvent } from "../../src/try/local-line.ts";
import { trial } from "../../src/try/trial.tsx";
import { officeSchema } from "../../src/office/office.ts";
import { NOON, TOKEN } from "./line.ts";

const office = officeSchema.parse({
  id: "demo",
  name: "あおば市",
  account: "あおば市 くらしの窓口",
  invented: true,
  desk: { name: "福祉総務課", phone: null, place: null },
  hours: [{ days: ["月"], from: "08:30", to: "17:15" }],
});

/** How the bot answers an event; null says nothing. */
export type Answer = (event: WebhookEvent) => unknown[] | null;

export function trialWithBot(answer: Answer, options: Partial<LocalLineOptions> = {}) {
  const clock = standingClock();
  const line = localLine({ now: clock.now, accessTokens: [TOKEN], accountName: office.account, ...options });
  const received: WebhookEvent[] = [];
  const ran: number[] = [];
  const webhook = { status: 200 };

  const app = new Hono();
  app.post("/webhook", async (c) => {
    const body = await c.req.text();
    if (c.req.header("x-line-signature") !== sign(line.channelSecret, body)) return c.text("", 401);
    if (webhook.status !== 200) return c.body(null, webhook.status as 500);
    const { events } = JSON.parse(body) as { events: WebhookEvent[] };
    received.push(...events);
    for (const event of events) await reply(event);
    return c.text("");
  });
  const onClock = async () => ran.push(clock.now());
  const deliver = postman(line, (request) => app.fetch(request));
  const demo = { name: "demo", password: "お試し" };
  app.route("/try", trial({ line, deliver, clock, office, onClock, demo }));
  return { app, line, clock, received, ran, webhook };

  async function reply(event: WebhookEvent) {
    const messages = answer(event);
    if (!messages || !event.replyToken) return;
    await line.app.request("/v2/bot/message/reply", {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
      body: JSON.stringify({ replyToken: event.replyToken, messages }),
    });
  }
}

function standingClock() {
  let at = NOON;
  return {
    now: () => at,
    offset: () => at - NOON,
    set: (moment: number) => void (at = moment),
    reset: () => void (at = NOON),
  };
}
