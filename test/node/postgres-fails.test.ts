// PostgreSQL fails under the program: LINE hears 5xx and brings it again, nothing is half done, and nobody must help.
import { setTimeout as pause } from "node:timers/promises";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { LEASE_MS } from "../../src/desk/claim.ts";
import type { WebhookEvent } from "../../src/try/local-line.ts";
import { book } from "../golden/golden.ts";
import { bring, resident, type Resident } from "../golden/resident.ts";
import { onPostgres } from "./on-postgres.ts";
import { startNode, type NodePlace } from "./start.ts";

/**
 * A connection may be lost after PostgreSQL has written and before it could say so. Whoever wrote does not know then that
 * the answer is theirs to give, and nobody else may give it before the lease has run out.
 */
const PATIENCE_MS = LEASE_MS + 10_000;

type Kept = Awaited<ReturnType<typeof onPostgres>>;
vi.setConfig({ testTimeout: PATIENCE_MS + 60_000 });

let kept: Kept;
let place: NodePlace;
beforeAll(async () => {
  kept = await onPostgres();
  place = await startNode("src/node.ts", kept);
});
afterAll(() => place.close());

interface Word {
  somebody: Resident;
  event: WebhookEvent;
  status: number;
}

async function says(): Promise<Word> {
  const somebody = resident(place, book.office.id);
  const event = somebody.writes("死にたい");
  return { somebody, event, status: (await bring(place, [event])).status };
}

/** What LINE does with whatever got no 200. */
async function broughtAgain(words: Word[]): Promise<void> {
  const again = async ({ event }: Word): Promise<void> =>
    vi.waitFor(async () => expect((await bring(place, [event], true)).status).toBe(200), 15_000);
  await Promise.all(words.filter(({ status }) => status !== 200).map(again));
}

/** Kept once, filed once, answered once, and alike for everybody. */
async function allIsWell(words: Word[]): Promise<void> {
  const ends = [];
  for (const { somebody } of words) {
    await somebody.settled(PATIENCE_MS);
    const intake = (await somebody.talk())?.state.intake ?? "";
    const messages = await place.store.records.messages(intake);
    const record = await place.store.records.find(book.office.id, intake);
    ends.push({
      heard: messages.filter(({ direction }) => direction === "in").map(({ text }) => text),
      said: messages.length - 1,
      shown: somebody.got(),
      urgency: record?.urgency,
    });
  }
  const [first] = ends;
  expect(first).toMatchObject({ heard: ["死にたい"], urgency: "E0" });
  expect([first?.said, first?.shown]).toEqual([expect.toSatisfy((n: number) => n > 0), first?.said]);
  expect(ends.filter((end) => JSON.stringify(end) !== JSON.stringify(first))).toEqual([]);
}

const isWell = async (): Promise<number> => (await fetch(new URL("/healthz", place.url))).status;

/** People write, one after the other in a few rows, until `over`. */
async function crowd(over: () => boolean): Promise<Word[]> {
  const words: Word[] = [];
  const row = async (): Promise<void> => {
    while (!over()) {
      const word = await says();
      words.push(word);
      await pause(word.status === 200 ? 20 : 100);
    }
  };
  await Promise.all([row(), row(), row(), row()]);
  return words;
}

it("crashes while people write, and comes back: nobody is lost, nobody is answered twice", async () => {
  const state = { over: false };
  const writing = crowd(() => state.over);
  await pause(400);
  await kept.server.crash();
  expect(await isWell()).toBe(503);
  await pause(200);
  await kept.server.start();
  await vi.waitFor(async () => expect(await isWell()).toBe(200), 10_000);
  state.over = true;
  const words = await writing;
  const refused = words.filter(({ status }) => status !== 200);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.filter(({ status }) => status < 500)).toEqual([]);
  await broughtAgain(words);
  await allIsWell(words);
  expect(place.child().exitCode).toBe(null);
});

describe("another session of the operator's", () => {
  let operator: Pool;
  beforeAll(() => void (operator = new Pool({ connectionString: kept.databaseUrl })));
  afterAll(() => operator.end());

  /** Holds whoever writes into these tables until they are let go. */
  async function holding(...tables: string[]): Promise<() => Promise<void>> {
    const client = await operator.connect();
    await client.query(`BEGIN; LOCK TABLE ${tables.map((table) => `"${table}"`).join(", ")} IN SHARE MODE`);
    return () => client.query("COMMIT").then(() => client.release());
  }

  const waiting = async (): Promise<number> => {
    const { rows } = await operator.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'uketome' AND wait_event_type = 'Lock'",
    );
    return rows[0]?.n ?? 0;
  };

  it.each(["Talk", "Intake"])("ends the connection in the middle of a write into %s", async (table) => {
    const letGo = await holding(table);
    const writing = Promise.all([says(), says(), says()]);
    await vi.waitFor(async () => expect(await waiting()).toBeGreaterThan(0), 5_000);
    await operator.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
    await letGo();
    const words = await writing;
    await broughtAgain(words);
    await allIsWell(words);
  });

  it("holds up every connection there is: others are refused in time, and all goes on when it lets go", async () => {
    const letGo = await holding("Talk", "Unheard");
    const began = performance.now();
    const writing = Array.from({ length: 40 }, () => says());
    const first = await Promise.race(writing);
    expect([first.status >= 500, performance.now() - began < 4_000]).toEqual([true, true]);
    await letGo();
    const words = await Promise.all(writing);
    await broughtAgain(words);
    await allIsWell(words);
    expect(await isWell()).toBe(200);
  });

  it("holds up the talks alone: those who wait too long are refused, those behind them are kept and heard later", async () => {
    const letGo = await holding("Talk");
    const writing = Array.from({ length: 40 }, () => says());
    const first = await Promise.race(writing);
    expect(first.status).toBe(200);
    await letGo();
    const words = await Promise.all(writing);
    await broughtAgain(words);
    await allIsWell(words);
  });
});
