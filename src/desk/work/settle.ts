// Owed → done: what was done is struck out of the row, however often the row moved meanwhile.
import type { Talk } from "../../ports.ts";
import type { Done } from "../claim.ts";
import type { Room } from "../room.ts";
import { dueAt, moveOf } from "../talk.ts";
import { isPlain, withoutDone } from "./struck.ts";

/** Others write to the same row; so often it is read again and struck out there. */
const TRIES = 20;

/** Strikes out what was done, of words and of erasing. @throws when the store fails; then it must be struck out later. */
export async function settle(room: Room, talk: Talk, done: Done[]): Promise<void> {
  let open: Talk | undefined = talk;
  for (let n = 0; n < TRIES; n += 1) {
    if (open === undefined || (await write(room, open, done))) return;
    open = (await room.store.talks.load([talk.key], [])).talks.get(talk.key);
  }
  throw new Error("the talk kept moving; what was done is struck out later");
}

// --- internal ---

/**
 * Where nothing came of it but that it is done, the sealed words stay as they are. A talk that was erased and has nothing
 * more to say goes; every other row is written. True if it still stood there.
 */
async function write(room: Room, before: Talk, done: Done[]): Promise<boolean> {
  const after = withoutDone(before, done);
  const erase = after.owed.findLast((item) => item.do === "erase");
  if (erase === undefined && before.unfiled.length === 0 && done.every(isPlain)) return strikeOut(room, before, after);
  const isEmpty = after.state.intake === null && after.unfiled.length === 0;
  if (erase === undefined || !isEmpty || after.owed.some((item) => item.do !== "erase"))
    return (await room.store.talks.commit([moveOf(room, after)])).has(after.key);
  const { leave, seen, intake } = erase;
  return room.store.talks.erase({ key: before.key, base: before.revision, leave, seen, intake });
}

async function strikeOut(room: Room, before: Talk, after: Talk): Promise<boolean> {
  const ids = before.owed.filter((item) => !after.owed.includes(item)).map(({ id }) => id);
  const struck = { key: before.key, base: before.revision, ids, dueAt: dueAt(room, after) };
  return ids.length === 0 || (await room.store.talks.strike([struck])).has(before.key);
}
