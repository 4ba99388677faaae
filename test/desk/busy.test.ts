// Where one process serves many at once: what was said is struck out of the row with the person's next word.
import { describe, expect, test } from "vitest";
import type { Busy } from "../../src/desk/room.ts";
import { failing, memory, settled, text, town, type Method, type Town } from "./town.ts";

const MANY = { atOnce: 100, few: 100 };

/** A town whose moments end when the test says so, and which counts what its store was asked. */
function busyTown(): {
  place: Town;
  asked: Method[];
  fails: Set<Method>;
  said(count: number): Promise<void>;
  pass(): Promise<void>;
} {
  const [asked, fails]: [Method[], Set<Method>] = [[], new Set()];
  const over: (() => void)[] = [];
  const busy: Busy = {
    ...MANY,
    gather: () => new Promise((resolve) => setImmediate(resolve)),
    linger: () => new Promise((resolve) => over.push(resolve)),
  };
  const store = failing(memory(), (method) => {
    asked.push(method);
    return fails.has(method) ? "before" : null;
  });
  const place = town({ store, busy });
  const pass = async (): Promise<void> => {
    for (const end of over.splice(0)) end();
    await settled();
  };
  /** Until so much was said, and waits to be struck out. */
  const said = async (count: number): Promise<void> => {
    while (place.line.shown.length < count) await settled();
    await settled();
  };
  return { place, asked, fails, said, pass };
}

const writes = (asked: Method[]): Method[] => asked.filter((method) => method !== "load");
const owed = async (place: Town) => {
  const talk = (await place.talk())!;
  return [...talk.owed.map((item) => item.do), ...talk.unfiled.map(({ direction }) => direction)];
};

test("what was said is struck out at once where several programs share the database: the next word may come to another", async () => {
  const place = town({ store: memory(), busy: { ...MANY, gather: async () => {} } });
  await place.take(text("家賃が払えません", place.clock));
  expect(await owed(place)).toEqual([]);
});

describe("what was said", () => {
  test("waits in the row, and goes with the next word in its own write", async () => {
    const { place, asked, said, pass } = busyTown();
    const first = place.take(text("家賃が払えません", place.clock));
    await said(1);
    expect(place.line.shown.length).toBe(1);
    expect(await owed(place)).toEqual(["say"]);
    expect(writes(asked)).toEqual(["commit"]);
    const second = place.take(text("相談する", place.clock));
    await first;
    expect(writes(asked)).toEqual(["commit", "commit"]);
    await said(2);
    await pass();
    await second;
    expect(await owed(place)).toEqual([]);
    expect((await place.words((await place.talk())!.state.intake!)).length).toBe(6);
  });

  test("is struck out alone where no next word comes", async () => {
    const { place, said, pass } = busyTown();
    const taken = place.take(text("家賃が払えません", place.clock));
    await said(1);
    await pass();
    await taken;
    expect(await owed(place)).toEqual([]);
    expect(place.line.shown.length).toBe(1);
  });

  test("is struck out alone where the next word cannot be kept", async () => {
    const { place, fails, said, pass } = busyTown();
    const taken = place.take(text("家賃が払えません", place.clock));
    await said(1);
    fails.add("commit");
    const next = text("相談する", place.clock);
    await expect(place.desk.receive([next])).rejects.toThrow("the store is down");
    fails.clear();
    await taken;
    const swept = place.desk.sweep();
    await settled();
    await pass();
    await swept;
    expect(await owed(place)).toEqual([]);
    expect(place.line.shown.length).toBe(1);
  });

  test("is struck out at once where it was tried before: what is uncertain must not stay so while somebody reads", async () => {
    const { place } = busyTown();
    place.line.ends.push("again", "again", "again");
    await place.take(text("家賃が払えません", place.clock));
    expect(await owed(place)).toEqual(["say"]);
    place.clock.now += 20_000;
    await place.desk.sweep();
    expect(await owed(place)).toEqual([]);
    expect(place.line.shown.length).toBe(1);
  });

  test("of a record is filed in the write that keeps it, before it is said", async () => {
    const { place, asked, said, pass } = busyTown();
    const taken = place.take(text("死にたい", place.clock));
    await said(1);
    expect(place.line.shown.length).toBe(1);
    expect([asked.slice(0, 2), asked.includes("file")]).toEqual([["load", "commit"], false]);
    expect((await place.record())?.urgency).toBe("E0");
    await pass();
    await taken;
    expect(await owed(place)).toEqual([]);
  });
});

test("what arrives in one moment is one load and one write, whoever wrote it", async () => {
  const { place, asked, said, pass } = busyTown();
  const people = Array.from({ length: 20 }, (_, n) => `U${String(n).padStart(32, "0")}`);
  const taken = people.map((person) => place.take(text("相談したいです", place.clock, { person })));
  await said(20);
  expect(asked.slice(0, 2)).toEqual(["load", "commit"]);
  expect(place.line.shown.length).toBe(20);
  await pass();
  await Promise.all(taken);
  expect(asked.filter((method) => method === "commit").length).toBeLessThanOrEqual(3);
});
