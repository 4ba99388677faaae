// An invented town with its counter: a store, a clock, a LINE on paper, and people who write.
import { fileURLToPath } from "node:url";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { readBook } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { openDesk, type Desk } from "../../src/desk.ts";
import type { Room } from "../../src/desk/room.ts";
import type { Input } from "../../src/flow/input.ts";
import type { Entry, Intake, Message } from "../../src/intake/intake.ts";
import type { Alert, Arrival, Staff, Store, Talk } from "../../src/ports.ts";
import { memoryStore } from "../../src/store/memory.ts";
import { tables } from "../../src/store/memory/tables.ts";
import { sqliteStore } from "../../src/store/sqlite.ts";
import { gathered } from "../store/samples.ts";
import { paperLine, type PaperLine } from "./line.ts";

export const BOOK = readBook(
  await readFiles(fileURLToPath(new URL("../../flows/", import.meta.url))),
  "demo",
  "when needed",
);
export const PERSON = `U${"1".repeat(32)}`;
export const OTHER = `U${"2".repeat(32)}`;
export const STAFF: Staff = {
  id: "s1",
  office: "demo",
  login: "s1",
  name: "職員",
  rights: ["desk"],
  password: null,
  removedAt: null,
};
export const HOUR = 3_600_000;
/** A Tuesday morning. */
const START = Date.parse("2026-11-24T10:00:00+09:00");

export interface Memory extends Store {
  /** Everything the store holds, as text. */
  dump(): string;
}

export function memory(): Memory {
  const kept = tables();
  const list = [kept.talks, kept.unheard, kept.intakes, kept.messages, kept.entries, kept.media];
  return {
    ...memoryStore(kept),
    dump: () => JSON.stringify([list.map((table) => table.entries()), [...kept.chunks.keys()], [...kept.gone]]),
  };
}

/** Two opened stores on one new SQLite file, as two processes have them. */
export async function twoOnOneFile(): Promise<[Store, Store]> {
  const folder = mkdtempSync(join(tmpdir(), "uketome-desk-"));
  const given = { url: `file:${join(folder, "a.db")}`, dataKey: Buffer.alloc(32, 7).toString("base64") };
  const stores: [Store, Store] = [await sqliteStore(given), await sqliteStore(given)];
  toClose.push(async () => {
    await Promise.all(stores.map((store) => store.close()));
    rmSync(folder, { recursive: true });
  });
  return stores;
}
const toClose: (() => Promise<void>)[] = [];
afterAll(async () => void (await Promise.all(toClose.map((close) => close()))));

export interface Clock {
  now: number;
}

export interface Town {
  desk: Desk;
  line: PaperLine;
  clock: Clock;
  store: Store;
  alerts: Alert[];
  /** How the next alerts end; then they are told. */
  pagerEnds: boolean[];
  logged: string[];
  /** Another counter on the same town: another process, or this one after a crash. */
  again(store?: Store): Town;
  /** Keeps and answers, as a webhook does. */
  take(...arrivals: Arrival[]): Promise<void>;
  talk(person?: string): Promise<Talk | undefined>;
  /** The newest record. */
  record(): Promise<Intake | undefined>;
  words(intake?: string): Promise<Message[]>;
  entries(intake?: string): Promise<Entry[]>;
}

export function town(more: Partial<Room> & { store?: Store; clock?: Clock; line?: PaperLine } = {}): Town {
  const { store = memory(), clock = { now: START }, line = paperLine(), ...room } = more;
  const [alerts, pagerEnds, logged] = [[] as Alert[], [] as boolean[], [] as string[]];
  const note = (fields: Record<string, unknown>, message: string): void =>
    void logged.push(`${JSON.stringify(fields)} ${message}`);
  const tell = async (alert: Alert): Promise<boolean> => (pagerEnds.shift() ?? true) && alerts.push(alert) > 0;
  const desk = openDesk({
    store,
    ...BOOK,
    channel: line.channel,
    pager: { tell },
    keyOf: keyOf,
    now: () => clock.now,
    newId: () => crypto.randomUUID(),
    pause: async () => {},
    log: { info: note, warn: note, error: note },
    ...room,
  });
  const newest = async (): Promise<Intake | undefined> => (await gathered(store.records.all("demo", {}))).at(-1);
  return {
    desk,
    line,
    clock,
    store,
    alerts,
    pagerEnds,
    logged,
    again: (other = store) => town({ ...room, store: other, clock, line }),
    take: async (...arrivals) => desk.run(await desk.receive(arrivals)),
    talk: async (person = PERSON) =>
      (await store.talks.load([keyOf("demo", person)], [])).talks.get(keyOf("demo", person)),
    record: newest,
    words: async (intake) => store.records.messages(intake ?? (await newest())?.id ?? ""),
    entries: async (intake) => store.records.entries(intake ?? (await newest())?.id ?? ""),
  };
}

/** Looks like the keyed hash it stands for, and can be searched for. */
export const keyOf = (office: string, person: string): string => `key-${office}-${person.slice(-6)}`;

let count = 0;

/** One event of a person, at LINE's time `at`. */
export function event(input: Input, { now }: Clock, more: Partial<Arrival> = {}): Arrival {
  const n = (count += 1);
  const isMessage = !["choice", "follow", "unfollow", "unsend", "quiet"].includes(input.kind);
  return {
    id: `e${n}`,
    at: now,
    messageId: isMessage ? `m${n}` : null,
    replyToken: `token${n}`,
    standby: false,
    person: PERSON,
    input,
    ...more,
  };
}

export const text = (words: string, clock: Clock, more: Partial<Arrival> = {}): Arrival =>
  event({ kind: "text", text: words }, clock, more);

export const unsend = (arrival: Arrival, clock: Clock): Arrival =>
  event({ kind: "unsend", messageId: arrival.messageId ?? "" }, clock, { replyToken: null, person: arrival.person });

/** Answers what is asked until this question stands; `answers` by field, とばす for the rest. */
export async function walkTo(
  place: Town,
  field: string,
  answers: Record<string, string>,
): Promise<Record<string, Arrival>> {
  const sent: Record<string, Arrival> = {};
  for (let n = 0; n < 20; n += 1) {
    const { state } = (await place.talk())!;
    if (state.current === field) return sent;
    place.clock.now += 60_000;
    const asked = state.current ?? "";
    const arrival = text(answers[asked] ?? (asked === "consent" ? "相談する" : "とばす"), place.clock);
    sent[asked] = arrival;
    await place.take(arrival);
  }
  throw new Error(`the question never came: ${field}`);
}

export type Method = "load" | "commit" | "strike" | "keep" | "heard" | "putOff" | "erase" | "file" | "due";

/** A store whose talks fail when `fails` says so, before the call takes effect or after. */
export function failing(store: Store, fails: (method: Method) => "before" | "after" | null): Store {
  const around =
    <A extends unknown[], R>(method: Method, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const when = fails(method);
      if (when === "before") throw new Error("the store is down");
      const result = await call(...args);
      if (when === "after") throw new Error("the store went down");
      return result;
    };
  const { load, commit, strike, keep, heard, putOff, erase, file, due } = store.talks;
  return {
    ...store,
    talks: {
      load: around("load", load),
      commit: around("commit", commit),
      strike: around("strike", strike),
      keep: around("keep", keep),
      heard: around("heard", heard),
      putOff: around("putOff", putOff),
      erase: around("erase", erase),
      file: around("file", file),
      due: around("due", due),
    },
  };
}

/** Lets everything that is only waiting for its turn go on. */
export const settled = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
