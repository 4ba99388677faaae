// The endpoints that send: reply, push, multicast, and the check of messages without sending.
import { Hono } from "hono";
import type { Bubble } from "../phone/phone.ts";
import { isUserId, isUuid } from "../phone/ids.ts";
import { needJson, refuse } from "./gate.ts";
import type { People } from "../phone/people.ts";
import type { ReplyTokens } from "../phone/reply-tokens.ts";
import { retryKeys } from "./retry-keys.ts";
import { refusalOf } from "../limits/messages.ts";

export interface Env {
  Variables: { requestId: string; body: Record<string, unknown> };
}
type Messages = Bubble["message"][];
type Answer = { body: Record<string, unknown> } | { refused: Response };

/** How much of the month's quota was used: one for each person a push reached. */
export interface Quota {
  limit: number | null;
  used: number;
}

/** Mounted under /v2/bot/message. */
export function sending(people: People, tokens: ReplyTokens, quota: Quota, now: () => number): Hono<Env> {
  const keys = retryKeys();
  const app = new Hono<Env>();
  app.post("*", needJson);

  app.post("/validate/:kind{reply|push|multicast}", (c) => {
    const refused = refusalOf(c.get("body"));
    return refused ? c.json(refused, 400) : c.json({});
  });

  app.post("/reply", (c) => {
    const body = c.get("body");
    if (c.req.header("x-line-retry-key") !== undefined)
      return refuse(400, "The retry key can't be used with this endpoint.");
    const refused = refusalOf(body);
    if (refused) return c.json(refused, 400);
    const owner = tokens.owner(body.replyToken, now());
    if (!owner) return refuse(400, "Invalid reply token");
    tokens.use(String(body.replyToken));
    const { sentMessages } = people.arrive(people.meet(owner), body.messages as Messages, "reply");
    return c.json({ sentMessages });
  });

  app.post("/:kind{push|multicast}", (c) => {
    const body = c.get("body");
    const key = c.req.header("x-line-retry-key");
    if (key !== undefined && !isUuid(key)) return refuse(400, "The retry key is invalid");
    const before = key === undefined ? null : keys.accepted(key, now());
    if (before) return alreadyAccepted(before.requestId, before.body);
    const answer = c.req.param("kind") === "push" ? push(people, quota, body) : multicast(people, quota, body);
    if ("refused" in answer) return answer.refused;
    if (key !== undefined) keys.keep(key, { at: now(), requestId: c.get("requestId"), body: answer.body });
    return c.json(answer.body);
  });
  return app;
}

function push(people: People, quota: Quota, body: Record<string, unknown>): Answer {
  if (!isUserId(body.to)) return { refused: refuse(400, "The property, 'to', in the request body is invalid") };
  const refused = refusalOf(body);
  if (refused) return { refused: Response.json(refused, { status: 400 }) };
  const phone = people.find(body.to);
  if (!phone) return { refused: refuse(400, "Failed to send messages") };
  if (isUsedUp(quota, 1)) return { refused: refuse(429, "You have reached your monthly limit.") };
  const { sentMessages, arrived } = people.arrive(phone, body.messages as Messages, "push");
  if (arrived) quota.used += 1;
  return { body: { sentMessages } };
}

function multicast(people: People, quota: Quota, body: Record<string, unknown>): Answer {
  const to = Array.isArray(body.to) ? body.to : [];
  if (to.length < 1 || to.length > 500 || !to.every(isUserId))
    return { refused: refuse(400, "The property, 'to', in the request body is invalid") };
  const refused = refusalOf(body);
  if (refused) return { refused: Response.json(refused, { status: 400 }) };
  if (isUsedUp(quota, to.length)) return { refused: refuse(429, "You have reached your monthly limit.") };
  const phones = [...new Set(to)].flatMap((id) => people.find(id) ?? []);
  const arrivals = phones.map((phone) => people.arrive(phone, body.messages as Messages, "multicast"));
  quota.used += arrivals.filter((one) => one.arrived).length;
  return { body: {} };
}

const isUsedUp = (quota: Quota, more: number): boolean => quota.limit !== null && quota.used + more > quota.limit;

/** 409 is a success: the first request with this key went through. */
const alreadyAccepted = (requestId: string, body: Record<string, unknown>): Response =>
  Response.json(
    { message: "The retry key is already accepted", ...body },
    { status: 409, headers: { "x-line-accepted-request-id": requestId } },
  );
