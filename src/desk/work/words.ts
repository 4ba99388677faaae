// What is filed, erased and said for one talk, in this order: kept before answered, filed before 「受け付けました」,
// erased before 「消しました」.
import type { Filing, OwedWords, Talk } from "../../ports.ts";
import { isOurs, type Claim } from "../claim.ts";
import type { Room } from "../room.ts";
import { say } from "./say.ts";
import { settle, type Filed } from "./settle.ts";
import { canWait, type Strikes } from "./strikes.ts";

/** LINE asks for the loading sign only where an answer takes its time. */
const LOADING_MS = 1000;
/** No talk has this key: what is erased under it are words, never a row. */
const NOBODY = "";

/** @throws when the store fails; what was said until then stands in `claim.done` */
export async function words(room: Room, strikes: Strikes, claim: Claim): Promise<void> {
  const { talk } = claim;
  const filed = filedOf(talk);
  const files = filed.words.size + filed.owed.size > 0;
  const says = claim.mine.filter((item) => item.do === "say");
  if (!files && says.length === 0 && claim.done.length === 0) return;
  if (files) await file(room, talk);
  await sayAll(room, claim, says);
  await fileEntries(room, claim);
  if (
    room.busy &&
    canWait(talk, claim.done) &&
    (await strikes.wait(talk.key, { filed, done: claim.done }, room.busy.linger()))
  )
    return;
  await settle(room, talk, filed, claim.done);
}

// --- internal ---

/** Everything that can be filed twice without harm, and is therefore nobody's own. */
const filedOf = ({ unfiled, owed }: Talk): Filed => ({
  words: new Set(unfiled.map(({ id }) => id)),
  owed: new Set(
    owed.filter(({ do: what }) => what === "file" || what === "retract" || what === "erase").map(({ id }) => id),
  ),
});

async function file(room: Room, talk: Talk): Promise<void> {
  await room.store.talks.file(filingOf(talk));
  for (const item of talk.owed) {
    if (item.do !== "erase") continue;
    const { leave, seen, intake } = item;
    await room.store.talks.erase({ key: NOBODY, base: 0, leave, seen, intake });
  }
}

function filingOf({ unfiled, owed, revision }: Talk): Filing {
  const files = owed.filter((item) => item.do === "file");
  return {
    messages: unfiled,
    intakes: files.map(({ intake, raise }) => ({ intake, raise, talkRevision: revision })),
    entries: files.flatMap(({ entries }) => entries),
    retractions: owed.filter((item) => item.do === "retract").map(({ messageId, at }) => ({ messageId, at })),
  };
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
