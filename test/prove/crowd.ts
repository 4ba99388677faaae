// Many people at once: each golden conversation comes out as if alone, while a thousand others talk.
import { COUNTED_TO } from "../../src/intake/acts.ts";
import { recordsOf, wordsOf } from "../../src/talk/write-down.ts";
import type { Staff, Store } from "../../src/ports.ts";
import type { WebhookEvent } from "../../src/try/local-line.ts";
import { deedOf, type Deed } from "../golden/act.ts";
import { book, everyName, transcript } from "../golden/book.ts";
import { actsOf, saidIn } from "../golden/hold.ts";
import { masked } from "../golden/mask.ts";
import { people, type Person } from "./people.ts";
import { hardshipsOf, NOTHING_WAITED, row, WAITED, type Row } from "./report.ts";
import { world, type World, type WorldOptions } from "./world.ts";

export interface CrowdOptions extends WorldOptions {
  /** So many people in the largest group; every other conversation is held by `few`, or by nobody. */
  people: number;
  few: number;
  /** Only conversations whose names begin so. */
  only?: string[];
}

interface Talker {
  person: Person;
  text: string;
  acts: string[];
  lines: string[];
  /** The records this person had. */
  intakes: Set<string>;
}

const [MINUTE, MARGIN, AT_ONCE] = [60_000, 10_000, 64];
const STAFF: Staff = {
  id: "staff",
  office: book.office.id,
  login: "staff",
  name: "職員",
  rights: ["desk", "reporter"],
  password: null,
  removedAt: null,
};

export async function crowd({ people: count, few, only, ...options }: CrowdOptions): Promise<Row> {
  const began = performance.now();
  const names = everyName.filter((name) => only?.some((start) => name.startsWith(start)) ?? true);
  const groups = [...Map.groupBy(names, (name) => shapeOf(transcript(name))).values()].toSorted(byLength);
  const [problems, sizes, turns] = [[] as string[], [] as number[], [] as number[]];
  const waited: number[] = [];
  for (const [n, group] of groups.entries()) {
    if (n > 0 && few === 0) break;
    const size = Math.max(n === 0 ? count : 0, few * group.length);
    const done = await together({ ...options, seed: options.seed + n }, group, size);
    problems.push(...done.problems);
    sizes.push(size);
    turns.push(done.turns);
    waited.push(done.waited);
  }
  const counts = {
    "people at once": Math.max(0, ...sizes),
    people: sum(sizes),
    turns: sum(turns),
    [WAITED]: sum(waited),
    conversations: few === 0 ? (groups[0]?.length ?? 0) : names.length,
    "not as if alone": problems.length,
  };
  if (sum(waited) === 0) problems.push(NOTHING_WAITED);
  return row(`per person in order, many at once (${options.on ?? "SQLite"})`, { ...options, began, counts }, problems);
}

// --- helpers ---

const sum = (list: number[]): number => list.reduce((all, one) => all + one, 0);
const byLength = (a: string[], b: string[]): number => b.length - a.length;

/** Conversations of one shape may share a clock: when it begins, and where how long is waited. */
function shapeOf(text: string): string {
  const waits = actsOf(text)
    .map((line) => (/^（\d+(分|時間|日)たつ）$/.test(line) ? line : ""))
    .join(",")
    .replace(/,+$/, "");
  return `${clockOf(text)} ${waits}`;
}

const clockOf = (text: string): string => /^時計 (\S+ \S+)$/m.exec(text)?.[1] ?? "";

async function together(
  options: WorldOptions,
  names: string[],
  size: number,
): Promise<{ problems: string[]; turns: number; waited: number }> {
  const place = await world({ ...options, timeoutMs: 10_000 });
  try {
    const all = people(size).map((person, n) => talker(person, transcript(names[n % names.length] ?? "")));
    let [at, turns] = [Date.parse(`${clockOf(all[0]!.text).replace(" ", "T")}:00+09:00`), 0];
    for (let n = 0; all.some(({ acts }) => acts.length > n); n += 1) {
      const now = all.filter(({ acts }) => acts.length > n);
      turns += now.length;
      at += await round(place, now, n, at);
    }
    const problems: string[] = [];
    for (const one of all) problems.push(...(await unlike(place, one, size)));
    return { problems, turns, waited: hardshipsOf(place)[WAITED] ?? 0 };
  } finally {
    await place.close();
  }
}

const talker = (person: Person, text: string): Talker => ({
  person,
  text,
  acts: actsOf(text),
  lines: [],
  intakes: new Set(),
});

/** Everybody does their nth thing at once. How long that took on the clock (ms). */
async function round(place: World, now: Talker[], n: number, at: number): Promise<number> {
  const deeds = now.map((one) => deedOf(one.acts[n] ?? "", place.line, one.person.id));
  const before = now.map(({ person }) => place.line.arrived(person.id).length);
  const waits = deeds.flatMap((deed) => (deed.do === "wait" ? [deed.ms] : []));
  const took = Math.max(MINUTE, ...waits);
  place.clock.ahead = at + took + (waits.length > 0 ? MARGIN : 0) - Date.now();
  const left = deeds.map((deed, index) => ({ deed, one: now[index]! }));
  const lane = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await done(place, next.one, next.deed);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  await Promise.all(place.programs.map((one) => one.idle()));
  for (const { desk } of place.programs) while ((await desk.sweep()) > 0);
  await remember(place, now);
  for (const [index, { person, acts, lines }] of now.entries())
    lines.push(
      "",
      `住民> ${acts[n] ?? ""}`,
      ...wordsOf(place.line.arrived(person.id).slice(before[index]).map(saidIn)),
    );
  return took;
}

async function done(place: World, { person, intakes }: Talker, deed: Deed): Promise<void> {
  const { deliver, desk } = place.by.pick(place.programs);
  if (deed.do === "act") return brought(deliver, place.line.say(person.id, deed.act));
  if (deed.do === "wait") return;
  const intake = [...intakes].at(-1) ?? "";
  if (deed.do === "close") return closed(place, intake);
  await desk.answer({ id: crypto.randomUUID(), intake, text: deed.text, sure: true, staff: STAFF });
}

async function brought(deliver: World["programs"][number]["deliver"], event: WebhookEvent): Promise<void> {
  const { status } = await deliver([event]);
  if (status !== 200) throw new Error(`the webhook answered ${status}`);
}

async function closed({ store, clock }: World, id: string): Promise<void> {
  const intake = await store.records.find(book.office.id, id);
  if (intake === null) throw new Error("there is no record to close");
  const body = { from: intake.status, to: "CLOSED", closeReason: "課題が解決" };
  const plain = { id: `close:${id}`, office: book.office.id, intake: id, at: clock.now(), by: STAFF.id };
  const set = { status: "CLOSED", closeReason: "課題が解決" } as const;
  await store.records.act({ id, base: intake.revision, set, entry: { ...plain, kind: "status", body } });
}

/** Which records they have by now. */
async function remember({ store }: World, now: Talker[]): Promise<void> {
  const keys = now.map(({ person }) => person.key);
  const { talks } = await store.talks.load(keys, []);
  for (const { person, intakes } of now) {
    const intake = talks.get(person.key)?.state.intake ?? null;
    if (intake !== null) intakes.add(intake);
  }
}

/** [] where it went word for word as it is written, and left that record; of so many people at once. */
async function unlike(place: World, one: Talker, size: number): Promise<string[]> {
  const { text, lines, person } = one;
  const store = onlyTheirs(place.store, one);
  const title = text.split("\n").filter((line) => line.startsWith("# "));
  const records = await recordsOf({ store, office: book.office.id }, book.office);
  const whole = [...title, `時計 ${clockOf(text)}`, ...lines, ...records, ""].join("\n");
  const words = Object.values(book.flow.words);
  const compared = (all: string): string[] => linesOf(masked(all, words), size);
  const [got, wanted] = [compared(whole), compared(text)];
  const at = wanted.findIndex((line, n) => got[n] !== line);
  if (at < 0 && got.length === wanted.length) return [];
  return [`${person.id} ${title[0] ?? ""}, line ${at + 1}: 「${got[at] ?? ""}」 instead of 「${wanted[at] ?? ""}」`];
}

/** Where more may wait than are counted, nobody is told how many. */
const linesOf = (text: string, size: number): string[] =>
  text.split("\n").filter((line) => size <= COUNTED_TO || line.trim() !== "（人数）");

/** The store as if nobody else had ever written. */
function onlyTheirs(store: Store, { intakes, person }: Talker): Store {
  const office = book.office.id;
  async function* all(): ReturnType<Store["records"]["all"]> {
    for (const id of intakes) {
      const intake = await store.records.find(office, id);
      if (intake !== null) yield intake;
    }
  }
  async function* drafts(): ReturnType<Store["records"]["drafts"]> {
    const talk = (await store.talks.load([person.key], [])).talks.get(person.key);
    if (talk !== undefined && talk.state.intake !== null && talk.state.filed === null) yield talk;
  }
  return { ...store, records: { ...store.records, all, drafts } };
}
