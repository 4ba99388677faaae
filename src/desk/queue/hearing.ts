// Who is heard before their 200, and who is kept as they came and heard in turn: a burst is taken in sooner than it can be
// answered, and LINE waits for a 200 no longer than two seconds.
import type { Unheard } from "../../ports.ts";
import type { Room } from "../room.ts";
import { wordsIn, type ByTalk } from "./by-talk.ts";

/** What became of a webhook's events. */
export interface Heard {
  keys: string[];
  /** Some of them were not kept. */
  failed: boolean;
  /** Of these talks nothing was heard or kept: they must wait until it is ready what these words need. */
  unready: Map<string, string[]>;
}

export interface Hearing {
  /** Durable when it returns, whether it was heard by then or not. */
  take(events: ByTalk): Promise<Pick<Heard, "keys" | "failed">>;
  /** Hears what is kept of these talks, with these events; it waits until what that needs is ready. */
  hearAll(events: ByTalk): Promise<void>;
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
  const unready = (words: Iterable<string[]>): Readying => room.unready?.([...words].flat()) ?? null;
  async function inTurn(events: ByTalk): Promise<Heard> {
    before += 1;
    return hear(events).finally(() => (before -= 1));
  }
  async function hearAll(events: ByTalk): Promise<void> {
    const { unready: waiting } = await inTurn(events);
    if (waiting.size === 0) return;
    await unready(waiting.values())?.();
    await inTurn(only(events, waiting));
  }
  async function keepFirst(events: ByTalk, readying: Readying): Promise<void> {
    const keys = [...events.keys()];
    const keeping = room.store.talks.keep(rowsOf(room, events));
    const turn = keeping
      .then(readying)
      .then(() => hearAll(new Map(keys.map((key) => [key, []]))))
      .catch(() => room.log.error({}, "desk: what was kept could not be heard now, it will be tried again"));
    turns.put(keys, turn);
    ends.put(
      keys,
      turn.then(() => answer(keys)),
    );
    await keeping;
  }
  return {
    hearAll,
    async take(events) {
      const keys = [...events.keys()];
      const readying = unready([...events.values()].map(wordsIn));
      // Nobody overtakes their own words that wait.
      if (readying !== null || before >= most || keys.some((key) => turns.has(key))) {
        await keepFirst(events, readying);
        return { keys, failed: false };
      }
      const { failed, unready: waiting } = await inTurn(events);
      if (waiting.size > 0) await keepFirst(only(events, waiting), unready(waiting.values()));
      return { keys, failed };
    },
    waits: (key) => turns.has(key),
    ended: async (key) => ends.get(key),
  };
}

// --- internal ---

/** Makes ready what words must wait for; null where nothing need be. */
type Readying = (() => Promise<unknown>) | null;

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

const only = (events: ByTalk, keys: Map<string, unknown>): ByTalk =>
  new Map([...events].filter(([key]) => keys.has(key)));

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
