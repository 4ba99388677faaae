// Owed → done: what was done is struck out of the row, however often the row moved meanwhile.
import type { Entry, Message } from "../../intake/intake.ts";
import type { Owed, Talk } from "../../ports.ts";
import type { Room } from "../room.ts";
import { moveOf } from "../talk.ts";

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

/** Others write to the same row; so often it is read again and struck out there. */
const TRIES = 20;

/** Strikes out what was filed and what was done. @throws when the store fails; then it must be struck out later. */
export async function settle(room: Room, talk: Talk, filed: Set<string>, done: Done[]): Promise<void> {
  let open: Talk | undefined = talk;
  for (let n = 0; n < TRIES; n += 1) {
    if (open === undefined || (await write(room, open, strike(open, filed, done)))) return;
    open = (await room.store.talks.load([talk.key], [])).talks.get(talk.key);
  }
  throw new Error("the talk kept moving; what was done is struck out later");
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

function strike(talk: Talk, filed: Set<string>, done: Done[]): Talk {
  const ended = new Map(done.map((one) => [one.id, one]));
  const said = talk.owed.flatMap(({ id }) => ended.get(id)?.said ?? []);
  const owed = talk.owed.filter(({ id }) => !filed.has(id)).flatMap((item) => after(item, ended.get(item.id)));
  // New words have begun a new talk in this row: it stays, and the words before them are erased already.
  const stays = talk.state.intake !== null;
  return {
    ...talk,
    unfiled: [...talk.unfiled.filter(({ id }) => !filed.has(id)), ...said],
    owed: stays ? owed.filter((item) => item.do !== "erase" || !filed.has(`${item.id}:words`)) : owed,
  };
}

function after(item: Owed, done: Done | undefined): Owed[] {
  if (done === undefined) return [item];
  return done.next === null ? [] : [done.next];
}
