// Owed → done: what was done is struck out of the row, however often the row moved meanwhile.
import type { Owed, Talk } from "../../ports.ts";
import type { Done } from "../claim.ts";
import type { Room } from "../room.ts";
import { moveOf } from "../talk.ts";

/** Others write to the same row; so often it is read again and struck out there. */
const TRIES = 20;

/** Strikes out what was done, of words and of erasing. @throws when the store fails; then it must be struck out later. */
export async function settle(room: Room, talk: Talk, done: Done[]): Promise<void> {
  let open: Talk | undefined = talk;
  for (let n = 0; n < TRIES; n += 1) {
    if (open === undefined || (await write(room, open, strike(open, done)))) return;
    open = (await room.store.talks.load([talk.key], [])).talks.get(talk.key);
  }
  throw new Error("the talk kept moving; what was done is struck out later");
}

/** The talk without what was done; what is owed instead stands in it. */
export function strike(talk: Talk, done: Done[]): Talk {
  const ended = new Map(done.map((one) => [one.id, one]));
  const said = talk.owed.flatMap(({ id }) => ended.get(id)?.said ?? []);
  return {
    ...talk,
    unfiled: [...talk.unfiled, ...said],
    owed: talk.owed.flatMap((item) => (isErasing(talk, item) ? [item] : after(item, ended.get(item.id)))),
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
const isErasing = ({ state }: Talk, item: Owed): boolean => item.do === "erase" && state.intake === null;

/** How a try went is noted on the words as they stand in the row: what they quoted may have been taken back meanwhile. */
function after(item: Owed, done: Done | undefined): Owed[] {
  if (done === undefined) return [item];
  const { next } = done;
  if (next?.do !== "say" || item.do !== "say") return next === null ? [] : [next];
  return [{ ...item, tries: next.tries, nextAt: next.nextAt, unsure: next.unsure }];
}
