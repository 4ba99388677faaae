// Keeps a batch: load, advance, one conditional write. Nothing is acknowledged before it is durable.
import type { Arrival, Move, Talk } from "../ports.ts";
import { takeDue, type Claim } from "./claim.ts";
import { onlyNew } from "./only-new.ts";
import { inOrder, wordsIn, type ByTalk } from "./queue/by-talk.ts";
import type { Room } from "./room.ts";
import { moveOf, newTalk, upToDate } from "./talk.ts";
import { reopened, withLanguage } from "./turn/before.ts";
import { play, type Known } from "./turn/play.ts";
import { withoutDone } from "./work/struck.ts";
import type { Strike, Strikes } from "./work/strikes.ts";

/** Another process may move a talk meanwhile, or take its receipt number; it is then loaded and played again. */
const TRIES = 20;

export interface Received {
  /** What is now owed to those whose words are kept. */
  claims: Claim[];
  /** Keys of talks that could not be kept; their events must not be acknowledged. */
  failed: Set<string>;
  /** Ids of what had waited to be heard, and need not any more. */
  heard: string[];
  /** Ids of what had waited and cannot be heard now. */
  left: string[];
  /** Talks of which nothing was played or kept, since what is said in them must wait (`Room.unready`); and these words. */
  unready: Map<string, string[]>;
}

type End = { move: Move; claim: Claim } | "nothing new" | "failed" | "not ready";

interface Played {
  end: End;
  /** What of it had waited to be heard. */
  waited: Arrival[];
  /** What waits and could not be played. */
  left: Arrival[];
}

/** @throws when the store cannot keep them; then nothing of the batch may be acknowledged */
export async function receive(room: Room, strikes: Strikes, waiting: ByTalk): Promise<Received> {
  const along = new Map([...waiting.keys()].flatMap((key) => [[key, strikes.take(key)] as const]));
  try {
    return await keepAll(room, waiting, along);
  } finally {
    for (const strike of along.values()) strike?.back();
  }
}

// --- internal ---

/** What goes along with the next write of a talk. */
type Along = Map<string, Strike | undefined>;

async function keepAll(room: Room, waiting: ByTalk, along: Along): Promise<Received> {
  const received: Received = { claims: [], failed: new Set(), heard: [], left: [], unready: new Map() };
  for (let n = 0; waiting.size > 0 && n < TRIES; n += 1) {
    const played = await playAll(room, waiting, along, n);
    const made = [...played.values()].map(({ end }) => end).filter((end) => typeof end === "object");
    const written = made.length === 0 ? new Set<string>() : await room.store.talks.commit(made.map(({ move }) => move));
    received.claims.push(...made.filter(({ move }) => written.has(move.talk.key)).map(({ claim }) => claim));
    for (const key of written) along.get(key)?.ended();
    for (const [key, one] of played)
      if (typeof one.end === "string" || written.has(key)) note(received, key, one, waiting.get(key) ?? []);
    waiting = new Map([...waiting].filter(([key]) => typeof played.get(key)?.end === "object" && !written.has(key)));
  }
  for (const key of waiting.keys()) received.failed.add(key);
  return received;
}

/** What became of a talk's events. What could not be played is forgotten with what its person takes back. */
function note({ failed, heard, left, unready }: Received, key: string, played: Played, arrivals: Arrival[]): void {
  const { end, waited } = played;
  if (end === "not ready") return void unready.set(key, wordsIn([...waited, ...arrivals]));
  if (end === "failed") failed.add(key);
  const isErased = typeof end === "object" && end.move.talk.owed.some((item) => item.do === "erase");
  const unsent = arrivals.flatMap(({ input }) => (input.kind === "unsend" ? input.messageId : []));
  const isForgotten = ({ messageId }: Arrival): boolean => isErased || unsent.includes(messageId ?? "");
  (end === "failed" ? left : heard).push(...waited.map(({ id }) => id));
  for (const one of played.left) (isForgotten(one) ? heard : left).push(one.id);
}

async function playAll(room: Room, waiting: ByTalk, along: Along, attempt: number): Promise<Map<string, Played>> {
  const ids = [...waiting.values()].flat().map(({ id }) => id);
  const ending = [...waiting].filter(([, arrivals]) => arrivals.some(mayEnd)).map(([key]) => key);
  const { talks, gone, before, unheard } = await room.store.talks.load([...waiting.keys()], ids, ending);
  const waited = Map.groupBy(unheard, ({ key }) => key);
  const played = [...waiting].map(async ([key, arrivals]): Promise<[string, Played]> => {
    const mine = (waited.get(key) ?? []).map(({ arrival }) => arrival);
    const isUnready = (room.unready?.(wordsIn([...mine, ...arrivals])) ?? null) !== null;
    if (isUnready) return [key, { end: "not ready", waited: mine, left: [] }];
    const talk = talks.get(key) ?? newTalk(room, key, (mine[0] ?? arrivals[0])?.person ?? "");
    const known = { attempt, before: before.get(key) ?? null };
    const standing = upToDate(room, struck(talk, along.get(key)));
    const play = (all: Arrival[]): Promise<End> => playOne(room, standing, inOrder(all), gone, known);
    return [key, await playBoth(play, mine, arrivals)];
  });
  return new Map(await Promise.all(played));
}

/** What of it waited and cannot be played is left out: nobody falls silent for good over one word. */
async function playBoth(
  play: (all: Arrival[]) => Promise<End>,
  waited: Arrival[],
  arrivals: Arrival[],
): Promise<Played> {
  const end = await play([...waited, ...arrivals]);
  if (end !== "failed" || waited.length === 0) return { end, waited, left: [] };
  const [fit, left]: [Arrival[], Arrival[]] = [[], []];
  for (const one of waited) ((await play([...fit, one])) === "failed" ? left : fit).push(one);
  return { end: await play([...fit, ...arrivals]), waited: fit, left };
}

/** The button that sends the check off: what is said to it tells how many wait, so that is asked with the load. */
const mayEnd = ({ input }: Arrival): boolean => input.kind === "choice" && input.step === "check";

const struck = (talk: Talk, strike: Strike | undefined): Talk =>
  strike === undefined ? talk : withoutDone(talk, strike.done);

/** One talk that cannot be played holds up no other. */
async function playOne(room: Room, talk: Talk, arrivals: Arrival[], gone: Set<string>, known: Known): Promise<End> {
  try {
    const fresh = await onlyNew(room, talk, arrivals, gone);
    if (fresh.length === 0) return "nothing new";
    const told = await withLanguage(room, talk, fresh);
    const claim = takeDue(room, await play(room, await reopened(room, talk, told), told, known));
    const move = moveOf(room, claim.talk);
    return { move, claim: { ...claim, talk: move.talk } };
  } catch (error) {
    room.log.error({ reason: error instanceof Error ? error.name : "unknown" }, "desk: a talk could not be played");
    return "failed";
  }
}
