// Receiving: nothing is acknowledged before it is durable, and an event counts once however often it comes.
import { describe, expect, test } from "vitest";
import { courseOf, stepsOf } from "../../src/flow/flow.ts";
import { receiptNo } from "../../src/intake/receipt.ts";
import type { Arrival } from "../../src/ports.ts";
import { filing, intake } from "../store/samples.ts";
import { BOOK, event, failing, memory, OTHER, settled, text, town, twoOnOneFile, unsend } from "./town.ts";

describe("nothing is acknowledged before it is durable", () => {
  test("a store that cannot keep: receive rejects, nothing is said, nothing stands", async () => {
    const store = memory();
    const place = town({ store: failing(store, (method) => (method === "commit" ? "before" : null)) });
    await expect(place.desk.receive([text("母のことです", place.clock)])).rejects.toThrow("down");
    expect([place.line.calls, (await store.talks.due(Infinity, 9)).length]).toEqual([[], 0]);
  });

  test("a store that kept and broke off: LINE sends it again, and it is answered once", async () => {
    let broken = true;
    const place = town({ store: failing(memory(), (method) => (method === "commit" && broken ? "after" : null)) });
    const first = text("母のことです", place.clock);
    await expect(place.desk.receive([first])).rejects.toThrow("went down");
    broken = false;
    await place.take(first);
    place.clock.now += 31_000;
    await place.desk.sweep();
    expect(place.line.shown.length).toBe(1);
    const { state } = (await place.talk())!;
    expect((await place.words(state.intake!)).filter(({ direction }) => direction === "in").length).toBe(1);
  });

  test("a receipt number that another record bears is given to nobody else: the same words get another", async () => {
    const place = town();
    const words = text("死にたい", place.clock);
    const first = receiptNo(2026, "demo", words.id);
    const other = { ...intake("other"), office: "demo", receiptNo: first };
    await place.store.talks.file(filing({ intakes: [{ intake: other, raise: null, talkRevision: 1 }] }));
    await place.take(words);
    const second = receiptNo(2026, "demo", words.id, 1);
    expect((await place.store.records.find("demo", words.id))?.receiptNo).toBe(second);
    expect([JSON.stringify(place.line.shown).includes(first), place.line.shown.length]).toEqual([false, 1]);
  });

  test("kept when receive returns, also where the process dies before it answers", async () => {
    const place = town();
    await place.desk.receive([text("母のことです", place.clock)]);
    const restarted = place.again();
    place.clock.now += 31_000;
    await restarted.desk.sweep();
    expect(place.line.shown.map(({ by }) => by)).toEqual(["reply"]);
    expect((await restarted.words((await restarted.talk())!.state.intake!))[0]?.text).toBe("母のことです");
  });

  test("one talk that cannot be played holds up no other, and is not acknowledged", async () => {
    const place = town();
    const broken = event({ kind: "text", text: null as never }, place.clock, { person: OTHER });
    const whole = text("母のことです", place.clock);
    const ends = await Promise.allSettled([
      place.desk.receive([broken]),
      place.desk.receive([whole]),
      place.desk.receive([broken, whole]),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "rejected"]);
    await place.desk.sweep();
    expect([(await place.talk(OTHER)) === undefined, place.line.shown.length]).toEqual([true, 1]);
    expect(place.logged.join()).not.toContain(OTHER);
  });
});

describe("the same event", () => {
  const ways: [string, (place: ReturnType<typeof town>, one: Arrival) => Promise<unknown>][] = [
    ["twice in one body", (place, one) => place.take(one, one)],
    ["in two bodies, one after the other", async (place, one) => [await place.take(one), await place.take(one)]],
    ["in two bodies at once", (place, one) => Promise.all([place.take(one), place.take(one)])],
    ["five times at once", (place, one) => Promise.all(Array.from({ length: 5 }, () => place.take(one)))],
    ["again after a restart", async (place, one) => [await place.take(one), await place.again().take(one)]],
    [
      "while the answer to it is on its way",
      async (place, one) => {
        place.line.hold = async () => {
          place.line.hold = async () => {};
          await place.again().take(one);
        };
        await place.take(one);
      },
    ],
  ];

  test.each(ways)("%s: one effect, answered once", async (_, deliver) => {
    const place = town();
    await deliver(place, text("死にたい", place.clock));
    place.clock.now += 31_000;
    await place.desk.sweep();
    expect(place.line.shown.length).toBe(1);
    expect((await place.words()).filter(({ direction }) => direction === "in").length).toBe(1);
    expect((await place.talk())!.state.risks.length).toBeGreaterThan(0);
    expect(place.alerts.length).toBe(1);
  });
});

describe("more events than the row remembers, and then one of the first again", () => {
  /** Somebody has written more often than event ids are remembered. */
  async function talkative(): Promise<{ place: ReturnType<typeof town>; first: Arrival; begun: number }> {
    const place = town();
    const first = text("母のことです", place.clock);
    const begun = place.clock.now;
    await place.take(first);
    for (let n = 0; n < 220; n += 1) {
      place.clock.now += 1000;
      await place.take(text(`ことば${n}`, place.clock));
    }
    return { place, first, begun };
  }

  test("a word that is kept is not answered again; one that never came is taken, in its place", async () => {
    const { place, first, begun } = await talkative();
    const before = place.line.calls.length;
    await place.take(first);
    expect(place.line.calls.length).toBe(before);
    const late = text("おくれて届いたことば", place.clock, { at: begun + 500 });
    await place.take(late);
    const words = await place.words((await place.talk())!.state.intake!);
    const heard = words.flatMap((word) => (word.direction === "in" ? [word.text] : []));
    expect([heard.slice(0, 3), heard.length]).toEqual([["母のことです", "おくれて届いたことば", "ことば0"], 222]);
    expect(place.line.calls.length).toBe(before + 1);
  });

  test("a block of long ago does not undo what came after it; a word taken back stays taken back", async () => {
    const { place, first, begun } = await talkative();
    const before = place.line.calls.length;
    await place.take(event({ kind: "unfollow" }, place.clock, { replyToken: null, at: begun + 1 }));
    await place.take({ ...unsend(first, place.clock), at: begun + 2 });
    expect([(await place.talk())!.state.blocked, place.line.calls.length]).toEqual([false, before]);
    const words = await place.words((await place.talk())!.state.intake!);
    expect(words[0]).toMatchObject({ direction: "in", text: null });
  });
});

describe("one turn, one answer", () => {
  test("two messages in one body", async () => {
    const place = town();
    await place.take(text("母のことです", place.clock), text("物忘れがひどくて", place.clock));
    expect(place.line.shown.length).toBe(1);
    expect((await place.talk())!.state.told).toBe(1);
  });

  test("messages that come while one is being written are one turn, answered after it", async () => {
    const place = town();
    const [first, second, third] = ["母の", "ことで", "困っています"].map((words) => text(words, place.clock));
    await Promise.all([first, second, third].map((one) => place.take(one!)));
    expect(place.line.shown.map((call) => call.with)).toEqual([first!.replyToken, third!.replyToken]);
    const words = await place.words((await place.talk())!.state.intake!);
    expect(words.filter(({ direction }) => direction === "in").map(({ text }) => text)).toEqual([
      "母の",
      "ことで",
      "困っています",
    ]);
  });

  test("LINE's time gives the order, not the order of arrival", async () => {
    const place = town();
    const late = text("あとのことば", place.clock, { at: place.clock.now + 2 });
    await place.take(late, text("さきのことば", place.clock, { at: place.clock.now + 1 }));
    const words = await place.words((await place.talk())!.state.intake!);
    expect(words.filter(({ direction }) => direction === "in").map(({ text }) => text)).toEqual([
      "さきのことば",
      "あとのことば",
    ]);
    expect(place.line.shown[0]?.with).toBe(late.replyToken);
  });
});

describe("a talk written by an older program or flow", () => {
  test("goes on at the first unanswered question, without a field it did not know", async () => {
    const place = town();
    await place.take(text("母のことで相談です。最近ひとりで暮らせなくなってきました", place.clock));
    const talk = (await place.talk())!;
    const { avoids: _unknown, ...old } = talk.state;
    const state = { ...old, version: "old", current: "a question that is gone" } as never;
    const codes = {
      intake: talk.state.intake,
      draft: true,
      receivedAt: 1,
      lastAt: 1,
      role: null,
      category: null,
      district: null,
      lang: "ja",
      urgency: "E9" as const,
      dueAt: null,
    };
    await place.store.talks.commit([
      { talk: { ...talk, state, revision: talk.revision + 1 }, base: talk.revision, codes },
    ]);
    await place.take(text("はい", place.clock));
    const after = (await place.talk())!.state;
    expect(stepsOf(BOOK.flow, after).map(({ fills }) => fills)).toContain(after.current);
    expect([after.version, after.avoids, place.line.shown.length]).toEqual([
      courseOf(BOOK.flow, after.role).version,
      [],
      2,
    ]);
  });
});

test("two counters on one file, the same person at once: no word is lost, there is one record", async () => {
  const [one, two] = await twoOnOneFile();
  const place = town({ store: one });
  const other = place.again(two);
  const words = Array.from({ length: 6 }, (_, n) => text(`死にたい${n}`, place.clock, { at: place.clock.now + n }));
  await Promise.all(words.map((word, n) => (n % 2 === 0 ? place : other).take(word)));
  await settled();
  const { total } = await one.records.queue({ office: "demo", show: "all", limit: 9, offset: 0 });
  const kept = (await place.words()).filter(({ direction }) => direction === "in").map(({ text }) => text);
  expect([total, kept]).toEqual([1, words.map(({ input }) => (input as { text: string }).text)]);
  expect(new Set(place.line.shown.map((call) => call.with)).size).toBe(place.line.shown.length);
  expect(place.line.shown.every(({ by }) => by === "reply")).toBe(true);
});
