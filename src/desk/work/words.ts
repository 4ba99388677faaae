// What is erased and said for one talk, in this order: erased before 「消しました」. The record stands filed already: that
// is part of the write that keeps the words, so that 「受け付けました」 is said of nothing else.
import type { Owed, OwedWords } from "../../ports.ts";
import { isOurs, waitsSoon, type Claim, type Done } from "../claim.ts";
import type { Room } from "../room.ts";
import { say } from "./say.ts";
import { settle } from "./settle.ts";
import { canWait, type Strikes } from "./strikes.ts";

/** LINE asks for the loading sign only where an answer takes its time. */
const LOADING_MS = 1000;
/** Nobody waits longer for earlier words: one that LINE never takes holds up no answer to danger (ms). */
const HELD_UP_MS = 60_000;
/** No talk has this key: what is erased under it are words, never a row. */
const NOBODY = "";

/** @throws when the store fails; what was done until then stands in `claim.done` */
export async function words(room: Room, strikes: Strikes, claim: Claim): Promise<void> {
  const { talk } = claim;
  const says = claim.mine.filter((item) => item.do === "say");
  await eraseAll(room, claim);
  await sayAll(room, strikes, claim, says);
  if (claim.done.length === 0) return;
  await fileEntries(room, claim);
  const linger = canWait(claim) ? room.busy?.linger : undefined;
  if (linger !== undefined && (await strikes.wait(talk.key, claim.done, linger()))) return;
  await settle(room, talk, claim.done);
}

// --- internal ---

/** Can be done twice without harm, and is therefore nobody's own. */
async function eraseAll(room: Room, { talk, done }: Claim): Promise<void> {
  for (const item of talk.owed) {
    if (item.do !== "erase" || done.some(({ id }) => id === item.id)) continue;
    const { id, leave, seen, intake } = item;
    await room.store.talks.erase({ key: NOBODY, base: 0, leave, seen, intake });
    done.push({ id, next: null, said: [], entries: [] });
  }
}

/**
 * In their order: where words must be tried again within seconds, those behind them wait with them, for a minute at most;
 * who waits for the month's quota holds up nobody. What was said before the store failed is not said again.
 */
async function sayAll(room: Room, strikes: Strikes, claim: Claim, says: OwedWords[]): Promise<void> {
  const open = says.filter(({ id }) => !claim.done.some((one) => one.id === id));
  if (open.length === 0) return;
  let until = await earlierWait(room, strikes, claim);
  const sign = setTimeout(() => void room.channel.loading(claim.talk.person).catch(() => {}), LOADING_MS);
  try {
    for (const item of open) {
      if (until === null && !isOurs(room, item)) continue;
      const one: Done = until === null ? await say(room, claim.talk, item) : behind(item, until);
      claim.done.push(one);
      until = Math.max(until ?? 0, one.next === null ? 0 : holdsUntil(room, one.next)) || null;
    }
  } finally {
    clearTimeout(sign);
  }
}

/** Until when those behind these words wait; 0 where they wait for nothing. */
const holdsUntil = (room: Room, item: Owed): number =>
  item.do === "say" && waitsSoon(room, item) && room.now() - item.tokenAt < HELD_UP_MS ? item.nextAt : 0;

const behind = (item: OwedWords, nextAt: number): Done => ({
  id: item.id,
  next: { ...item, nextAt },
  said: [],
  entries: [],
});

/** Earlier words that stood in the row when these were taken: until when they wait, or null where nothing holds these up. */
async function earlierWait(room: Room, strikes: Strikes, { talk, mine, done }: Claim): Promise<number | null> {
  const first = talk.owed.findIndex(({ id }) => mine.some((item) => item.id === id));
  const known = [...mine, ...done, ...strikes.waiting(talk.key)];
  const isOpen = (id: string): boolean => !known.some((item) => item.id === id);
  const earlier = talk.owed.slice(0, first).filter((item) => item.do === "say" && isOpen(item.id));
  if (earlier.length === 0) return null;
  const loaded = await room.store.talks.load([talk.key], []).catch(() => null);
  const now = loaded?.talks.get(talk.key)?.owed ?? [];
  const waiting = now.filter((item) => earlier.some(({ id }) => id === item.id));
  return Math.max(0, ...waiting.map((item) => holdsUntil(room, item))) || null;
}

async function fileEntries(room: Room, { done }: Claim): Promise<void> {
  const entries = done.flatMap((one) => one.entries);
  if (entries.length > 0) await room.store.talks.file({ messages: [], intakes: [], entries, retractions: [] });
}
