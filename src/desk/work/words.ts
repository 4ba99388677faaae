// What is erased and said for one talk, in this order: erased before 「消しました」. The record stands filed already: that
// is part of the write that keeps the words, so that 「受け付けました」 is said of nothing else.
import type { OwedWords } from "../../ports.ts";
import { isOurs, type Claim } from "../claim.ts";
import type { Room } from "../room.ts";
import { say } from "./say.ts";
import { settle } from "./settle.ts";
import { canWait, type Strikes } from "./strikes.ts";

/** LINE asks for the loading sign only where an answer takes its time. */
const LOADING_MS = 1000;
/** No talk has this key: what is erased under it are words, never a row. */
const NOBODY = "";

/** @throws when the store fails; what was done until then stands in `claim.done` */
export async function words(room: Room, strikes: Strikes, claim: Claim): Promise<void> {
  const { talk } = claim;
  const says = claim.mine.filter((item) => item.do === "say");
  await eraseAll(room, claim);
  await sayAll(room, claim, says);
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

/** In their order. What was said before the store failed is not said again. */
async function sayAll(room: Room, claim: Claim, says: OwedWords[]): Promise<void> {
  const open = says.filter(({ id }) => !claim.done.some((one) => one.id === id));
  if (open.length === 0) return;
  const sign = setTimeout(() => void room.channel.loading(claim.talk.person).catch(() => {}), LOADING_MS);
  try {
    for (const item of open) if (isOurs(room, item)) claim.done.push(await say(room, claim.talk, item));
  } finally {
    clearTimeout(sign);
  }
}

async function fileEntries(room: Room, { done }: Claim): Promise<void> {
  const entries = done.flatMap((one) => one.entries);
  if (entries.length > 0) await room.store.talks.file({ messages: [], intakes: [], entries, retractions: [] });
}
