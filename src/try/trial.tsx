// The trial's door: /try, the page and its few addresses. Never mounted where real residents write.
import { Hono, type Context, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { Office } from "../office/office.ts";
import { actOf } from "./acts.ts";
import { momentOf, type Clock } from "./clock.ts";
import type { Deliver } from "./deliver.ts";
import { files } from "./files.ts";
import { CannotAct, type LocalLine } from "./local-line.ts";
import { look, UNKNOWN_PERSON } from "./look.tsx";
import type { Demo, Missed } from "./page/page.tsx";
import { CAST, enter, phoneOf } from "./props/cast.ts";

export interface TrialOptions {
  line: LocalLine;
  /** Brings an event to our webhook, signed, as LINE would. */
  deliver: Deliver;
  clock: Clock;
  office: Office;
  /** Awaited after the clock was moved, before the answer: runs the jobs. */
  onClock: () => Promise<unknown>;
  /** The demo sign-in for the staff view, shown on the page. */
  demo?: Demo | undefined;
}

/** More than an office keeps by default, so that "too big" can be tried. */
const LARGEST_BODY = 48 * 1024 * 1024;

/** To be mounted at /try. */
export function trial({ line, deliver, clock, office, onClock, demo }: TrialOptions): Hono {
  const app = new Hono();
  const missed: Missed[] = [];
  enter(line);
  app.use(strict);
  app.use(fromHere());
  app.route("/", look({ line, now: () => clock.now(), account: office.account, missed, demo }));
  app.route("/", files(line));
  app.post("/send", bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }), async (c) =>
    send(c, line, deliver, (miss) => missed.push(miss)),
  );
  app.post("/clock", async (c) => moveClock(c, clock, onClock));
  app.post("/forget", (c) => {
    line.forgetCalls();
    missed.length = 0;
    return answer(c, {});
  });
  app.onError((error, c) => {
    if (error instanceof CannotAct) return c.json({ message: error.message }, 409);
    throw error;
  });
  return app;
}

/** POST /send: does it on the phone and brings the event to our webhook; answers both. */
async function send(c: Context, line: LocalLine, deliver: Deliver, onMiss: (miss: Missed) => void) {
  const body = await bodyOf(c);
  const phone = phoneOf(line, body.person ?? CAST[0]!.key);
  if (!phone) return c.json({ message: UNKNOWN_PERSON }, 404);
  const act = await actOf(body);
  if (!act)
    return c.json(
      {
        message: "text、sticker、image、audio、location、postback、follow、unfollow、unsend の どれかを 送ってください",
      },
      400,
    );
  const event = line.say(phone.id, act);
  const { status } = await deliver([event]);
  if (status < 200 || status > 299) onMiss({ status, at: event.timestamp });
  return answer(c, { event, webhook: status }, `/try?person=${String(body.person)}`);
}

/** POST /clock: moves the clock, lets the jobs run, answers the new moment. */
async function moveClock(c: Context, clock: Clock, onClock: () => Promise<unknown>) {
  const moment = momentOf(await bodyOf(c), clock.now());
  if (moment === null)
    return c.json({ message: "at、days・hours・minutes、morning、reset の どれかで 時刻を 教えてください" }, 400);
  if (moment === "reset") clock.reset();
  else clock.set(moment);
  await onClock();
  return answer(c, { now: new Date(clock.now()).toISOString() });
}

/** Data for a script; the page again for a form of a browser without one. */
const answer = (c: Context, data: object, page = "/try") =>
  /text\/html/.test(c.req.header("accept") ?? "") ? c.redirect(page, 303) : c.json(data);

const tooLarge = (c: Context) => c.json({ message: "大きすぎて 送れません（48 MiBまで）" }, 413);

const strict = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    mediaSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  // Under the default, no-referrer, a browser sends `Origin: null` on form posts.
  referrerPolicy: "same-origin",
  // The trial runs on plain http.
  strictTransportSecurity: false,
});

/** A page elsewhere must not press our buttons. Scripts at a terminal send no such header and pass. */
function fromHere(): MiddlewareHandler {
  return async function checkSite(c, next) {
    const site = c.req.header("sec-fetch-site") ?? "same-origin";
    if (c.req.method === "POST" && site !== "same-origin" && site !== "none")
      return c.json({ message: "お試しの画面から 送ってください" }, 403);
    return next();
  };
}

async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  if (!/json/.test(c.req.header("content-type") ?? "")) return c.req.parseBody();
  const body: unknown = await c.req.json().catch(() => null);
  return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
}
