// What staff do at the counter: answer, end a record, write one by hand; and the numbers records are known by.
import { describe, expect, test } from "vitest";
import type { HandWritten } from "../../src/desk.ts";
import { receiptNo } from "../../src/intake/receipt.ts";
import { event, failing, HOUR, memory, OTHER, STAFF, text, town, type Town } from "./town.ts";

const begun = async (): Promise<Town> => {
  const place = town();
  await place.take(text("死にたい", place.clock));
  return place;
};

const writing = async (): Promise<Town> => {
  const place = town();
  await place.take(text("相談です", place.clock));
  return place;
};

async function close(place: Town): Promise<string> {
  const { id, revision, status } = (await place.record())!;
  const entry = {
    id: `close-${id}`,
    office: "demo",
    intake: id,
    at: place.clock.now,
    by: STAFF.id,
    kind: "status" as const,
    body: { from: status, to: "CLOSED" },
  };
  await place.store.records.act({ id, base: revision, set: { status: "CLOSED", closeReason: "課題が解決" }, entry });
  return id;
}

describe("an answer of staff", () => {
  const answer = async (
    place: Town,
    more: { intake?: string; sure?: boolean; id?: string; held?: number; why?: string } = {},
  ) =>
    place.desk.answer({
      id: crypto.randomUUID(),
      intake: (await place.talk())?.state.intake ?? "",
      text: "お電話します",
      sure: false,
      staff: STAFF,
      ...more,
    });
  const arrived = (place: Town) => place.line.shown.filter(({ text: words }) => words === "お電話します").length;

  test.each([
    ["a record", begun],
    ["入力中", writing],
  ])("whose button is pressed twice is said once, to %s", async (_, start) => {
    const place = await start();
    expect([await answer(place, { id: "once" }), await answer(place, { id: "once" })]).toEqual(["sent", "sent"]);
    expect(arrived(place)).toBe(1);
    const at = await begun();
    await Promise.all([answer(at, { id: "once" }), answer(at, { id: "once" }), answer(at.again(), { id: "once" })]);
    expect(arrived(at)).toBe(1);
  });

  test("lets go of the question whether all should be erased: 「はい」 is said to them", async () => {
    const place = await writing();
    for (const words of ["母のことで、いろいろ困っています", "相談する", "母の物忘れがひどいです", "記録しないで"])
      await place.take(text(words, place.clock));
    expect((await place.talk())?.state.current).toBe("erase");
    expect(await answer(place)).toBe("sent");
    await place.take(text("はい", place.clock));
    expect((await place.talk())?.state.told).toBe(3);
  });

  test("that a colleague was quicker with is not sent, and says so", async () => {
    const place = await begun();
    expect(await answer(place, { held: 0 })).toBe("sent");
    expect(await answer(place, { held: 0 })).toBe("overtaken");
    expect(await answer(place, { held: (await place.talk())!.state.heldUntil })).toBe("sent");
    expect(arrived(place)).toBe(2);
  });

  test("that LINE took is sent, and stands in the conversation under the name of who wrote it", async () => {
    const place = await begun();
    expect(await answer(place)).toBe("sent");
    expect((await place.words()).filter(({ direction }) => direction === "staff")).toMatchObject([
      { text: "お電話します", by: "s1" },
    ]);
    expect(place.line.shown.at(-1)).toMatchObject({ by: "push", text: "お電話します" });
  });

  test("that LINE did not take now is waiting, and is sent later, once", async () => {
    const place = await begun();
    place.line.ends.push("again", "lost", "silence");
    expect(await answer(place)).toBe("waiting");
    for (let n = 0; n < 5; n += 1) {
      place.clock.now += 10_000;
      await place.desk.sweep();
    }
    expect(place.line.shown.filter(({ text: words }) => words === "お電話します").length).toBe(1);
    expect(
      (await place.entries()).filter(({ kind }) => kind === "delivery").map(({ body, by }) => [body.state, by]),
    ).toEqual([["sent", "s1"]]);
  });

  test("stays owed while the person writes on, and is said once", async () => {
    const place = await begun();
    place.line.ends.push("again", "again", "again");
    expect(await answer(place)).toBe("waiting");
    await place.take(text("はい", place.clock));
    place.clock.now += 10_000;
    await place.desk.sweep();
    expect(place.line.shown.filter(({ text: words }) => words === "お電話します").length).toBe(1);
  });

  test("to somebody who blocked the account is blocked, and not sent when they come back", async () => {
    const place = await begun();
    await place.take(event({ kind: "unfollow" }, place.clock, { replyToken: null }));
    const { heldUntil } = (await place.talk())!.state;
    expect(await answer(place)).toBe("blocked");
    expect(place.line.shown.length).toBe(1);
    // The words stand in the conversation, and no bot is silenced by words that nobody saw.
    expect((await place.words()).map(({ text: words }) => words)).toContain("お電話します");
    expect((await place.talk())!.state.heldUntil).toBe(heldUntil);
  });

  test("keeps why it was given in the write that keeps the words", async () => {
    const place = await begun();
    const broken = failing(place.store, (method) => (method === "file" ? "before" : null));
    const at = place.again(broken);
    expect(await answer(at, { id: "y", why: "命にかかわるため" })).toBe("waiting");
    expect((await place.entries()).filter(({ kind }) => kind === "answer").map(({ body }) => body)).toEqual([
      { why: "命にかかわるため" },
    ]);
  });

  test("that LINE refuses for good says so, with the reason for staff", async () => {
    const place = await begun();
    place.line.ends.push("never");
    expect(await answer(place)).toBe("never");
    expect((await place.entries()).map(({ body }) => body.why).filter(Boolean)).toEqual(["messages[0].text"]);
  });

  test("to a record without a talk says so", async () => {
    const place = await begun();
    expect(await answer(place, { intake: "nobody" })).toBe("no-talk");
  });

  test("for which the month has no messages left waits for them, and staff know why", async () => {
    const place = await begun();
    place.line.ends.push("quota");
    expect(await answer(place)).toBe("quota");
    place.clock.now += HOUR + 1;
    await place.desk.sweep();
    expect(place.line.shown.at(-1)?.text).toBe("お電話します");
  });

  test("goes out though the person asked to be left alone, if staff have weighed it", async () => {
    const place = await begun();
    await place.take(text("今は話せない", place.clock));
    expect([await answer(place), await answer(place, { sure: true })]).toEqual(["hushed", "sent"]);
    expect(place.line.shown.map((call) => call.text).filter((words) => words === "お電話します")).toHaveLength(1);
  });

  test("while somebody is still writing (入力中) stands as the first answer on the record that is filed later", async () => {
    const place = await writing();
    await answer(place);
    const { now } = place.clock;
    place.clock.now += 80 * HOUR;
    await place.desk.sweep();
    expect((await place.record())?.firstHumanReplyAt).toBe(now);
  });

  test("while somebody is still writing is no answer to danger that is heard later", async () => {
    const place = await writing();
    await answer(place);
    place.clock.now += HOUR;
    await place.take(text("死にたい", place.clock));
    expect((await place.record())?.firstHumanReplyAt).toBeNull();
  });

  test("to somebody who has blocked the account is no answer yet", async () => {
    const place = await writing();
    await place.take(event({ kind: "unfollow" }, place.clock));
    await answer(place);
    expect((await place.talk())?.state.answeredAt).toBeUndefined();
  });

  test("while somebody is still writing (入力中) is sent too", async () => {
    expect(await answer(await writing())).toBe("sent");
  });
});

describe("a record that staff have ended", () => {
  test("new words open a new one that is linked to it, and the old one stays as it was", async () => {
    const place = await begun();
    const id = await close(place);
    place.clock.now += HOUR;
    await place.take(text("死にたい", place.clock));
    const record = (await place.record())!;
    expect([record.linkedFrom, record.status, record.id === id]).toEqual([id, "RECEIVED", false]);
    expect((await place.store.records.find("demo", id))?.status).toBe("CLOSED");
    expect((await place.words(id)).filter(({ direction }) => direction === "in").length).toBe(1);
  });

  test.each(["follow", "unfollow"] as const)("%s opens nothing", async (kind) => {
    const place = await begun();
    const id = await close(place);
    await place.take(event({ kind }, place.clock, { replyToken: null }));
    expect((await place.record())!.id).toBe(id);
  });
});

test("a hint of danger in what is still being written stands in the queue", async () => {
  const place = town();
  await place.take(text("お金がなくて生活が苦しいです", place.clock));
  const { rows } = await place.store.records.queue({ office: "demo", show: "draft", limit: 9, offset: 0 });
  expect(rows.map(({ urgency }) => urgency)).toEqual(["E2"]);
});

describe("a receipt number", () => {
  test("is another for every person, and stays the same for a record", async () => {
    const place = town();
    const people = Array.from({ length: 30 }, (_, n) => `U${String(n).padStart(32, "0")}`);
    await place.take(...people.map((person) => text("死にたい", place.clock, { person })));
    await place.take(...people.map((person) => text("つらい", place.clock, { person })));
    const { rows } = await place.store.records.queue({ office: "demo", show: "all", limit: 99, offset: 0 });
    expect(new Set(rows.map(({ receiptNo: number }) => number)).size).toBe(30);
  });

  test("that is taken already gives way to the next", async () => {
    const store = memory();
    const place = town({ store });
    const mine = text("死にたい", place.clock);
    const taken = receiptNo(2026, "demo", mine.id);
    await place.take(text("死にたい", place.clock, { person: OTHER }));
    const other = (await place.record())!;
    await store.talks.file({
      messages: [],
      entries: [],
      retractions: [],
      intakes: [{ intake: { ...other, id: "o", receiptNo: taken }, raise: null, talkRevision: 99 }],
    });
    await place.take(mine);
    expect((await store.records.find("demo", mine.id))?.receiptNo).toBe(receiptNo(2026, "demo", mine.id, 1));
  });
});

const TOLD: HandWritten = {
  channel: "電話",
  narrative: "母親のことで",
  reporter: { role: "FAMILY", anonymous: false, name: "山田" },
  relation: "親",
  ageBand: "75-84",
  answers: [],
  district: "chuo",
  primaryCategory: "CARE",
  urgency: "E2",
  consent: "GIVEN",
  contactPlan: { channels: ["TEL"], window: "", phone: "", nameToUse: "", avoid: "", text: "" },
};

test("a record written by hand whose button is pressed twice is one record", async () => {
  const place = town();
  const both = [0, 1].map(() => place.desk.writeByHand(TOLD, STAFF, "once"));
  expect((await Promise.all(both)).map(({ id }) => id)).toEqual(["once", "once"]);
  const { total } = await place.store.records.queue({ office: "demo", show: "all", limit: 9, offset: 0 });
  expect([total, (await place.entries("once")).length]).toEqual([1, 1]);
});

test("a record written by hand has a number, its way, and the consent as it was told", async () => {
  const place = town();
  const record = await place.desk.writeByHand(TOLD, STAFF, "by-hand");
  expect(await place.record()).toEqual(record);
  expect([record.channel, record.owner, record.facts.consents.map(({ scope, value }) => `${scope} ${value}`)]).toEqual([
    "電話",
    "s1",
    ["PURPOSE_NOTICE SHOWN", "RECORD GIVEN"],
  ]);
  expect((await place.entries()).map(({ kind }) => kind)).toEqual(["received"]);
});
