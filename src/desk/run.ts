// Does what is owed in a talk. Doing it twice is harmless, so whoever comes first takes it: this process, the redelivery,
// the next word, the jobs. Words go in their order; people on duty and pictures wait for nothing.
import { isOurs, takeDue, type Claim, type Claims, type Leased } from "./claim.ts";
import type { exclusive } from "./queue/exclusive.ts";
import type { Room } from "./room.ts";
import { moveOf, owesNothing } from "./talk.ts";
import { alert } from "./work/alert.ts";
import { media } from "./work/media.ts";
import { words } from "./work/words.ts";

const TRIES = 8;

/** Never throws; what fails stays owed. */
export async function run(room: Room, claims: Claims, alone: ReturnType<typeof exclusive>, key: string): Promise<void> {
  try {
    const claim = claims.take(key) ?? (await takeUp(room, key));
    if (claim !== null) await Promise.all(lanesOf(claim).map((lane) => lane(room, claims, alone)));
  } catch (error) {
    notDone(room, error);
  }
}

// --- internal ---

type Work = (room: Room, claim: Claim) => Promise<void>;
type Lane = (room: Room, claims: Claims, alone: ReturnType<typeof exclusive>) => Promise<void>;

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
  const wordsLane: Lane = (room, claims, alone) =>
    alone(talk.key, () => kept(room, claims, { talk, mine: of("say"), done }, words));
  const one =
    (item: Leased, work: Work): Lane =>
    (room, claims) =>
      kept(room, claims, { talk, mine: [item], done: [] }, work);
  return [wordsLane, ...of("alert").map((item) => one(item, alert)), ...of("media").map((item) => one(item, media))];
}

/** What was done and could not be struck out is remembered here, so that the next look does not do it again. */
async function kept(room: Room, claims: Claims, claim: Claim, work: Work): Promise<void> {
  try {
    await work(room, claim);
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
