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
  /** Ends when what was taken of this talk was heard, or could not be. Never throws. */
  heard(key: string): Promise<unknown>;
}

/** `hear` plays what it is given, and whatever waits to be heard of the same talks. `until`: when the jobs should look (ms). */
export function hearing(room: Room, hear: (events: ByTalk) => Promise<Heard>, until: () => number): Hearing {
  const turns = new Map<string, Promise<unknown>>();
  let before = 0;
  async function inTurn(events: ByTalk): Promise<Heard> {
    before += 1;
    return hear(events).finally(() => (before -= 1));
  }
  /** What fails stays kept: the jobs look after it. */
  function later(keys: string[]): void {
    const turn: Promise<unknown> = inTurn(new Map(keys.map((key) => [key, []])))
      .catch(() => room.log.error({}, "desk: what was kept could not be heard now, it will be tried again"))
      .then(() => keys.forEach((key) => turns.get(key) === turn && turns.delete(key)));
    for (const key of keys) turns.set(key, turn);
  }
  return {
    async take(events) {
      if (before < (room.busy?.atOnce ?? Number.POSITIVE_INFINITY)) return inTurn(events);
      await room.store.talks.keep(rowsOf(room, events, until()));
      const keys = [...events.keys()];
      later(keys);
      return { keys, failed: false };
    },
    heard: async (key) => turns.get(key),
  };
}

// --- internal ---

const rowsOf = ({ office }: Room, events: ByTalk, dueAt: number): Unheard[] =>
  [...events].flatMap(([key, all]) => all.map((arrival) => ({ key, office: office.id, arrival, dueAt })));
