// The counter: takes what comes in, keeps it, answers it. The one straight line of an event, read from top to bottom.
import type { Category, IntakeChannel, Urgency } from "./flow/codes.ts";
import type { ContactPlan, Intake, Reporter } from "./intake/intake.ts";
import { answer } from "./desk/answer.ts";
import { writeByHand } from "./desk/by-hand.ts";
import { exclusive } from "./desk/exclusive.ts";
import { pump } from "./desk/pump.ts";
import { pumped } from "./desk/pumped.ts";
import { receive } from "./desk/receive.ts";
import type { Room } from "./desk/room.ts";
import { run } from "./desk/run.ts";
import { quietAt } from "./desk/talk.ts";
import type { Arrival, Staff, Talk } from "./ports.ts";

/** What staff write down by hand for a telephone call or a visit. */
export interface HandWritten {
  channel: IntakeChannel;
  narrative: string;
  reporter: Reporter;
  relation: string;
  ageBand: string;
  district: string;
  primaryCategory: Category | null;
  urgency: Urgency;
  contactPlan: ContactPlan;
  /** Was the purpose notice told, and was recording agreed to, by word of mouth? */
  consent: "GIVEN" | "REFUSED" | "NOT_ASKED";
}

export interface Desk {
  /** Keeps these events: durable when it returns. Gives the keys of the talks to `run`. */
  receive(arrivals: Arrival[]): Promise<string[]>;
  /** Does what is owed in these talks: files, says, fetches, alerts. Never throws; what fails stays owed. */
  run(keys: string[]): Promise<void>;
  /** Looks after every talk whose time has come (quiet time, retries). How many there were. */
  sweep(): Promise<number>;
  /** Sends a staff member's words. "sent" was accepted by LINE; "waiting" is owed and tried again; "blocked" cannot arrive. */
  answer(words: { intake: string; text: string; staff: Staff }): Promise<"sent" | "waiting" | "blocked" | "no-talk">;
  /** Files a record that did not come by LINE. */
  writeByHand(record: HandWritten, staff: Staff): Promise<Intake>;
}

/** So many talks are looked after in one sweep. */
const SWEEP = 200;

export function openDesk(given: Room): Desk {
  const room = { ...given, store: { ...given.store, talks: pumped(given.store.talks) } };
  const kept = new Map<string, Talk>();
  const alone = exclusive();
  const take = pump(async (batches: Arrival[][]) => {
    const talks = await receive(room, batches.flat());
    for (const [key, talk] of talks) kept.set(key, talk);
    return batches.map((arrivals) => keysOf(room, arrivals));
  });
  const desk: Desk = {
    receive: take,
    async run(keys) {
      await Promise.all(keys.map((key) => alone(key, () => runKept(room, kept, key))));
    },
    async sweep() {
      const due = await room.store.talks.due(room.now(), SWEEP);
      if (due.length === 0) return 0;
      await take(await quiet(room, due));
      await desk.run(due);
      return due.length;
    },
    answer: (words) => answer(room, desk, words),
    writeByHand: (record, staff) => writeByHand(room, record, staff),
  };
  return desk;
}

// --- internal ---

const keysOf = (room: Room, arrivals: Arrival[]): string[] => [...new Set(arrivals.map(({ person }) => room.keyOf(room.office.id, person)))];

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

/** Works off a talk as this process has just kept it, else as the store has it. */
async function runKept(room: Room, kept: Map<string, Talk>, key: string): Promise<void> {
  try {
    const here = kept.get(key);
    kept.delete(key);
    const talk = here ?? (await room.store.talks.load([key], [])).talks.get(key);
    if (talk !== undefined) await run(room, talk);
    // The row has moved on by what was struck out of it: what was kept beside it is older now.
    kept.delete(key);
  } catch (error) {
    // What was owed is still owed: it stands in the row, and the jobs will do it.
    room.log.error({ reason: nameOf(error) }, "desk: what is owed could not be done now, it will be tried again");
  }
}

/** The talks whose quiet time is over are told so, as if silence were a word. */
async function quiet(room: Room, keys: string[]): Promise<Arrival[]> {
  const { talks } = await room.store.talks.load(keys, []);
  return [...talks.values()].flatMap(({ state, person }) => {
    const at = quietAt(room, state);
    if (at === null || at > room.now()) return [];
    const id = `quiet:${state.intake ?? ""}:${state.lastAt}`;
    return [{ id, person, at: state.lastAt, messageId: null, replyToken: null, standby: false, input: { kind: "quiet" as const } }];
  });
}
