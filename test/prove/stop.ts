// Stop is clean: SIGTERM under load ends within ten seconds, refuses new work with 503, owes nothing and loses nothing.
import { once } from "node:events";
import { chance } from "../../src/try/trouble/chance.ts";
import { startNode } from "../node/start.ts";
import { audit } from "./audit.ts";
import { nothingOwed, owedTo, pause, slow, writing, type Load } from "./load.ts";
import { groundOf, type GroundName } from "./ground.ts";
import { people } from "./people.ts";
import { row, type Row } from "./report.ts";

export interface StopOptions {
  seed: number;
  on?: GroundName;
  stops: number;
  people: number;
  file: string;
}

/** The server runs at least so long before it is told to end (ms). */
const LIFE_MS = 400;
/** Every answer takes so long to reach LINE, so that there is something to wait for (ms). */
const SLOW_MS = 300;
const LIMIT_MS = 10_000;

export async function stop({ seed, on = "SQLite", stops, people: count, file }: StopOptions): Promise<Row> {
  const began = performance.now();
  const by = chance(seed);
  const place = await startNode(file, await groundOf(on));
  try {
    place.line.fault.next = () => slow(by, SLOW_MS);
    const load = writing(place, people(count));
    const [problems, took] = [[] as string[], [] as number[]];
    for (let n = 0; n < stops; n += 1) {
      load.go();
      await pause(LIFE_MS * (1 + by.next()));
      const from = performance.now();
      place.child().kill("SIGTERM");
      const [[code]] = await Promise.all([once(place.child(), "exit"), refusedOnce(load).then(load.stop)]);
      took.push(performance.now() - from);
      if (code !== 0) problems.push(`it ended with ${String(code)}`);
      const owed = await owedTo(place, load.all);
      if (owed > 0) problems.push(`${owed} people are still owed something`);
      await place.again();
      await load.redeliver(by);
    }
    await nothingOwed(place, load.all);
    const longest = Math.round(Math.max(...took));
    const refused = load.statuses.get(503) ?? 0;
    const counts = { stops, deliveries: load.brought, "answered 503": refused, "longest stop in ms": longest };
    return row(
      `stop is clean (${on})`,
      { seed, began, counts, found: await audit(place.store, place.line.line, load.all) },
      [
        ...problems,
        ...(longest > LIMIT_MS ? [`it took ${longest} ms to end`] : []),
        // One stop may end before anybody writes again.
        ...(refused === 0 && stops > 1 ? ["nothing was refused with 503"] : []),
      ],
    );
  } finally {
    await place.close();
  }
}

// --- helpers ---

/** People write on until somebody is told 503, or nobody answers any more. */
async function refusedOnce({ statuses }: Load): Promise<void> {
  const count = (): number => (statuses.get(503) ?? 0) + (statuses.get(0) ?? 0);
  for (const before = count(); count() === before;) await pause(5);
}
