// Owed → done: what was done is struck out of the row, however often the row moved meanwhile.
import type { Owed, Talk } from "../../ports.ts";
import type { Done } from "../claim.ts";
import type { Room } from "../room.ts";
import { moveOf } from "../talk.ts";

/** What stands in the store's tables now. Words and what is owed may bear the same id (staff's do). */
export interface Filed {
  words: Set<string>;
  owed: Set<string>;
}
export const NOTHING_FILED: Filed = { words: new Set(), owed: new Set() };

/** Others write to the same row; so often it is read again and struck out there. */
const TRIES = 20;

/** Strikes out what was filed and what was done. @throws when the store fails; then it must be struck out later. */
export async function settle(room: Room, talk: Talk, filed: Filed, done: Done[]): Promise<void> {
  let open: Talk | undefined = talk;
  for (let n = 0; n < TRIES; n += 1) {
    if (open === undefined || (await write(room, open, strike(open, filed, done)))) return;
    open = (await room.store.talks.load([talk.key], [])).talks.get(talk.key);
  }
  throw new Error("the talk kept moving; what was done is struck out later");
}

/** The talk without what was filed and done; what is owed instead stands in it. */
export function strike(talk: Talk, filed: Filed, done: Done[]): Talk {
  const ended = new Map(done.map((one) => [one.id, one]));
  const said = talk.owed.flatMap(({ id }) => ended.get(id)?.said ?? []);
  return {
    ...talk,
    unfiled: [...talk.unfiled.filter(({ id }) => !filed.words.has(id)), ...said],
    owed: talk.owed.filter((item) => !isFiled(talk, filed, item)).flatMap((item) => after(item, ended.get(item.id))),
  };
}

// --- internal ---

/** A talk that was erased and has nothing more to say goes; every other row is written. True if it still stood there. */
async function write(room: Room, before: Talk, after: Talk): Promise<boolean> {
  const erase = after.owed.findLast((item) => item.do === "erase");
  const isEmpty = after.state.intake === null && after.unfiled.length === 0;
  if (erase === undefined || !isEmpty || after.owed.some((item) => item.do !== "erase"))
    return (await room.store.talks.commit([moveOf(room, after)])).has(after.key);
  const { leave, seen, intake } = erase;
  return room.store.talks.erase({ key: before.key, base: before.revision, leave, seen, intake });
}

/** The wish to be erased stays until the row goes, unless new words have begun a new talk in it. */
const isFiled = ({ state }: Talk, { owed }: Filed, { do: what, id }: Owed): boolean =>
  owed.has(id) && (what !== "erase" || state.intake !== null);

/** How a try went is noted on the words as they stand in the row: what they quoted may have been taken back meanwhile. */
function after(item: Owed, done: Done | undefined): Owed[] {
  if (done === undefined) return [item];
  const { next } = done;
  if (next?.do !== "say" || item.do !== "say") return next === null ? [] : [next];
  return [{ ...item, tries: next.tries, nextAt: next.nextAt, unsure: next.unsure }];
}
