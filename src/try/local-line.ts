// A LINE of our own for the trial and the tests: LINE's paths, rules and error bodies, and nobody at the other end.
// It keeps its own copy of LINE's limits (limits/) on purpose, so that it catches what src/line gets wrong.
import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { accessTokens, type AccessTokens } from "./api/access-tokens.ts";
import { asking } from "./api/ask.ts";
import type { Act, WebhookEvent } from "./phone/events.ts";
import { needToken, refuse, requestIds, type Call } from "./api/gate.ts";
import { people } from "./phone/people.ts";
import type { Bubble, Phone } from "./phone/phone.ts";
import { replyTokens } from "./phone/reply-tokens.ts";
import { sending, type Env, type Quota } from "./api/send.ts";

export { CannotAct } from "./phone/people.ts";
export type { Act, WebhookEvent } from "./phone/events.ts";
export type { Call } from "./api/gate.ts";
export type { Bubble, Phone } from "./phone/phone.ts";

/** Breaks one call: may answer itself, call `go` and lose its answer, never end, throw, or `cut` the connection. */
export type Fault = (go: () => Promise<Response>, cut: () => Response) => Promise<Response>;

export interface LocalLineOptions {
  /** The trial's clock (ms). Tokens and keys expire by it. */
  now: () => number;
  /** Long-lived tokens that are taken besides the stateless ones it issues. */
  accessTokens?: string[];
  channelId?: string;
  channelSecret?: string;
  /** What the account is called. */
  accountName?: string;
  /** So many bubbles of each talk are kept; 1,000 where nothing is said. */
  mostBubbles?: number;
  /** Pushes a month; null for no limit. */
  monthlyLimit?: number | null;
  /** Asked before every call; null lets it pass. */
  faults?: (call: { method: string; path: string; request: Request }) => Fault | null;
}

export interface LocalLine {
  /** Serves api.line.me and api-data.line.me; give it its own origin, for clients ignore a path prefix. */
  app: Hono;
  channelId: string;
  channelSecret: string;
  /** `destination` of a webhook. */
  botUserId: string;
  /** Makes a person known, with a name of their own; `friend` where they had added the account before. */
  meet(userId: string, name: string, friend?: boolean): Phone;
  /** Does something on a person's phone and gives the webhook event of it. Throws CannotAct. */
  say(userId: string, act: Act): WebhookEvent;
  /** A webhook with these events is on its way: their reply tokens' minute begins. */
  carried(events: WebhookEvent[]): void;
  /** The webhook with these events was answered with 2xx: 既読. */
  read(events: WebhookEvent[]): void;
  phone(userId: string): Phone | null;
  phones(): Phone[];
  /** Message objects of the office on this phone, oldest first. */
  arrived(userId: string): Bubble["message"][];
  /** The last calls our program made (at most 500), oldest first. */
  calls(): Call[];
  /** Forgets the calls that are listed. */
  forgetCalls(): void;
  /** Grows with every change on any phone. */
  revision(): number;
}

const [MOST_CALLS, MOST_BUBBLES] = [500, 1000];

/** A new LINE with nobody in it. Everything it knows is in memory and ends with it. */
export function localLine(options: LocalLineOptions): LocalLine {
  const { now, channelId = "1650000000", channelSecret = randomBytes(16).toString("hex") } = options;
  const everybody = people(now, options.mostBubbles ?? MOST_BUBBLES);
  const tokens = replyTokens();
  const calls: Call[] = [];
  const botUserId = `U${randomBytes(16).toString("hex")}`;
  const account = { userId: botUserId, basicId: "@000aaaaa", displayName: options.accountName ?? "お試し" };
  const quota: Quota = { limit: options.monthlyLimit ?? null, used: 0 };
  const access = accessTokens(channelId, channelSecret, options.accessTokens ?? []);

  const api = new Hono<Env>();
  api.use(requestIds(now, (call) => keepLast(calls, call)));
  api.route("/oauth2", issuing(access, now));
  api.use("/v2/*", needToken(access, now));
  api.route("/v2/bot", asking(everybody, quota, account, now));
  api.route("/v2/bot/message", sending(everybody, tokens, quota, now));
  api.notFound(() => refuse(404, "Not found"));

  return {
    app: withFaults(api, options.faults),
    channelId,
    channelSecret,
    botUserId,
    meet: (userId, name, friend = false) => Object.assign(everybody.meet(userId), { name }, friend && { friend }),
    say(userId, act) {
      const event = everybody.act(userId, act);
      if (event.replyToken) tokens.issue(event.replyToken, userId, event.timestamp);
      return event;
    },
    carried: (events) => events.forEach((event) => event.replyToken && tokens.carried(event.replyToken, now())),
    read: (events) => events.forEach((event) => markRead(everybody.find(event.source.userId), everybody.touch)),
    phone: everybody.find,
    phones: everybody.all,
    arrived: (userId) => (everybody.find(userId)?.bubbles ?? []).filter(isFromOffice).map((bubble) => bubble.message),
    calls: () => [...calls],
    forgetCalls: () => void calls.splice(0),
    revision: everybody.revision,
  };
}

function issuing(access: AccessTokens, now: () => number): Hono<Env> {
  return new Hono<Env>().post("/v3/token", async (c) => {
    const { status, body } = access.issue(await c.req.parseBody(), now());
    return c.json(body, status);
  });
}

function keepLast(calls: Call[], call: Call): void {
  calls.push(call);
  calls.splice(0, calls.length - MOST_CALLS);
}

const isFromOffice = (bubble: Bubble): boolean => bubble.from === "office";

function markRead(phone: Phone | null, touch: (phone: Phone) => void): void {
  if (!phone) return;
  for (const bubble of phone.bubbles) bubble.read = true;
  touch(phone);
}

function withFaults(api: Hono<Env>, faults: LocalLineOptions["faults"]): Hono {
  return new Hono().all("*", async (c) => {
    const go = async () => api.fetch(c.req.raw, c.env);
    const fault = faults?.({ method: c.req.method, path: c.req.path, request: c.req.raw }) ?? null;
    return fault ? fault(go, () => cutOff(c.env as Connection)) : go();
  });
}

/** What @hono/node-server gives beside a request; nothing where the request came by no connection. */
interface Connection {
  incoming?: { socket: { destroy(): void } };
}

/** Nobody reads this answer any more. */
function cutOff({ incoming }: Connection): Response {
  incoming?.socket.destroy();
  return new Response(null, { status: 500 });
}
