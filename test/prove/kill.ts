// What LINE got a 200 for is never lost: the real server is killed (SIGKILL) at random moments under load, again and again.
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chance, type Chance } from "../../src/try/trouble/chance.ts";
import type { Fault, WebhookEvent } from "../../src/try/local-line.ts";
import { moveTo } from "../golden/place.ts";
import { startNode, type NodePlace } from "../node/start.ts";
import { audit } from "./audit.ts";
import { people, writes, type Person } from "./people.ts";
import { row, type Row } from "./report.ts";

export interface KillOptions {
  seed: number;
  kills: number;
  people: number;
  /** The program: as it is written, or compiled. */
  file: string;
  /** Told after each kill. */
  onKill?: (n: number) => void;
}

/** The server lives so long at most, once it listens (ms). */
const LIFE_MS = 500;
/** A call to LINE takes so long at most there and back, so that kills fall into calls (ms). */
const SLOW_MS = 30;
/** A claim is held for half a minute and a reply token lives for less than one: so little at a time that both count. */
const LATER_MS = 8000;
const PATIENCE_MS = 60_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function kill({ seed, kills, people: count, file, onKill }: KillOptions): Promise<Row> {
  const began = performance.now();
  const by = chance(seed);
  const place = await startNode(file);
  try {
    place.line.fault.next = () => slow(by);
    const load = writing(place, people(count));
    for (let n = 0; n < kills; n += 1) {
      load.go();
      await pause(by.next() * LIFE_MS);
      place.child().kill("SIGKILL");
      await Promise.all([once(place.child(), "exit"), load.stop()]);
      await place.again();
      await load.redeliver(by);
      onKill?.(n + 1);
    }
    await nothingOwed(place, load.all);
    const found = await audit(place.store, place.line.line, load.all);
    const counts = { kills, deliveries: load.brought, "not answered, brought again": load.again };
    return row("what LINE got a 200 for is never lost", { seed, began, counts, found }, [
      ...(load.again === 0 ? ["no kill fell into a webhook: nothing was tried"] : []),
      ...(await whole(place)),
      ...clear(place, load.all),
    ]);
  } finally {
    await place.close();
  }
}

// --- helpers ---

const slow =
  (by: Chance): Fault =>
  async (go) => {
    await pause(by.next() * SLOW_MS);
    const answer = await go();
    await pause(by.next() * SLOW_MS);
    return answer;
  };

interface Load {
  all: Person[];
  brought: number;
  again: number;
  /** Everybody writes, each next word after the answer to the one before. */
  go(): void;
  /** Nobody writes any more, once what is under way has ended. */
  stop(): Promise<unknown>;
  /** LINE brings what got no 200, in any order, until it gets one. */
  redeliver(by: Chance): Promise<void>;
}

function writing(place: NodePlace, all: Person[]): Load {
  const { line } = place.line;
  const deliver = place.line.to(new URL("/webhook", place.url));
  const state = { goes: false };
  let [under, refused]: [Promise<void>[], WebhookEvent[]] = [[], []];
  const bring = async (event: WebhookEvent, redelivery = false): Promise<void> => {
    load.brought += 1;
    if ((await deliver([event], { redelivery })).status !== 200) refused.push(event);
  };
  const talk = async (person: Person, n: number): Promise<void> => {
    // Once LINE gets no answer, it is no use writing on: the server is dead.
    while (state.goes && refused.length < all.length) await bring(writes(line, person, n));
  };
  const load: Load = {
    all,
    brought: 0,
    again: 0,
    go() {
      state.goes = true;
      under = all.map(talk);
    },
    stop: () => ((state.goes = false), Promise.all(under)),
    async redeliver(by) {
      for (const from = performance.now(); refused.length > 0;) {
        const events = by.shuffled(refused);
        [load.again, refused] = [load.again + events.length, []];
        await Promise.all(events.map((event) => bring(event, true)));
        if (performance.now() - from > PATIENCE_MS) throw new Error("LINE gets no 200 any more");
      }
    },
  };
  return load;
}

/** The jobs do what the dead left; the clock is moved until nothing is owed. */
async function nothingOwed(place: NodePlace, all: Person[]): Promise<void> {
  const keys = all.map(({ key }) => key);
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const { talks } = await place.store.talks.load(keys, []);
    if ([...talks.values()].every(({ owed, unfiled }) => owed.length + unfiled.length === 0)) return;
    if (performance.now() > end) throw new Error("something stays owed");
    await moveTo(place, place.line.clock.now() + LATER_MS);
    await pause(1200);
  }
}

/** SQLite's own word for it. */
async function whole({ rows }: NodePlace): Promise<string[]> {
  const [found] = (await rows("PRAGMA integrity_check")) as { integrity_check: string }[];
  return found?.integrity_check === "ok" ? [] : [`integrity_check: ${JSON.stringify(found)}`];
}

/** Words and LINE ids that stand in the database's files as they are. */
function clear({ settings }: NodePlace, all: Person[]): string[] {
  const folder = settings["DATA_DIR"] ?? "";
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const secrets = all.flatMap(({ id, sent }) => [id, ...sent.slice(0, 20).map(({ text }) => text)]);
  return secrets.filter((secret) => bytes.some((file) => file.includes(secret))).map((secret) => `in clear: ${secret}`);
}
