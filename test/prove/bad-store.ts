// A store on a bad day: locked, full, or gone before a call or just after it took effect; chosen by a seed.
import type { Store } from "../../src/ports.ts";
import type { Chance } from "../../src/try/trouble/chance.ts";

/** "… after" means: it was done, and nobody was told. */
const FAULTS = {
  locked: { code: "SQLITE_BUSY", message: "database is locked", after: false },
  "disk full": { code: "SQLITE_FULL", message: "database or disk is full", after: false },
  "connection lost": { code: "ECONNRESET", message: "Connection terminated unexpectedly", after: false },
  "connection lost after the commit": { code: "ECONNRESET", message: "Connection terminated", after: true },
  "failover in mid-transaction": { code: "57P01", message: "terminating connection", after: false },
} as const;

export type StoreFault = keyof typeof FAULTS;
export const STORE_FAULTS = Object.keys(FAULTS) as StoreFault[];

export interface BadStore {
  store: Store;
  /** Which faults now, and for which part of the calls (0 to 1). */
  set(names: readonly StoreFault[], rate: number): void;
  /** How often each was done. */
  done: Map<StoreFault, number>;
}

export function badStore(good: Store, by: Chance): BadStore {
  let [now, part]: [readonly StoreFault[], number] = [[], 0];
  const done = new Map<StoreFault, number>();
  const fall = (): StoreFault | null => {
    if (now.length === 0 || !by.hits(part)) return null;
    const name = by.pick(now);
    done.set(name, (done.get(name) ?? 0) + 1);
    return name;
  };
  const set: BadStore["set"] = (names, rate) => void ([now, part] = [names, rate]);
  const { talks, records, media } = good;
  const store = {
    ...good,
    talks: around(talks, ["load", "commit", "strike", "keep", "heard", "putOff", "erase", "file", "due"], fall),
    records: around(records, ["find", "findByReceipt", "talkOf", "waiting", "act"], fall),
    media: around(media, ["keep", "mark", "find"], fall),
  };
  return { store, set, done };
}

// --- internal ---

type Call = (...args: unknown[]) => Promise<unknown>;

/** The same room, where these calls may fail. */
function around<Room extends object>(room: Room, names: (keyof Room)[], fall: () => StoreFault | null): Room {
  const broken = names.map((name) => {
    const call = (room[name] as Call).bind(room);
    const failing: Call = async (...args) => {
      const fault = fall();
      if (fault === null) return call(...args);
      const { code, message, after } = FAULTS[fault];
      if (after) await call(...args);
      throw Object.assign(new Error(message), { code });
    };
    return [name, failing];
  });
  return { ...room, ...(Object.fromEntries(broken) as Partial<Room>) };
}
