// Tells the people on duty. It waits for nothing: neither for the record to be filed nor for LINE.
import type { Claim, Done } from "../claim.ts";
import type { Owed } from "../../ports.ts";
import type { Room } from "../room.ts";
import { settle } from "./settle.ts";
import { pauseAfter } from "./when.ts";

/** So that a pager that comes back is met within a minute of the words (ms). */
const LONGEST_WAIT_MS = 20_000;

/** @throws when the store fails; that they were told stands in `claim.done` */
export async function alert(room: Room, claim: Claim): Promise<void> {
  for (const item of claim.mine)
    if (item.do === "alert" && !claim.done.some(({ id }) => id === item.id)) claim.done.push(await tell(room, item));
  await settle(room, claim.talk, claim.done);
}

// --- internal ---

async function tell(room: Room, item: Extract<Owed, { do: "alert" }>): Promise<Done> {
  const ended = { id: item.id, said: [], entries: [] };
  // Nobody on duty: the queue and every staff page say so in red.
  if (room.pager === null || (await room.pager.tell(item.alert).catch(() => false))) return { ...ended, next: null };
  const tries = item.tries + 1;
  const nextAt = room.now() + pauseAfter(item.id, tries, { first: 1000, longest: LONGEST_WAIT_MS });
  return { ...ended, next: { ...item, tries, nextAt } };
}
