// What LINE got a 200 for is never lost: the real server is killed (SIGKILL) at random moments under load, again and again.
import { once } from "node:events";
import { chance } from "../../src/try/trouble/chance.ts";
import { startNode } from "../node/start.ts";
import { audit } from "./audit.ts";
import { nothingOwed, pause, slow, waitingIn, writing } from "./load.ts";
import { groundOf, type GroundName } from "./ground.ts";
import { people, secretsOf } from "./people.ts";
import { row, type Row } from "./report.ts";

export interface KillOptions {
  seed: number;
  on?: GroundName;
  kills: number;
  people: number;
  /** The program: as it is written, or compiled. */
  file: string;
  /** Told after each kill. */
  onKill?: (n: number) => void;
}

/**
 * Every other server lives so long at most, once it listens (ms): it is killed while its languages are made ready and words
 * wait; the others so long, that it hears and answers.
 */
const [SHORT_LIFE_MS, LONG_LIFE_MS] = [500, 5_000];
/** So many kills must have tried everything. */
const MANY = 20;
/** A call to LINE takes so long at most there and back, so that kills fall into calls (ms). */
const SLOW_MS = 30;

export async function kill({ seed, on = "SQLite", kills, people: count, file, onKill }: KillOptions): Promise<Row> {
  const began = performance.now();
  const by = chance(seed);
  const ground = await groundOf(on);
  const place = await startNode(file, ground);
  try {
    place.line.fault.next = () => slow(by, SLOW_MS);
    const load = writing(place, people(count));
    let waiting = 0;
    for (let n = 0; n < kills; n += 1) {
      load.go();
      await pause(by.next() * (n % 2 === 0 ? SHORT_LIFE_MS : LONG_LIFE_MS));
      place.child().kill("SIGKILL");
      await Promise.all([once(place.child(), "exit"), load.stop()]);
      waiting += await waitingIn(place, load.all);
      await place.again();
      await load.redeliver(by);
      onKill?.(n + 1);
    }
    await nothingOwed(place, load.all);
    const found = await audit(place.store, place.line.line, load.all);
    const counts = {
      kills,
      deliveries: load.brought,
      "not answered, brought again": load.again,
      "acknowledged before they were heard": waiting,
    };
    return row(`what LINE got a 200 for is never lost (${on})`, { seed, began, counts, found }, [
      ...(load.again === 0 ? ["no kill fell into a webhook: nothing was tried"] : []),
      ...(kills >= MANY && waiting === 0 ? ["no kill fell between a 200 and the hearing: too few wrote at once"] : []),
      ...(await ground.broken()),
      ...(await ground.inClear(secretsOf(load.all), place.rows)).map((secret) => `in clear: ${secret}`),
    ]);
  } finally {
    await place.close();
  }
}
