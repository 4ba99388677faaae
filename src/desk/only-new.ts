// Twice is harmless: an event that was seen before, however long ago, changes nothing; and none that is new is left out.
import type { Arrival, Talk } from "../ports.ts";
import type { Room } from "./room.ts";

/** What of these arrivals is new. `gone`: events of talks that were erased. Silence is over once a word was said. */
export async function onlyNew(room: Room, talk: Talk, arrivals: Arrival[], gone: Set<string>): Promise<Arrival[]> {
  const seen = new Set([...talk.seen, ...gone]);
  const fresh = arrivals.filter(({ id }) => !seen.has(id) && seen.add(id));
  const isQuiet = ({ input, at }: Arrival): boolean =>
    input.kind !== "quiet" || (at === talk.state.lastAt && fresh.length === 1);
  return notKept(room, talk, fresh.filter(isQuiet));
}

export const speaks = ({ input }: Arrival): boolean => !["follow", "unfollow", "unsend", "quiet"].includes(input.kind);

// --- internal ---

/**
 * Events from before the row's memory begins (`forgotten`): a word among them is new where it is kept nowhere. A friendship
 * or a block of then says nothing of now; taking a word back twice is harmless.
 */
async function notKept(room: Room, talk: Talk, arrivals: Arrival[]): Promise<Arrival[]> {
  const { forgotten = -1, unfiled } = talk;
  const old = arrivals.filter(({ at, input }) => at <= forgotten && input.kind !== "unsend" && input.kind !== "quiet");
  if (old.length === 0) return arrivals;
  const words = old.filter(speaks).map(wordOf);
  const kept = new Set([...(await room.store.records.kept(words)), ...unfiled.map(({ id }) => id)]);
  const isKept = (arrival: Arrival): boolean => !speaks(arrival) || kept.has(wordOf(arrival));
  return arrivals.filter((arrival) => !old.includes(arrival) || !isKept(arrival));
}

/** As `incoming` names it. */
const wordOf = ({ messageId, id }: Arrival): string => messageId ?? id;
