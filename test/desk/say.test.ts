// Saying: reply first, push when the token is stale; what is not known to have arrived is tried again, never dropped.
import { describe, expect, test } from "vitest";
import type { End } from "./line.ts";
import { event, failing, HOUR, memory, OTHER, settled, text, town, unsend, type Method, type Town } from "./town.ts";

/** Somebody in danger: the record is filed at once, so that staff can see what became of the words. */
async function inDanger(place: Town, ends: End[]): Promise<void> {
  place.line.ends.push(...ends);
  await place.take(text("死にたい", place.clock));
}

async function waitAndSweep(place: Town, ms: number): Promise<void> {
  place.clock.now += ms;
  await place.desk.sweep();
}

const shownBy = (place: Town): string[] => place.line.shown.map(({ by }) => by);
const statesOf = async (place: Town): Promise<string[]> =>
  (await place.entries()).filter(({ kind }) => kind === "delivery").map(({ body }) => body.state!);

describe("how a reply ended, and what the person and staff see", () => {
  const cases: [string, End[], number, string[], string[]][] = [
    ["it arrived", [], 0, ["reply"], []],
    ["LINE was busy: the same reply again at once", ["again"], 0, ["reply"], []],
    ["LINE named a time to wait: not before it, then by push", ["wait"], 91_000, ["push"], []],
    ["silence, and it had not arrived: the same reply again", ["silence"], 0, ["reply"], []],
    [
      "silence, and it had arrived: the token is refused inside its minute, that is delivered",
      ["lost"],
      0,
      ["reply"],
      [],
    ],
    ["silence until the jobs, and it had arrived: still once", ["lost", "silence", "silence"], 10_000, ["reply"], []],
    [
      "silence past the minute: pushed, and staff see that it may have come twice",
      ["silence", "silence", "silence"],
      61_000,
      ["push"],
      ["unsure"],
    ],
    ["the token was stale: pushed at once", ["token"], 0, ["push"], []],
    [
      "the token was stale, the push ended in silence, and had arrived: 409 is delivered",
      ["token", "lost", "token"],
      0,
      ["push"],
      [],
    ],
    ["LINE refuses it for good: staff see why, nobody tries again", ["never"], HOUR, [], ["never"]],
    [
      "the month's messages are used up: tried again in an hour, staff see it once",
      ["token", "quota"],
      HOUR + 1,
      ["push"],
      ["quota"],
    ],
  ];

  test.each(cases)("%s", async (_, ends, later, shown, states) => {
    const place = town();
    await inDanger(place, ends);
    await waitAndSweep(place, later);
    expect(shownBy(place)).toEqual(shown);
    expect(await statesOf(place)).toEqual(states);
    expect((await place.talk())!.owed).toEqual([]);
  });

  test("a push that ends in silence is pushed with the same key, and is not called doubled", async () => {
    const place = town();
    await inDanger(place, ["token", "lost", "token", "silence", "token", "silence"]);
    await waitAndSweep(place, 61_000);
    expect(new Set(place.line.calls.filter(({ by }) => by === "push").map((call) => call.with)).size).toBe(1);
    expect([shownBy(place), await statesOf(place)]).toEqual([["push"], []]);
  });

  test("a used-up month is asked once an hour, not at once again", async () => {
    const place = town();
    await inDanger(place, ["token", "quota", "quota", "quota"]);
    for (let hour = 0; hour < 2; hour += 1) await waitAndSweep(place, HOUR + 1);
    expect(place.line.calls.map(({ by }) => by)).toEqual(["reply", "push", "push", "push"]);
    expect(await statesOf(place)).toEqual(["quota"]);
  });

  test("a used-up month is told of whichever try meets it", async () => {
    const place = town();
    await inDanger(place, ["again", "again", "again", "token", "quota"]);
    await waitAndSweep(place, 21_000);
    expect(await statesOf(place)).toEqual(["quota"]);
  });

  test("what fails for ten minutes is told to staff with what LINE said, once, while it is tried on", async () => {
    const place = town();
    place.line.hold = async () => void place.line.ends.unshift("again");
    await inDanger(place, []);
    for (let minute = 0; minute < 30; minute += 1) await waitAndSweep(place, 60_000);
    const told = (await place.entries()).filter(({ kind }) => kind === "delivery");
    expect(told.map(({ body }) => body)).toEqual([{ state: "late", why: "rate" }]);
    expect((await place.talk())!.owed).toHaveLength(1);
  });

  test("many who were refused at one moment do not come back at one moment", async () => {
    const place = town();
    const people = Array.from({ length: 50 }, (_, n) => `U${String(n).padStart(32, "0")}`);
    place.line.hold = async () => void place.line.ends.unshift("again");
    await place.take(...people.map((person) => text("家賃が払えません", place.clock, { person })));
    const next = await Promise.all(people.map(async (person) => (await place.talk(person))!.owed[0]!));
    expect(new Set(next.map((item) => "nextAt" in item && item.nextAt)).size).toBeGreaterThan(40);
  });

  test("after a day of failing it is given up, before the retry key is forgotten; staff see it", async () => {
    const place = town();
    place.line.hold = async () => void place.line.ends.unshift("silence");
    await inDanger(place, []);
    for (let hour = 0; hour < 25; hour += 1) await waitAndSweep(place, HOUR);
    const calls = place.line.calls.length;
    await waitAndSweep(place, HOUR);
    expect([place.line.calls.length, await statesOf(place)]).toEqual([calls, ["late", "gave-up"]]);
    expect((await place.talk())!.owed).toEqual([]);
  });
});

describe("in their order", () => {
  const order = (place: Town): string[] => place.line.shown.map((call) => call.text.slice(0, 6));
  const said = async (): Promise<string[]> => {
    const calm = town();
    await calm.take(text("家賃が払えません", calm.clock));
    await calm.take(text("死にたい", calm.clock));
    return order(calm);
  };

  test("words that could not be said yet are said before those that came after them", async () => {
    const place = town();
    place.line.ends.push("again", "again", "again");
    await place.take(text("家賃が払えません", place.clock));
    await place.take(text("死にたい", place.clock));
    expect(order(place)).toEqual(await said());
  });

  test("where the earlier ones fail once more, the later ones wait with them, for seconds", async () => {
    const place = town();
    place.line.ends.push(...Array.from({ length: 6 }, () => "again" as const));
    await place.take(text("家賃が払えません", place.clock));
    await place.take(text("死にたい", place.clock));
    expect(order(place)).toEqual([]);
    await waitAndSweep(place, 20_000);
    expect(order(place)).toEqual(await said());
  });

  test("words taken while the earlier ones are tried wait for how that ends", async () => {
    const place = town();
    place.line.ends.push("again", "again", "again");
    const first = await place.desk.receive([text("家賃が払えません", place.clock)]);
    const second = await place.desk.receive([text("死にたい", place.clock)]);
    await Promise.all([place.desk.run(first), place.desk.run(second)]);
    await waitAndSweep(place, 20_000);
    expect(order(place)).toEqual(await said());
  });

  test("words that LINE never takes hold up an answer for a minute, and not for longer", async () => {
    const place = town();
    const isFirst = (words: string): boolean => words.includes("どなたのことですか");
    place.line.hold = async (call) => void (isFirst(call.text) && place.line.ends.unshift("again"));
    await place.take(text("家賃が払えません", place.clock));
    await place.take(text("死にたい", place.clock));
    expect(place.line.shown).toEqual([]);
    for (let n = 0; n < 4; n += 1) await waitAndSweep(place, 20_000);
    expect(place.line.shown.map((call) => isFirst(call.text))).toEqual([false]);
  });

  test("who waits for the month's quota holds up nobody with a reply token", async () => {
    const place = town();
    place.line.ends.push("token", "quota");
    await place.take(text("家賃が払えません", place.clock));
    await place.take(text("死にたい", place.clock));
    expect(order(place)).toEqual((await said()).slice(-1));
  });
});

describe("who is not pushed to", () => {
  test("somebody who asked to be left alone: a late answer does not light up the telephone", async () => {
    const place = town();
    await inDanger(place, []);
    place.line.ends.push("token");
    await place.take(text("今は話せない", place.clock));
    expect([shownBy(place), await statesOf(place)]).toEqual([["reply"], ["hushed"]]);
  });

  test("somebody who blocked the account is not replied to either: LINE would say 200, and it would arrive nowhere", async () => {
    const place = town();
    await inDanger(place, ["again", "again", "again"]);
    await place.take(event({ kind: "unfollow" }, place.clock, { replyToken: null }));
    const calls = place.line.calls.length;
    await waitAndSweep(place, 21_000);
    expect([place.line.calls.length, await statesOf(place)]).toEqual([calls, ["blocked"]]);
  });

  test("somebody who blocked the account; staff see it", async () => {
    const place = town();
    await inDanger(place, ["again", "again", "again"]);
    await place.take(event({ kind: "unfollow" }, place.clock, { replyToken: null }));
    await waitAndSweep(place, 61_000);
    expect([shownBy(place), await statesOf(place)]).toEqual([[], ["blocked"]]);
    expect((await place.record())!.facts.blocked).toBe(true);
  });
});

describe("said once", () => {
  test.each([
    [
      "run twice at the same time",
      (place: Town, keys: string[]) => Promise.all([place.desk.run(keys), place.desk.run(keys)]),
    ],
    [
      "run and sweep at the same time",
      (place: Town, keys: string[]) => Promise.all([place.desk.run(keys), place.desk.sweep()]),
    ],
    [
      "run here and in another process",
      (place: Town, keys: string[]) => Promise.all([place.desk.run(keys), place.again().desk.run(keys)]),
    ],
    [
      "run in two other processes after a crash",
      (place: Town, keys: string[]) => {
        place.clock.now += 31_000;
        return Promise.all([place.again().desk.run(keys), place.again().desk.run(keys)]);
      },
    ],
  ])("%s", async (_, runBoth) => {
    const place = town();
    const keys = await place.desk.receive([text("死にたい", place.clock)]);
    await runBoth(place, keys);
    expect([shownBy(place), place.alerts.length <= 1]).toEqual([["reply"], true]);
    expect((await place.talk())!.owed).toEqual([]);
  });

  test("a process that died after the reply: the next one finds the token used, and does not push", async () => {
    let isDown = false;
    const store = memory();
    const place = town({ store: failing(store, () => (isDown ? "before" : null)) });
    place.line.hold = async () => void (isDown = true);
    await place.take(text("死にたい", place.clock));
    const restarted = place.again(store);
    place.line.hold = async () => {};
    place.clock.now += 31_000;
    await restarted.desk.sweep();
    expect([shownBy(place), (await restarted.talk())!.owed]).toEqual([["reply"], []]);
  });

  test("a store that fails to note that it was said: this process knows, and only notes it later", async () => {
    let failsNow = false;
    const place = town({ store: failing(memory(), (method) => (failsNow && method === "commit" ? "before" : null)) });
    place.line.hold = async () => void (failsNow = true);
    await place.take(text("死にたい", place.clock));
    failsNow = false;
    place.line.hold = async () => {};
    await waitAndSweep(place, 70_000);
    expect([place.line.calls.length, (await place.talk())!.owed]).toEqual([1, []]);
  });
});

describe("filed before it is said", () => {
  test("the record stands there when LINE is asked to say so, and before people on duty are told", async () => {
    const place = town();
    const found: unknown[] = [];
    place.line.hold = async () => void found.push((await place.record())?.urgency);
    await place.take(text("死にたい", place.clock));
    expect([found, place.alerts.length]).toEqual([["E0"], 1]);
  });

  test("what cannot be filed is not kept: nothing is said, nobody is told; brought again, all of it happens once", async () => {
    let isDown = true;
    const place = town({
      store: failing(memory(), (method: Method) => (method === "commit" && isDown ? "before" : null)),
    });
    const words = text("死にたい", place.clock);
    await expect(place.take(words)).rejects.toThrow("the store is down");
    expect([place.line.calls, place.alerts, await place.record()]).toEqual([[], [], undefined]);
    isDown = false;
    await place.take(words);
    await place.take(words);
    expect([shownBy(place), place.alerts.length, (await place.record())?.urgency]).toEqual([["reply"], 1, "E0"]);
  });

  test("what arrives with 送信取消 between is one record with every wish of it", async () => {
    const place = town();
    const [first, back] = [text("死にたい", place.clock), text("まちがえました", place.clock)];
    const more = ["人と話したい", "母が心配で、夜も眠れません"].map((words) => text(words, place.clock));
    await place.take(first, back, unsend(back, place.clock), ...more);
    const record = (await place.record())!;
    expect([record.urgency, record.facts.flags.includes("人と話したい")]).toEqual(["E0", true]);
    expect((await place.entries()).filter(({ kind }) => kind === "task").map(({ body }) => body.what)).toEqual([
      "人と話したい",
    ]);
  });
});

test("a slow LINE for one person holds up neither another person nor the telling of danger", async () => {
  const place = town();
  let release = (): void => {};
  const slow = new Promise<void>((resolve) => (release = resolve));
  const first = text("死にたい", place.clock);
  place.line.hold = async (call) => (call.with === first.replyToken ? slow : undefined);
  const held = place.take(first);
  await place.take(text("相談です", place.clock, { person: OTHER }));
  await settled();
  expect([place.line.shown.length, place.alerts.length]).toEqual([1, 1]);
  release();
  await held;
  expect(place.line.shown.length).toBe(2);
});

test("the dots are shown only where an answer takes longer than a second", async () => {
  const place = town();
  place.line.hold = async () => new Promise((resolve) => setTimeout(resolve, 1100));
  await place.take(text("相談です", place.clock));
  place.line.hold = async () => {};
  await place.take(text("続きです", place.clock));
  expect(place.line.loading.length).toBe(1);
});
