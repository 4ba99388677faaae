// Who is heard before their 200, and who is kept as they came and heard in turn: a burst is taken in sooner than it can be
// answered, and LINE waits for a 200 no longer than two seconds.
import type { Unheard } from "../../ports.ts";
import type { Room } from "../room.ts";
import type { ByTalk } from "./by-talk.ts";

/** What became of a webhook's events. */
export interface Heard {
  keys: string[];
  /** Some of them were not kept. */
  failed: boolean;
}

export interface Hearing {
  /** Durable when it returns, whether it was heard by then or not. */
  take(events: ByTalk): Promise<Heard>;
  /** Does something of this talk wait for its turn here? */
  waits(key: string): boolean;
  /** Ends when what of this talk waited here was heard and answered, or could not be. Never throws. */
  ended(key: string): Promise<unknown>;
}

/** So long (ms) whoever kept something may take to hear it; then the jobs of any program do. */
const UNHEARD_MS = 10_000;

/**
 * `hear` plays what it is given, and whatever waits to be heard of the same talks; `answer` does what is owed then, and
 * never throws.
 */
export function hearing(
  room: Room,
  hear: (events: ByTalk) => Promise<Heard>,
  answer: (keys: string[]) => Promise<unknown>,
): Hearing {
  const [turns, ends] = [newest(), newest()];
  const most = room.busy?.atOnce ?? Number.POSITIVE_INFINITY;
  let before = 0;
  async function inTurn(events: ByTalk): Promise<Heard> {
    before += 1;
    return hear(events).finally(() => (before -= 1));
  }
  return {
    async take(events) {
      const keys = [...events.keys()];
      const readying = room.unready?.(wordsIn(events)) ?? null;
      // Nobody overtakes their own words that wait.
      if (readying === null && before < most && !keys.some((key) => turns.has(key))) return inTurn(events);
      const keeping = room.store.talks.keep(rowsOf(room, events));
      const turn = keeping
        .then(readying)
        .then(() => inTurn(new Map(keys.map((key) => [key, []]))))
        .catch(() => room.log.error({}, "desk: what was kept could not be heard now, it will be tried again"));
      turns.put(keys, turn);
      ends.put(
        keys,
        turn.then(() => answer(keys)),
      );
      await keeping;
      return { keys, failed: false };
    },
    waits: (key) => turns.has(key),
    ended: async (key) => ends.get(key),
  };
}

// --- internal ---

function rowsOf({ office, now }: Room, events: ByTalk): Unheard[] {
  const at = now();
  const row = (key: string, arrival: Unheard["arrival"], n: number): Unheard => ({
    key,
    office: office.id,
    arrival: { ...arrival, cameAt: at + n / 1000 },
    dueAt: at + UNHEARD_MS,
  });
  return [...events].flatMap(([key, all]) => all.map((arrival, n) => row(key, arrival, n)));
}

const wordsIn = (events: ByTalk): string =>
  [...events.values()].flatMap((all) => all.map(({ input }) => (input.kind === "text" ? input.text : ""))).join("\n");

/** The newest work under way for each key. */
function newest() {
  const all = new Map<string, Promise<unknown>>();
  return {
    has: (key: string): boolean => all.has(key),
    get: (key: string): Promise<unknown> | undefined => all.get(key),
    put(keys: string[], work: Promise<unknown>): void {
      for (const key of keys) all.set(key, work);
      void work.then(() => keys.forEach((key) => all.get(key) === work && all.delete(key)));
    },
  };
}
