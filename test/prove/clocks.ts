// Clocks and limits: reply tokens near their end, the edges of days, years and 年度 in Asia/Tokyo, clocks that are wrong.
import { readRequest } from "../../src/export/range.ts";
import type { Intake } from "../../src/intake/intake.ts";
import type { FaultName } from "../../src/try/trouble/faults.ts";
import { book } from "../golden/book.ts";
import { audit, shownOn } from "./audit.ts";
import { people, type Person } from "./people.ts";
import { row, type Row } from "./report.ts";
import { world, type World, type WorldOptions } from "./world.ts";

const HOUR = 3_600_000;
const DANGER = "もう死にたいです";

/** How old the reply token is when it is tried once more (s), after a try that ended so. */
const AGES = [0, 30, 45, 49, 51, 55, 59, 61, 90];
const ENDS: FaultName[] = ["429", "500", "500 after"];

/** When somebody writes, in Tokyo; the 年度 of the receipt number; the day they are exported with. */
const EDGES: [at: string, year: string, day: string][] = [
  ["2026-11-24T23:59:59.999", "2026", "2026-11-24"],
  ["2026-11-25T00:00:00.000", "2026", "2026-11-25"],
  ["2026-12-31T23:59:59.999", "2026", "2026-12-31"],
  ["2027-01-01T00:00:00.000", "2026", "2027-01-01"],
  ["2027-03-31T23:59:59.999", "2026", "2027-03-31"],
  ["2027-04-01T00:00:00.000", "2027", "2027-04-01"],
  ["2028-02-29T23:59:59.999", "2027", "2028-02-29"],
];

export async function clocks(options: WorldOptions): Promise<Row> {
  const began = performance.now();
  const place = await world(options);
  try {
    const tokens = await nearExpiry(place);
    const wrong = await wrongClocks(place);
    const silent = await quietOverNewYear(place);
    const edges = await dateEdges(place);
    const all = [...tokens.all, ...wrong, ...silent.all, ...edges.all];
    await place.calm(all.map(({ key }) => key));
    const found = await audit(place.store, place.line, all);
    const counts = { "ages of reply tokens": AGES.length * ENDS.length, "edges of the calendar": EDGES.length };
    return row(`clocks and limits (${place.ground.name})`, { ...options, began, counts, found }, [
      ...tokens.problems,
      ...silent.problems,
      ...edges.problems,
    ]);
  } finally {
    await place.close();
  }
}

// --- helpers ---

interface Tried {
  all: Person[];
  problems: string[];
}

async function say(place: World, person: Person, text: string, late = 0): Promise<void> {
  const event = place.line.say(person.id, { kind: "text", text });
  place.clock.ahead += late;
  person.sent.push({ event, text });
  const { status } = await place.programs[0]!.deliver([event]);
  if (status !== 200) throw new Error(`the webhook answered ${status}`);
}

const idle = (place: World): Promise<unknown> => Promise.all(place.programs.map((one) => one.idle()));
const sweep = (place: World): Promise<unknown> => Promise.all(place.programs.map(({ desk }) => desk.sweep()));

/** The first tries fail; then the token has this age. Once it is known to be alive it is a reply, and nobody hears it twice. */
async function nearExpiry(place: World): Promise<Tried> {
  const all = people(AGES.length * ENDS.length, 1);
  const problems: string[] = [];
  for (const [n, person] of all.entries()) {
    const [age, end] = [AGES[n % AGES.length]!, ENDS[Math.floor(n / AGES.length)]!];
    place.trouble.set([end], 1);
    await say(place, person, DANGER);
    await idle(place);
    place.trouble.set([], 0);
    place.clock.ahead += age * 1000;
    for (let tries = 0; tries < 40 && (await owed(place, person)); tries += 1) {
      await sweep(place);
      if (age > 0) place.clock.ahead += 100;
      else place.clock.ahead += 1000;
    }
    const via = [...new Set(place.line.phone(person.id)?.bubbles.flatMap((bubble) => bubble.via ?? []))].join();
    const allowed = age < 45 ? ["reply"] : ["reply", "push", "reply,push"];
    if (!allowed.includes(via)) problems.push(`after ${end}, a token of ${age} s: arrived by ${via || "nothing"}`);
    if (end === "429" && via.includes(",")) problems.push(`said twice after a 429, a token of ${age} s`);
  }
  return { all, problems };
}

async function owed(place: World, { key }: Person): Promise<boolean> {
  const talk = (await place.store.talks.load([key], [])).talks.get(key);
  return (talk?.owed.length ?? 0) + (talk?.unfiled.length ?? 0) > 0;
}

/** Events that come ten minutes and more after their time, and a clock of ours that is put back. */
async function wrongClocks(place: World): Promise<Person[]> {
  const all = people(6, 2);
  for (const [n, person] of all.entries()) {
    await say(place, person, "母のことで相談です", [0, 5_000, 10 * 60_000, 25 * 60_000, 26 * HOUR, 0][n]);
    await idle(place);
    place.clock.ahead += n % 2 === 0 ? -5_000 : 1_000;
    await say(place, person, "困っています");
    await idle(place);
  }
  return all;
}

const moveTo = (place: World, tokyo: string): void =>
  void (place.clock.ahead = Date.parse(`${tokyo}+09:00`) - Date.now());

/** Silence that lasts over the end of the year makes a record of its own, with the number of the year it began in. */
async function quietOverNewYear(place: World): Promise<Tried> {
  const [person] = people(1, 3) as [Person];
  moveTo(place, "2026-12-31T22:00:00");
  await say(place, person, "母のことで相談です。物忘れがひどくて困っています");
  await idle(place);
  place.clock.ahead += (book.office.quietHours - 1) * HOUR;
  await sweep(place);
  const early = await recordOf(place, person);
  place.clock.ahead += 2 * HOUR;
  await sweep(place);
  await idle(place);
  const record = await recordOf(place, person);
  return {
    all: [person],
    problems: [
      ...(early === null ? [] : ["a record before the quiet time was over"]),
      ...(record?.receiptNo?.startsWith("2026-") ? [] : [`quiet over new year: ${record?.receiptNo ?? "no record"}`]),
    ],
  };
}

async function recordOf(place: World, { key }: Person): Promise<Intake | null> {
  const intake = (await place.store.talks.load([key], [])).talks.get(key)?.state.intake ?? "";
  return place.store.records.find(book.office.id, intake);
}

async function dateEdges(place: World): Promise<Tried> {
  const all = people(EDGES.length, 4);
  const problems: string[] = [];
  for (const [n, [at, year, day]] of EDGES.entries()) {
    const person = all[n]!;
    moveTo(place, at);
    // The real time goes on: the event bears the moment itself.
    const event = place.line.say(person.id, { kind: "text", text: DANGER });
    event.timestamp = Date.parse(`${at}+09:00`);
    person.sent.push({ event, text: DANGER });
    await place.programs[0]!.deliver([event]);
    await idle(place);
    const record = await recordOf(place, person);
    const { from = 0, to = Infinity } = readRequest(["--from", day, "--to", day]);
    const inside = record !== null && record.receivedAt >= from && record.receivedAt < to;
    if (!record?.receiptNo?.startsWith(`${year}-`)) problems.push(`${at}: 受付番号 ${record?.receiptNo ?? "none"}`);
    if (!inside) problems.push(`${at} is not exported with ${day}`);
    if (shownOn(place.line, person).length === 0) problems.push(`${at}: nothing was answered`);
  }
  return { all, problems };
}
