// The endpoints that ask: profile, content, quota, the account itself; and the loading indicator.
import { Hono } from "hono";
import { contentOf, previewOf, transcodingOf, type Kept } from "../phone/media.ts";
import { isUserId } from "../phone/ids.ts";
import { needJson, refuse } from "./gate.ts";
import type { People } from "../phone/people.ts";
import type { Env, Quota } from "./send.ts";

export interface Account {
  userId: string;
  basicId: string;
  displayName: string;
}

/** Mounted under /v2/bot. */
export function asking(people: People, quota: Quota, account: Account, now: () => number): Hono<Env> {
  const app = new Hono<Env>();
  app.get("/info", (c) => c.json({ ...account, chatMode: "bot", markAsReadMode: "auto" }));
  app.get("/profile/:id", (c) => profile(people, c.req.param("id")));
  app.get("/message/quota", (c) =>
    c.json(quota.limit === null ? { type: "none" } : { type: "limited", value: quota.limit }),
  );
  app.get("/message/quota/consumption", (c) => c.json({ totalUsage: quota.used }));
  app.get("/message/:id/content", (c) => contentOf(media(people, c.req.param("id")), now()));
  app.get("/message/:id/content/preview", (c) => previewOf(media(people, c.req.param("id")), now()));
  app.get("/message/:id/content/transcoding", (c) => transcodingOf(media(people, c.req.param("id")), now()));
  app.post("/chat/loading/start", needJson, (c) => startLoading(people, c.get("body"), now()));
  return app;
}

/** 404 for somebody unknown or who blocked the account; no `language` where LINE may not tell it. */
function profile(people: People, id: string): Response {
  if (!isUserId(id)) return refuse(400, "The value for the 'userId' parameter is invalid");
  const phone = people.find(id);
  if (!phone || phone.blocked || (!phone.friend && phone.wroteAt === null)) return refuse(404, "Not found");
  return Response.json({
    userId: id,
    displayName: phone.name,
    ...(phone.language !== null && { language: phone.language }),
  });
}

function startLoading(people: People, body: Record<string, unknown>, now: number): Response {
  const seconds = body.loadingSeconds ?? 20;
  const whole = typeof seconds === "number" && seconds >= 5 && seconds <= 60 && seconds % 5 === 0;
  if (!isUserId(body.chatId)) return refuse(400, "The value for the 'chatId' parameter is invalid");
  if (!whole) return refuse(400, "The value for the 'loadingSeconds' parameter is invalid");
  const phone = people.find(body.chatId);
  if (phone) {
    phone.loadingUntil = now + seconds * 1000;
    people.touch(phone);
  }
  return Response.json({}, { status: 202 });
}

const media = (people: People, id: string): Kept | undefined =>
  people
    .all()
    .map((phone) => phone.media.get(id))
    .find((kept) => kept !== undefined);
