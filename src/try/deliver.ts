// LINE's postman: brings events to our webhook in one signed body.
import { createHmac } from "node:crypto";
import type { LocalLine, WebhookEvent } from "./local-line.ts";

/** The value of x-line-signature. https://developers.line.biz/en/docs/messaging-api/verify-webhook-signature/ */
export const sign = (secret: string, body: string): string =>
  createHmac("sha256", secret).update(body, "utf8").digest("base64");

/** Where the webhook is: an address, or a function that answers a request (an app in the same process). */
export type Webhook = string | ((request: Request) => Response | Promise<Response>);

interface Delivered {
  /** The status our webhook answered; 0 where it could not be reached. */
  status: number;
}

/** Brings these events in one body; `redelivery` says that LINE brings them once more. */
export type Deliver = (events: WebhookEvent[], how?: { redelivery?: boolean }) => Promise<Delivered>;

/** A postman between this LINE and this webhook. A 2xx shows as 既読; a failure is an answer, never an exception. */
export function postman(line: LocalLine, webhook: Webhook): Deliver {
  return async function deliver(events, how = {}) {
    const carried = events.map((event) => ({ ...event, deliveryContext: { isRedelivery: how.redelivery ?? false } }));
    line.carried(carried);
    const status = await post(webhook, line.channelSecret, { destination: line.botUserId, events: carried });
    if (status >= 200 && status < 300) line.read(events);
    return { status };
  };
}

async function post(webhook: Webhook, secret: string, content: unknown): Promise<number> {
  const body = escaped(JSON.stringify(content));
  const request = new Request(typeof webhook === "string" ? webhook : "http://localhost/webhook", {
    method: "POST",
    headers: {
      "content-type": "application/json; charset=utf-8",
      "x-line-signature": sign(secret, body),
      "user-agent": "LineBotWebhook/2.0",
    },
    body,
  });
  try {
    const response = await (typeof webhook === "string" ? fetch(request) : webhook(request));
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

/** LINE writes letters beyond the basic plane as escapes, so a program that re-serialises fails the signature. */
const escaped = (json: string): string =>
  json.replace(/[\ud800-\udfff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase()}`);
