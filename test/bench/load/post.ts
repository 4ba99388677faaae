// Brings webhooks to a bot as LINE does: signed, over connections that stay open.
import { createHmac, randomBytes } from "node:crypto";
import { Agent, request } from "node:http";

export const SECRET = "bench-secret";

export interface Event {
  webhookEventId: string;
  replyToken: string;
  [field: string]: unknown;
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** The status LINE would see; 0 where no connection came about. */
export function post(url: string, events: Event[]): Promise<number> {
  const body = Buffer.from(JSON.stringify({ destination: "Ubench", events }));
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "content-length": body.length,
    "x-line-signature": createHmac("sha256", SECRET).update(body).digest("base64"),
  };
  return new Promise((resolve) => {
    const call = request(`${url}/webhook`, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    call.on("error", () => resolve(0));
    call.end(body);
  });
}

export const newPerson = (): string => `U${randomBytes(16).toString("hex")}`;

/** A message of this person, now. */
export const textEvent = (userId: string, text: string): Event => ({
  ...envelope(userId),
  type: "message",
  message: { type: "text", id: randomBytes(8).toString("hex"), text, quoteToken: "q" },
});

export const postbackEvent = (userId: string, data: string): Event => ({
  ...envelope(userId),
  type: "postback",
  postback: { data },
});

const envelope = (userId: string): Event => ({
  mode: "active",
  timestamp: Date.now(),
  source: { type: "user", userId },
  webhookEventId: `01${randomBytes(12).toString("hex").toUpperCase()}`,
  deliveryContext: { isRedelivery: false },
  replyToken: randomBytes(16).toString("hex"),
});
