// People who write to a server in another process as fast as it answers, and LINE's redelivery of what got no 200.
import type { Chance } from "../../src/try/trouble/chance.ts";
import type { Fault, WebhookEvent } from "../../src/try/local-line.ts";
import { moveTo } from "../golden/place.ts";
import type { NodePlace } from "../node/start.ts";
import { writes, type Person } from "./people.ts";
import { owing } from "./world.ts";

const PATIENCE_MS = 60_000;
/**
 * A claim is held for half a minute and a reply token lives for less than one: so little at a time that both count, and
 * that no reply that leaves before the clocks are moved (at most 50 s after its webhook) comes after its minute.
 */
const LATER_MS = 9_500;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Every call to LINE takes up to so long, there and back. */
export const slow =
  (by: Chance, most: number): Fault =>
  async (go) => {
    await pause(by.next() * most);
    const answer = await go();
    await pause(by.next() * most);
    return answer;
  };

export interface Load {
  all: Person[];
  brought: number;
  again: number;
  /** How often which status was answered; 0 where nobody answered. */
  statuses: Map<number, number>;
  /** Everybody writes, each next word after the answer to the one before. */
  go(): void;
  /** Nobody writes any more, once what is under way has ended. */
  stop(): Promise<unknown>;
  /** LINE brings what got no 200, in any order, until it gets one. */
  redeliver(by: Chance): Promise<void>;
}

export function writing(place: NodePlace, all: Person[]): Load {
  const { line } = place.line;
  const deliver = place.line.to(new URL("/webhook", place.url));
  const state = { goes: false };
  let [under, refused]: [Promise<void>[], WebhookEvent[]] = [[], []];
  const bring = async (event: WebhookEvent, redelivery = false): Promise<void> => {
    const { status } = await deliver([event], { redelivery });
    load.brought += 1;
    load.statuses.set(status, (load.statuses.get(status) ?? 0) + 1);
    if (status !== 200) refused.push(event);
  };
  const talk = async (person: Person, n: number): Promise<void> => {
    // Once LINE gets no answer, it is no use writing on: the server is dead.
    while (state.goes && refused.length < all.length) await bring(writes(line, person, n));
  };
  const load: Load = {
    all,
    brought: 0,
    again: 0,
    statuses: new Map(),
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

/** How many of these people are owed something, and how many words of theirs wait to be heard. */
export const owedTo = async (place: NodePlace, all: Person[]): Promise<number> => owing(await loadAll(place, all));

/** How many words of these people wait to be heard, and were not heard by any. */
export async function waitingIn(place: NodePlace, all: Person[]): Promise<number> {
  const { talks, unheard } = await loadAll(place, all);
  return unheard.filter(({ key, arrival }) => !talks.get(key)?.seen.includes(arrival.id)).length;
}

const loadAll = ({ store }: NodePlace, all: Person[]) =>
  store.talks.load(
    all.map(({ key }) => key),
    [],
  );

/** The jobs do what the dead left; the clock is moved until nothing is owed. */
export async function nothingOwed(place: NodePlace, all: Person[]): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while ((await owedTo(place, all)) > 0) {
    if (performance.now() > end) throw new Error("something stays owed");
    await moveTo(place, place.line.clock.now() + LATER_MS);
    await pause(1200);
  }
}
