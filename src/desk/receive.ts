// Keeps a batch: load, advance, one conditional write. Nothing is acknowledged before it is durable.
import { hasEnded } from "../intake/acts.ts";
import type { Arrival, Move, Talk } from "../ports.ts";
import { play } from "./play.ts";
import type { Room } from "./room.ts";
import { freshStateOf, moveOf, newTalk } from "./talk.ts";

/** Another process may move a talk meanwhile; it is then loaded and played again. */
const TRIES = 8;

/** The talks as they are now kept, by key. @throws when the store cannot keep them; then nothing may be acknowledged. */
export async function receive(room: Room, arrivals: Arrival[]): Promise<Map<string, Talk>> {
  const kept = new Map<string, Talk>();
  let waiting = byTalk(room, arrivals);
  for (let n = 0; waiting.size > 0; n += 1) {
    if (n === TRIES) throw new Error("the talks kept moving; nothing was acknowledged");
    const moves = await movesFor(room, waiting);
    const written = moves.length === 0 ? new Set<string>() : await room.store.talks.commit(moves);
    for (const { talk } of moves) if (written.has(talk.key)) kept.set(talk.key, talk);
    waiting = new Map([...waiting].filter(([key]) => moves.some(({ talk }) => talk.key === key) && !written.has(key)));
  }
  return kept;
}

// --- internal ---

/** Whose events they are, each in the order of LINE's own time. */
function byTalk(room: Room, arrivals: Arrival[]): Map<string, Arrival[]> {
  const talks = new Map<string, Arrival[]>();
  for (const arrival of arrivals.toSorted((a, b) => a.at - b.at)) {
    const key = room.keyOf(room.office.id, arrival.person);
    talks.set(key, [...(talks.get(key) ?? []), arrival]);
  }
  return talks;
}

async function movesFor(room: Room, waiting: Map<string, Arrival[]>): Promise<Move[]> {
  const ids = [...waiting.values()].flat().map(({ id }) => id);
  const { talks, gone } = await room.store.talks.load([...waiting.keys()], ids);
  const moves = await Promise.all(
    [...waiting].map(async ([key, arrivals]) => {
      const talk = talks.get(key) ?? newTalk(room, key, arrivals[0]?.person ?? "");
      const fresh = onlyNew(arrivals, new Set([...talk.seen, ...gone]));
      return fresh.length === 0 ? null : moveOf(room, await play(room, await reopened(room, talk, fresh), fresh));
    }),
  );
  return moves.filter((move) => move !== null);
}

/** Twice is harmless: an event seen before, or twice in one body, changes nothing. */
function onlyNew(arrivals: Arrival[], seen: Set<string>): Arrival[] {
  return arrivals.filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** After staff ended a record, new words open a new one that is linked to it (再相談). */
async function reopened(room: Room, talk: Talk, arrivals: Arrival[]): Promise<Talk> {
  const { state } = talk;
  if (state.filed === null || state.intake === null || !arrivals.some(speaks)) return talk;
  const intake = await room.store.records.find(room.office.id, state.intake);
  if (intake === null || !hasEnded(intake.status)) return talk;
  return { ...talk, state: { ...freshStateOf(room), greeted: true, linkedFrom: intake.id, heldUntil: 0 } };
}

const speaks = ({ input }: Arrival): boolean => !["follow", "unfollow", "unsend", "quiet"].includes(input.kind);
