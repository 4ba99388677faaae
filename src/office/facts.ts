// What the words leave open, filled from the office's file and the clock. A fact the office has not given is left out,
// never made up.
import { fill } from "../flow/words/fill.ts";
import type { Words } from "../flow/words.ts";
import type { Office } from "./office.ts";
import { closingToday, isOpen, nextOpen, replyBy } from "./hours.ts";
import { sayDay, sayTime } from "./say/clock.ts";
import { sayHours } from "./say/hours.ts";

type Facts = Readonly<Record<string, string>>;

/** {{office}}, {{readBy}}, {{deskLines}} … for this office at this moment, in the language of the words. */
export function factsOf(office: Office, now: number, words: Words): Facts {
  const minute = Math.floor(now / MINUTE);
  const last = lately.get(words);
  if (last?.office === office && last.minute === minute) return last.facts;
  const facts = factsIn(office, minute * MINUTE, words);
  lately.set(words, { office, minute, facts });
  return facts;
}
/** How many wait for a first answer before somebody. */
export function sayWaiting(count: number, { facts }: Words): string {
  if (count === 0) return facts["waiting-none"];
  return count === 1 ? facts["waiting-one"] : fill(facts["waiting-some"], { count });
}

// --- internal ---

const MINUTE = 60_000;

/** Doors open and close at whole minutes, so within one every answer tells the same. */
const lately = new WeakMap<Words, { office: Office; minute: number; facts: Facts }>();

const factsIn = (office: Office, now: number, words: Words): Facts => ({
  office: office.name,
  account: office.account,
  desk: office.desk.name,
  disability: office.disability,
  readBy: readBy(office, now, words),
  reply: replyLine(office, now, words),
  emergency: words.facts.emergency,
  hoursAnswer: hoursAnswer(office, words),
  phoneAnswer: phoneLine(office, now, words) || words.facts["phone-unknown"],
  deskLines: deskLines(office, words),
  deskPhoneLine: phoneLine(office, now, words),
  openNow: openLine(office, now, words),
});

/**
 * 「今日の17時15分までに」 while open, else when the next opening begins: 「11月24日(火)の8時30分から」. An office that has not given
 * its hours promises that somebody reads, and no time.
 */
function readBy(office: Office, now: number, words: Words): string {
  const { facts } = words;
  if (office.hours === null) return facts["read-always"];
  const closing = closingToday(office, now);
  if (closing !== null) return fill(facts["read-today"], { time: sayTime(closing, words) });
  const next = nextOpen(office, now);
  return fill(facts["read-from"], { day: sayDay(next, words), time: sayTime(next, words) });
}

/** "" where the office has not given its hours: it is neither. */
function openLine(office: Office, now: number, { facts }: Words): string {
  if (office.hours === null) return "";
  return isOpen(office, now) ? facts["open-now"] : facts["closed-now"];
}

function replyLine(office: Office, now: number, words: Words): string {
  const day = replyBy(office, now);
  return day === null ? words.facts["reply-open"] : fill(words.facts["reply-by"], { day: sayDay(day, words) });
}

const hoursAnswer = (office: Office, words: Words): string =>
  office.hours === null
    ? words.facts["hours-unknown"]
    : fill(words.facts["hours-known"], { hours: sayHours(office, words) });

function deskLines(office: Office, words: Words): string {
  const { name, phone, place } = office.desk;
  return [
    `${office.name} ${name}`,
    phone === null ? null : fill(words.facts["desk-phone"], { phone }),
    place,
    office.hours === null ? null : fill(words.facts["desk-hours"], { hours: sayHours(office, words) }),
  ]
    .filter((line) => line !== null)
    .join("\n");
}

function phoneLine(office: Office, now: number, words: Words): string {
  const { phone } = office.desk;
  if (phone === null) return "";
  if (office.hours === null) return fill(words.facts["phone-any"], { phone });
  return isOpen(office, now)
    ? fill(words.facts["phone-now"], { phone })
    : fill(words.facts["phone-hours"], { phone, hours: sayHours(office, words) });
}
