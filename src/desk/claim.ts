// Who does what is owed: whoever took it, for half a minute. Taking is part of a conditional write, so that of two
// processes, or of two who look at once, exactly one says the words.
import type { Entry, Message } from "../intake/intake.ts";
import type { Owed, Talk } from "../ports.ts";
import type { Room } from "./room.ts";
import { hasToken } from "./work/when.ts";

/** What is done outside the store, and so must not be done by two at once. */
export type Leased = Extract<Owed, { nextAt: number }>;

/** What came of one thing that was owed. */
export interface Done {
  id: string;
  /** What is owed instead; null for nothing more. */
  next: Owed | null;
  /** Words for the conversation that staff read. */
  said: Message[];
  /** What staff should see of it. */
  entries: Entry[];
}

export interface Claim {
  /** The talk as this process has kept it. */
  talk: Talk;
  /** What is ours to do, as it truly stands; `nextAt` is until when it is ours. */
  mine: Leased[];
  /** What was done and is not yet struck out of the row. */
  done: Done[];
}

/** Long enough for a try, its time-out and another; short enough that a reply token still lives after a crash (ms). */
export const LEASE_MS = 30_000;
/** A call to LINE ends within ten seconds; nothing is begun that could outlast the lease. */
const TRY_MS = 12_000;

/** What failed is tried again within so long while somebody may be waiting (ms). */
export const SOON_AGAIN_MS = 20_000;

/**
 * Takes what is due, and with words also the earlier words that would soon be said again: they are said in their order. The
 * row is told that it was tried, since nobody else will know how it ended if we do not come back.
 */
export function takeDue(room: Room, talk: Talk): Claim {
  const until = room.now() + LEASE_MS;
  const isDue = (item: Owed): boolean => "nextAt" in item && item.nextAt <= room.now();
  const lastWords = talk.owed.findLastIndex((item) => item.do === "say" && isDue(item));
  const mine: Leased[] = [];
  const owed = talk.owed.map((item, n) => {
    if (!("nextAt" in item) || !(isDue(item) || (n < lastWords && waitsSoon(room, item)))) return item;
    mine.push({ ...free(item), nextAt: until });
    const taken = { ...item, nextAt: until, tries: item.tries + 1 };
    return taken.do === "say"
      ? { ...taken, unsure: taken.unsure || hasToken(room, taken), leased: true as const }
      : taken;
  });
  return { talk: { ...talk, owed }, mine, done: [] };
}

/** Words that nobody says just now, and that will be tried again within seconds. */
export const waitsSoon = (room: Room, item: Owed): boolean =>
  item.do === "say" && item.leased !== true && item.nextAt <= room.now() + SOON_AGAIN_MS;

/** May a try still be begun? */
export const isOurs = (room: Room, { nextAt }: { nextAt: number }): boolean => room.now() + TRY_MS <= nextAt;

/** The claims this process holds and has not begun, by the talk's key. */
export interface Claims {
  put(claim: Claim): void;
  /** Gives it once. */
  take(key: string): Claim | undefined;
  has(key: string): boolean;
  keys(): string[];
}

export function heldClaims(): Claims {
  const held = new Map<string, Claim>();
  return {
    put: (claim) => void held.set(claim.talk.key, joined(held.get(claim.talk.key), claim)),
    take(key) {
      const claim = held.get(key);
      held.delete(key);
      return claim;
    },
    has: (key) => held.has(key),
    keys: () => [...held.keys()],
  };
}

// --- internal ---

function free(item: Leased): Leased {
  if (item.do !== "say") return item;
  const { leased: _, ...rest } = item;
  return rest;
}

function joined(one: Claim | undefined, other: Claim): Claim {
  if (one === undefined) return other;
  const talk = one.talk.revision > other.talk.revision ? one.talk : other.talk;
  return { talk, mine: [...one.mine, ...other.mine], done: [...one.done, ...other.done] };
}
