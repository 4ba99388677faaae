// The counter: takes what comes in, keeps it, answers it. The one straight line of an event.
import type { Arrival, Staff } from "./ports.ts";
import type { Intake, Reporter, ContactPlan } from "./intake/intake.ts";
import type { IntakeChannel, Category, Urgency } from "./flow/codes.ts";

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
