// The counter: takes what comes in, keeps it, answers it. The one straight line of an event, read from top to bottom.
import type { Category, IntakeChannel, Urgency } from "./flow/codes.ts";
import type { Answer, ContactPlan, Intake, Reporter } from "./intake/intake.ts";
import { answer, type StaffWords } from "./desk/answer.ts";
import { writeByHand } from "./desk/by-hand.ts";
import { heldClaims } from "./desk/claim.ts";
import { byTalk, joined, type ByTalk } from "./desk/queue/by-talk.ts";
import { exclusive } from "./desk/queue/exclusive.ts";
import { hearing, type Heard } from "./desk/queue/hearing.ts";
import { pump } from "./desk/queue/pump.ts";
import { pumped } from "./desk/queue/pumped.ts";
import { receive, type Received } from "./desk/receive.ts";
import type { Room } from "./desk/room.ts";
import { run, type Work } from "./desk/run.ts";
import { overdue } from "./desk/sweep.ts";
import { heldStrikes } from "./desk/work/strikes.ts";
import type { Arrival, Staff } from "./ports.ts";

/** What staff write down by hand for a telephone call or a visit. */
export interface HandWritten {
  channel: IntakeChannel;
  narrative: string;
  reporter: Reporter;
  /** Of whom it is about, seen from the reporter; "" where it was not asked. */
  relation: string;
  ageBand: string;
  /** What was asked, where no code tells it: a question that nobody asked leaves no answer. */
  answers: readonly Omit<Answer, "at">[];
  district: string;
  primaryCategory: Category | null;
  urgency: Urgency;
  contactPlan: ContactPlan;
  /** Was the purpose notice told, and was recording agreed to, by word of mouth? */
  consent: "GIVEN" | "REFUSED" | "NOT_ASKED";
}

/**
 * What became of a staff member's words. "sent" was accepted by LINE; "waiting" and "quota" are owed and tried again;
 * "blocked" and "never" (LINE refuses it) cannot arrive; "hushed" was not sent, because the person asked to be left alone;
 * nor was "overtaken": somebody else of the staff answered first.
 */
export type Answered = "sent" | "waiting" | "quota" | "blocked" | "never" | "hushed" | "no-talk" | "overtaken";

export interface Desk {
  /** Keeps these events: durable when it returns. Gives the keys of the talks to `run`. @throws when one of them is not kept. */
  receive(arrivals: Arrival[]): Promise<string[]>;
  /** Does what is owed in these talks: files, says, fetches, alerts. Never throws; what fails stays owed. */
  run(keys: string[]): Promise<void>;
  /** Looks after every talk whose time has come (quiet time, retries). How many there were. */
  sweep(): Promise<number>;
  /** Sends a staff member's words; the same `id` twice is sent once. */
  answer(words: StaffWords): Promise<Answered>;
  /** Files a record that did not come by LINE, under this id; the same id twice is one record. */
  writeByHand(record: HandWritten, staff: Staff, id: string): Promise<Intake>;
}

/** So many talks are looked after in one sweep. */
const SWEEP = 200;

/** What cannot be heard is looked at again after so long (ms). */
const PUT_OFF_MS = 60_000;

/** Some of the events could not be kept: the channel must send them again. */
export class NotKept extends Error {
  override readonly name = "NotKept";
}

export function openDesk(given: Room): Desk {
  const room = { ...given, store: { ...given.store, talks: pumped(given.store.talks, given.busy?.gather) } };
  const work: Work = { claims: heldClaims(), alone: exclusive(), strikes: heldStrikes() };
  const { claims } = work;
  const settling = new Set<Promise<unknown>>();
  const hear = pump(
    async (batches: ByTalk[]) => {
      const received = await receive(room, work.strikes, joined(batches));
      received.claims.forEach((claim) => claims.put(claim));
      await behind(room, settling, waitNoMore(room, received));
      return batches.map((one) => heardOf([...one.keys()], received));
    },
    room.busy?.gather,
    (waiting) => (room.busy !== undefined && waiting > room.busy.atOnce ? room.busy.few : waiting),
  );
  const runAll = async (keys: Iterable<string>): Promise<void> => {
    await Promise.all([...new Set(keys)].map((key) => run(room, work, key)));
  };
  const { take, hearAll, waits, ended } = hearing(room, hear, runAll);
  return {
    async receive(arrivals) {
      const { keys, failed } = await take(byTalk(room, arrivals));
      if (failed) throw new NotKept("some talks could not be kept; LINE will send their events again");
      return keys;
    },
    async run(keys) {
      await runAll(keys.filter((key) => claims.has(key) || !waits(key)));
      await Promise.all(keys.map(ended));
      await Promise.all(settling);
    },
    async sweep() {
      const due = await room.store.talks.due(room.now(), SWEEP);
      const late = await overdue(
        room,
        due.filter((key) => !waits(key)),
      );
      const heard = late.size === 0 ? undefined : hearAll(late).then(() => runAll(late.keys()));
      await Promise.all([heard, runAll([...due, ...claims.keys()].filter((key) => !late.has(key)))]);
      return due.length;
    },
    answer: (words) => answer(room, claims, runAll, words),
    writeByHand: (record, staff, id) => writeByHand(room, record, staff, id),
  };
}

// --- internal ---

/** On Workers nothing goes on behind a request's back. */
async function behind({ busy }: Room, under: Set<Promise<unknown>>, work: Promise<unknown>): Promise<void> {
  if (busy === undefined) return void (await work);
  under.add(work);
  void work.then(() => under.delete(work));
}

/** What cannot be struck off now is heard again, which changes nothing. */
async function waitNoMore({ store: { talks }, now, log }: Room, { heard, left }: Received): Promise<void> {
  try {
    if (heard.length > 0) await talks.heard(heard);
    if (left.length > 0) await talks.putOff(left, now() + PUT_OFF_MS);
  } catch {
    log.warn({}, "desk: what was heard still waits");
  }
}

const heardOf = (keys: string[], { failed, unready }: Received): Heard => ({
  keys,
  failed: keys.some((key) => failed.has(key)),
  unready: new Map([...unready].filter(([key]) => keys.includes(key))),
});
