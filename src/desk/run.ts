// Does what is owed in a talk. Doing it twice is harmless, so whoever comes first takes it: this process, the redelivery,
// the next word, the jobs. Words go in their order; people on duty and pictures wait for nothing.
import { isOurs, takeDue, type Claim, type Claims, type Leased } from "./claim.ts";
import type { exclusive } from "./queue/exclusive.ts";
import type { Room } from "./room.ts";
import { moveOf, owesNothing } from "./talk.ts";
import { alert } from "./work/alert.ts";
import { media } from "./work/media.ts";
import type { Strikes } from "./work/strikes.ts";
import { words } from "./work/words.ts";

const TRIES = 8;

/** What of this process is under way. */
export interface Work {
  claims: Claims;
  alone: ReturnType<typeof exclusive>;
  strikes: Strikes;
}

/** Never throws; what fails stays owed. */
export async function run(room: Room, work: Work, key: string): Promise<void> {
  try {
    const claim = work.claims.take(key) ?? (await takeUp(room, key));
    if (claim !== null) await Promise.all(lanesOf(claim).map((lane) => lane(room, work)));
  } catch (error) {
    notDone(room, error);
  }
}

// --- internal ---

type Lane = (room: Room, work: Work) => Promise<void>;

/** Takes what is due of a talk nobody is at. null: nothing is owed, or somebody else was first. */
async function takeUp(room: Room, key: string): Promise<Claim | null> {
  for (let n = 0; n < TRIES; n += 1) {
    const talk = (await room.store.talks.load([key], [])).talks.get(key);
    if (talk === undefined || owesNothing(talk)) return null;
    const claim = takeDue(room, talk);
    const move = moveOf(room, claim.talk);
    if ((await room.store.talks.commit([move])).has(key)) return { ...claim, talk: move.talk };
  }
  return null;
}

function lanesOf({ talk, mine, done }: Claim): Lane[] {
  const of = (kind: Leased["do"]): Leased[] => mine.filter((item) => item.do === kind);
  const wordsLane: Lane = (room, { claims, alone, strikes }) =>
    alone(talk.key, () => kept(room, claims, { talk, mine: of("say"), done }, (claim) => words(room, strikes, claim)));
  const one =
    (item: Leased, work: (room: Room, claim: Claim) => Promise<void>): Lane =>
    (room, { claims }) =>
      kept(room, claims, { talk, mine: [item], done: [] }, (claim) => work(room, claim));
  return [wordsLane, ...of("alert").map((item) => one(item, alert)), ...of("media").map((item) => one(item, media))];
}

/** What was done and could not be struck out is remembered here, so that the next look does not do it again. */
async function kept(room: Room, claims: Claims, claim: Claim, work: (claim: Claim) => Promise<void>): Promise<void> {
  try {
    await work(claim);
  } catch (error) {
    notDone(room, error);
    if (claim.done.length > 0 || claim.mine.some((item) => isOurs(room, item))) claims.put(claim);
  }
}

const notDone = (room: Room, error: unknown): void =>
  room.log.error(
    { reason: error instanceof Error ? error.name : "unknown" },
    "desk: what is owed could not be done now, it will be tried again",
  );
