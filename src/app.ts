// The hall: every door of the program, opened for one office. The same on Node and on Workers.
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { labelsFor } from "./admin/labels.ts";
import { staffView } from "./admin/view.tsx";
import type { Desk } from "./desk.ts";
import { webhook } from "./line/webhook.ts";
import type { Flow } from "./flow/flow.ts";
import type { LanguageReview } from "./flow/words/reviewed.ts";
import type { Hotlines } from "./office/hotlines.ts";
import type { Office } from "./office/office.ts";
import type { Log, Meter, Store } from "./ports.ts";
import { watch, type LineStanding, type Metrics } from "./watch/watch.ts";

export interface Hall {
  store: Store;
  desk: Desk;
  office: Office;
  flow: Flow;
  hotlines: Hotlines;
  reviews: LanguageReview[];
  secrets: string[];
  publicUrl: string;
  alertsReady: boolean;
  /** The trial's door; null where real residents write. */
  trial: Hono | null;
  now: () => number;
  background: (work: Promise<unknown>) => void;
  log: Log;
  meter?: Meter | undefined;
  /** For those who watch the program. */
  line: LineStanding;
  metrics: Metrics | null;
}

/** Everything that answers a request. A fault inside is one log line and one plain sentence, never a stack trace. */
export function app(hall: Hall): Hono {
  const { store, desk, now, secrets, background, log, meter, line, metrics } = hall;
  const door = new Hono();
  door.route("/", webhook({ secrets, desk, now, background, log, meter }));
  door.mount("/admin", whenEntered(hall), { replaceRequest: false });
  if (hall.trial !== null) door.route("/try", hall.trial);
  door.route("/", watch({ store, line, now, metrics }));
  door.get("/", (c) => c.redirect(hall.trial === null ? "/admin" : "/try"));
  return ending(door, log);
}

// --- internal ---

/** The staff view is built when somebody first enters it: a Worker builds the hall for each request, and most are LINE's. */
function whenEntered(hall: Hall): Hono["fetch"] {
  let view: Hono | undefined;
  return (...request) => (view ??= ending(viewOf(hall), hall.log)).fetch(...request);
}

function viewOf({ store, desk, office, flow, hotlines, reviews, now, publicUrl, alertsReady, trial }: Hall): Hono {
  const labels = labelsFor(office.disability, flow);
  const room = { store, desk, office, flow, hotlines, reviews, labels, now, publicUrl, alertsReady };
  return new Hono().route("/admin", staffView({ ...room, trial: trial !== null }));
}

/** What is answered where there is no page, and where one fails. */
function ending(door: Hono, log: Log): Hono {
  door.notFound((c) => c.text("このページはありません。", 404));
  door.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log.error({ reason: error.name, path: c.req.routePath }, "a page could not be answered");
    return c.text(
      c.req.path === "/healthz" ? "not well" : "うまくいきませんでした。少し待ってから、もう一度お試しください。",
      c.req.path === "/healthz" ? 503 : 500,
    );
  });
  return door;
}
