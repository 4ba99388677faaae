// Starts the program on one machine: opens everything, listens, and says in plain words where it can be found.
import { serve } from "@hono/node-server";
import { seedTrialStaff } from "../admin/account/trial.ts";
import { app } from "../app.ts";
import { SettingsProblem } from "../config.ts";
import { openDesk } from "../desk.ts";
import { startJobs } from "../jobs/jobs.ts";
import { startTidying } from "../jobs/tidy.ts";
import { webhookPager } from "../line/pager.ts";
import { sealer } from "../store/seal.ts";
import { postman } from "../try/deliver.ts";
import { trial } from "../try/trial.tsx";
import { listening, realChannel, trialChannel } from "./channel.ts";
import { busy } from "./busy.ts";
import { clock } from "./clock.ts";
import { freeDoor, standsFor } from "./life/begin.ts";
import { greeting } from "./life/greeting.ts";
import { keepTidy } from "./life/memory.ts";
import { closable, stopCleanly, underWay } from "./life/stop.ts";
import { logTo } from "./log.ts";
import { measured } from "./watch/prom.ts";
import { isPostgres, open, type Opened } from "./open.ts";
import { plainly } from "./plainly.ts";
import { readying, warm } from "./warm.ts";

export const start = (env: Record<string, string | undefined>, args: string[]): Promise<void> =>
  plainly(async () => {
    const settings = withOffice(env, args);
    // Two programs beside each other would each do what is owed.
    if (settings["DATABASE_URL"]?.startsWith("d1:"))
      throw new SettingsProblem(
        "DATABASE_URL: d1: は npm run staff と npm run export で使います。Workerは npx wrangler dev か npx wrangler deploy で動かします。",
      );
    await serveAll(await open(settings, { serves: true }));
  });

// --- internal ---

/**
 * So long (ms) a connection may rest: longer than whoever stands before us keeps theirs (nginx 60 s, Caddy 2 min), or a
 * webhook is sent into one that was closed a moment ago, and is a 502 to LINE. Node's own is five seconds.
 * https://nginx.org/en/docs/http/ngx_http_upstream_module.html#keepalive_timeout
 */
const IDLE_MS = 130_000;

/** `npm start -- --office kisarazu` says the same as OFFICE=kisarazu. */
function withOffice(env: Record<string, string | undefined>, args: string[]): Record<string, string | undefined> {
  const at = args.indexOf("--office");
  return at < 0 ? env : { ...env, OFFICE: args[at + 1] };
}

async function serveAll({ config, dataKey, store, book }: Opened): Promise<void> {
  keepTidy();
  const wall = clock();
  const now = (): number => wall.now();
  const log = logTo(config.logLevel);
  const played = config.line === null ? await trialChannel(book.office.account, log, now) : null;
  const measures = config.metricsToken === null ? null : measured(config.metricsToken);
  const meter = measures?.meter;
  const { channel, standing } = config.line === null ? played! : realChannel(config.line, log, now, meter);
  const begun = underWay();
  const desk = openDesk({
    store,
    ...book,
    channel,
    now,
    log,
    pager: config.alertWebhookUrl === null ? null : webhookPager(config.alertWebhookUrl, 10_000),
    keyOf: sealer(dataKey).lookup,
    newId: () => crypto.randomUUID(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    busy: busy(isPostgres(config.databaseUrl)),
    unready: readying(book.flow),
  });
  await freeDoor(config);
  const others = await standsFor(store, book.office.id, played === null);
  const publicUrl =
    config.publicUrl ?? `http://${config.host === "0.0.0.0" ? "127.0.0.1" : config.host}:${config.port}`;
  if (played === null) await removeDemo(store, book.office.id, now());
  const demo = played === null ? null : await seedTrialStaff(store, book.office, now());
  const secrets = config.line?.secrets ?? [played!.line.channelSecret];
  const door = app({
    store,
    desk,
    office: book.office,
    flow: book.flow,
    hotlines: book.hotlines,
    reviews: book.reviews,
    secrets,
    publicUrl,
    now,
    log,
    meter,
    line: standing,
    metrics: measures?.metrics ?? null,
    alertsReady: config.alertWebhookUrl !== null,
    background: (work) => void begun.add(work),
    trial:
      played === null
        ? null
        : trial({
            line: played.line,
            clock: wall,
            office: book.office,
            onClock: () => desk.sweep(),
            deliver: postman(played.line, (request) => door.fetch(request)),
            demo: demo === null ? undefined : { name: demo.login, password: demo.password },
          }),
  });
  const gate = closable(door.fetch, begun);
  const at = { hostname: config.host, port: config.port };
  const server = await listening(serve({ fetch: gate.fetch, ...at, serverOptions: { keepAliveTimeout: IDLE_MS } }));
  void warm(book.flow, begun.ended);
  const stopJobs = startJobs(desk, log);
  // By the machine's clock, which uploads are named by: the trial's may stand days ahead of them.
  const stopTidying = startTidying(store.media, Date.now, log);
  const facts = {
    url: publicUrl,
    demo,
    staffed: await hasStaff(store, book.office.id),
    others,
    alerts: config.alertWebhookUrl !== null,
    addressed: config.publicUrl !== null,
    office: book.office,
  };
  // `npm start | head` closes it; residents are served all the same.
  process.stdout.on("error", () => {});
  for (const line of greeting(facts)) console.log(line);
  stopCleanly(async () => {
    gate.close();
    await Promise.all([stopJobs(), stopTidying(), begun.ended()]);
    server.close();
    played?.close();
    await store.close();
  });
}

/** Where real residents write, the trial's account may not open anything, whatever this database was before. */
async function removeDemo(store: Opened["store"], office: string, at: number): Promise<void> {
  const demo = await store.staff.byLogin(office, "demo");
  if (demo === null) return;
  await store.staff.save({ ...demo, password: null, removedAt: at });
  await store.staff.closeSessionsOf(demo.id);
}

const hasStaff = async (store: Opened["store"], office: string): Promise<boolean> =>
  (await store.staff.list(office)).some(({ removedAt }) => removedAt === null);
