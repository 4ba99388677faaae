// When the bot is silent: the quiet time, another system's chat, staff who have answered.
import { describe, expect, test } from "vitest";
import { BOOK, event, HOUR, STAFF, text, town, type Town } from "./town.ts";

const inWords = async (place: Town, intake?: string): Promise<(string | null)[]> =>
  (await place.words(intake)).filter(({ direction }) => direction === "in").map(({ text }) => text);

describe("the quiet time", () => {
  test.each([
    ["in the same process", (place: Town) => place],
    ["after a restart", (place: Town) => place.again()],
  ])("is over, %s: what there is becomes a record, and nothing is said", async (_, then) => {
    const place = town();
    await place.take(text("母のことで", place.clock));
    place.clock.now += 24 * HOUR - 1;
    await place.desk.sweep();
    expect(await place.record()).toBeUndefined();
    place.clock.now += 1;
    await then(place).desk.sweep();
    const record = (await place.record())!;
    expect([record.completeness, record.status, place.line.calls.length]).toEqual(["PARTIAL", "RECEIVED", 1]);
    expect(record.receiptNo).toMatch(/^2026-\w{6}$/);
    expect(await inWords(place)).toEqual(["母のことで"]);
  });

  test("files once, however often it is looked at", async () => {
    const place = town();
    await place.take(text("母のことで", place.clock));
    place.clock.now += 25 * HOUR;
    expect([await place.desk.sweep(), await place.desk.sweep(), await place.desk.sweep()]).toEqual([1, 0, 0]);
  });

  test("is not over where words came at the last moment", async () => {
    const place = town();
    await place.take(text("母のことで", place.clock));
    place.clock.now += 24 * HOUR;
    await Promise.all([place.desk.sweep(), place.take(text("続きです", place.clock))]);
    expect([await place.record(), (await place.talk())!.state.phase]).toEqual([undefined, "asking"]);
  });

  test("of an office that made it longer: the row is put aside, and not first in every list", async () => {
    const place = town();
    await place.take(text("母のことで", place.clock));
    const slower = town({
      store: place.store,
      clock: place.clock,
      line: place.line,
      office: { ...BOOK.office, quietHours: 48 },
    });
    place.clock.now += 25 * HOUR;
    expect([await slower.desk.sweep(), await slower.desk.sweep(), await place.record()]).toEqual([1, 0, undefined]);
  });
});

describe("another system holds the chat (standby)", () => {
  test("words are kept, nothing is said, no dots are shown", async () => {
    const place = town();
    await place.take(text("母のことで", place.clock, { standby: true, replyToken: null }));
    place.clock.now += HOUR;
    await place.desk.sweep();
    expect([place.line.calls, place.line.loading]).toEqual([[], []]);
    expect(await inWords(place, (await place.talk())!.state.intake!)).toEqual(["母のことで"]);
  });
});

describe("staff have answered", () => {
  const answered = async (): Promise<Town> => {
    const place = town();
    await place.take(text("死にたい", place.clock));
    expect(
      await place.desk.answer({
        id: crypto.randomUUID(),
        intake: (await place.record())!.id,
        text: "読みました",
        sure: false,
        staff: STAFF,
      }),
    ).toBe("sent");
    place.clock.now += HOUR;
    return place;
  };

  test("the bot is silent for the office's hours, and the words are kept", async () => {
    const place = await answered();
    await place.take(text("ありがとうございます", place.clock));
    expect([place.line.shown.length, await inWords(place)]).toEqual([2, ["死にたい", "ありがとうございます"]]);
    expect((await place.talk())!.unfiled).toEqual([]);
  });

  test("danger is answered all the same, and people on duty are told", async () => {
    const place = await answered();
    await place.take(text("夫に殴られています", place.clock));
    expect([place.line.shown.length, place.alerts.length]).toEqual([3, 2]);
    expect(place.line.shown.at(-1)?.text).toContain("110");
  });

  test("afterwards the bot answers again", async () => {
    const place = await answered();
    place.clock.now += 24 * HOUR;
    await place.take(text("もしもし", place.clock));
    expect(place.line.shown.length).toBe(3);
  });
});

test("what LINE merely reports of somebody who never wrote leaves no record and no word", async () => {
  const place = town();
  await place.take(event({ kind: "other", type: "membership" }, place.clock));
  expect([(await place.talk())!.unfiled, place.line.calls, await place.record()]).toEqual([[], [], undefined]);
});
