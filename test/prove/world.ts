// A town in one process: webhook, counter and jobs of one program or several, on one real database, before a local LINE
// that may be in trouble. Its clock can be moved; everything else is as it runs for residents.
import { openDesk, type Desk } from "../../src/desk.ts";
import { postByNode } from "../../src/line/call/post-node.ts";
import { lineClient } from "../../src/line/client.ts";
import { busy } from "../../src/node/busy.ts";
import { statelessTokens } from "../../src/line/token.ts";
import { webhook } from "../../src/line/webhook.ts";
import type { Alert, Log, Store } from "../../src/ports.ts";
import { sealer } from "../../src/store/seal.ts";
import { postman, type Deliver } from "../../src/try/deliver.ts";
import type { Fault, LocalLine } from "../../src/try/local-line.ts";
import { chance, type Chance } from "../../src/try/trouble/chance.ts";
import { trouble, type Trouble } from "../../src/try/trouble/faults.ts";
import { servedLine, type ServedLine } from "../golden/line.ts";
import { book } from "../golden/book.ts";
import { DATA_KEY } from "../golden/place.ts";
import { badStore, type BadStore } from "./bad-store.ts";
import { groundOf, type Ground, type GroundName } from "./ground.ts";
import { languages } from "./language.ts";

export interface World {
  by: Chance;
  line: LocalLine;
  clock: ServedLine["clock"];
  trouble: Trouble;
  /** The database as it is, looked at from beside. */
  store: Store;
  ground: Ground;
  /** The rows as they stand there, sealed. */
  rows: Beside["rows"];
  /** This file is handed out so, the first time that it is fetched. */
  handOut(messageId: string, fault: Fault): void;
  programs: Program[];
  alerts: Alert[];
  log: string[];
  /** Everything works again; the clock goes on until nothing is owed. @throws where something stays owed */
  calm(keys: string[]): Promise<void>;
  close(): Promise<void>;
}

interface Program {
  desk: Desk;
  deliver: Deliver;
  trouble: BadStore;
  /** So many texts had to wait here until their language was ready. */
  waited(): number;
  /** What goes on behind the answers. */
  idle(): Promise<unknown>;
}

export interface WorldOptions {
  seed: number;
  /** SQLite where nothing is said. */
  on?: GroundName;
  /** How many programs share the database. */
  programs?: number;
  /** When it begins (ISO 8601); a Tuesday morning where nothing is said. */
  at?: string;
  /** Every call to LINE ends after this (ms). */
  timeoutMs?: number;
}

const MORNING = "2026-11-24T10:00:00+09:00";
const ROUNDS = 60;
/** Longer than a claim is held; later, as long as the longest pause between tries but the quota's. */
const stepAt = (round: number): number => (round < 20 ? 31_000 : 301_000);

/** How many of these are owed something, and how many words of theirs wait to be heard. */
export function owing({ talks, unheard }: Awaited<ReturnType<Store["talks"]["load"]>>): number {
  return [...talks.values()].filter(({ owed, unfiled }) => owed.length + unfiled.length > 0).length + unheard.length;
}

export const keyOf = sealer(DATA_KEY).lookup;

export async function world(options: WorldOptions): Promise<World> {
  const { seed, on = "SQLite", programs = 1, at = MORNING, timeoutMs = 400 } = options;
  const by = chance(seed);
  const ground = await groundOf(on);
  const served = await servedLine();
  served.clock.ahead = Date.parse(at) - Date.now();
  const bad = trouble(by);
  const handing = new Map<string, Fault>();
  served.fault.next = (path, request) => {
    const fault = handing.get(path);
    handing.delete(path);
    return fault ?? bad.faults({ path, request });
  };
  const [alerts, log] = [[] as Alert[], [] as string[]];
  // One connection too many: whoever looks on from beside.
  const opened = [await ground.beside()];
  while (opened.length <= programs) opened.push(await ground.beside());
  const [{ store, rows }, ...stores] = opened as [Beside, ...Beside[]];
  const all = stores.map((one) => program(served, badStore(one.store, by), alerts, log, timeoutMs));
  return {
    by,
    line: served.line,
    clock: served.clock,
    trouble: bad,
    store,
    ground,
    rows,
    handOut: (messageId, fault) => void handing.set(`/v2/bot/message/${messageId}/content`, fault),
    programs: all,
    alerts,
    log,
    async calm(keys) {
      bad.set([], 0);
      all.forEach((one) => one.trouble.set([], 0));
      await nothingOwed(all, store, served.clock, keys);
    },
    async close() {
      await Promise.all(all.map((one) => one.idle()));
      await Promise.all([...opened.map((one) => one.close()), served.close()]);
      await ground.close();
    },
  };
}

type Beside = Awaited<ReturnType<Ground["beside"]>>;

// --- helpers ---

function program(served: ServedLine, bad: BadStore, alerts: Alert[], lines: string[], timeoutMs: number): Program {
  const { line, url, clock } = served;
  const pending = new Set<Promise<unknown>>();
  const { now } = clock;
  const log = noting(lines);
  const { unready, waited } = languages();
  const token = statelessTokens({
    apiBaseUrl: url,
    channelId: line.channelId,
    channelSecrets: [line.channelSecret],
    timeoutMs,
    now,
  });
  const desk = openDesk({
    store: bad.store,
    ...book,
    channel: lineClient({ apiBaseUrl: url, dataApiBaseUrl: url, token, timeoutMs, post: postByNode, log, now }),
    pager: { tell: async (alert) => alerts.push(alert) > 0 },
    keyOf,
    now,
    newId: () => crypto.randomUUID(),
    // The pauses between tries at once, made short.
    pause: () => new Promise((resolve) => setTimeout(resolve, 5)),
    // As for a database of its own, also where it is shared: so two programs meet in a row more often.
    busy: busy(false),
    unready,
    log,
  });
  const background = (work: Promise<unknown>): void => {
    pending.add(work);
    void work.finally(() => pending.delete(work));
  };
  const door = webhook({ secrets: [line.channelSecret], desk, now, background, log });
  const idle = async (): Promise<void> => {
    while (pending.size > 0) await Promise.all(pending);
  };
  return { desk, deliver: postman(line, (request) => door.fetch(request)), trouble: bad, waited, idle };
}

const noting = (lines: string[]): Log => {
  const note = (fields: Record<string, unknown>, message: string): void =>
    void lines.push(`${JSON.stringify(fields)} ${message}`);
  return { info: note, warn: note, error: note };
};

async function nothingOwed(all: Program[], store: Store, clock: World["clock"], keys: string[]): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(all.map((one) => one.idle()));
    for (const { desk } of all) while ((await desk.sweep()) > 0);
    if (owing(await store.talks.load(keys, [])) === 0) return;
    clock.ahead += stepAt(round);
  }
  throw new Error("something stays owed, though everything works again");
}
