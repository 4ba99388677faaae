// What a person takes back is gone: from the row, the record, the conversation, the export, and our own quotations.
import { describe, expect, test } from "vitest";
import { recordLine } from "../../src/export/line.ts";
import {
  event,
  HOUR,
  memory,
  PERSON,
  settled,
  STAFF,
  text,
  town,
  unsend,
  walkTo,
  type Memory,
  type Town,
} from "./town.ts";

const PHONE = "090-1234-5678";
const STORY = "母のことで相談です。最近ひとりで暮らせなくなってきました";

/** Somebody who told their number, saw it in the check, and (when `sends`) sent it off. */
async function withPhone(place: Town, sends: boolean): Promise<ReturnType<typeof text>> {
  await place.take(text(STORY, place.clock));
  const sent = await walkTo(place, "check", { contact: `電話で、${PHONE}` });
  if (sends) await place.take(text("はい", place.clock));
  return sent["contact"]!;
}

const dumpOf = (place: Town): string => (place.store as Memory).dump();

describe("送信取消", () => {
  test.each([
    ["before it is a record", false],
    ["after it became one", true],
  ])("of a telephone number, %s: gone from state, conversation, check and export", async (_, sends) => {
    const place = town();
    const phone = await withPhone(place, sends);
    expect(dumpOf(place)).toContain(PHONE);
    await place.take(unsend(phone, place.clock));
    if (!sends) {
      place.clock.now += 25 * HOUR;
      await place.desk.sweep();
    }
    expect(dumpOf(place)).not.toContain(PHONE);
    expect(JSON.stringify(await recordLine(place.store, (await place.record())!))).not.toContain(PHONE);
    expect((await place.record())!.facts.flags).toContain("送信取消あり");
    expect((await place.words()).find(({ id }) => id === phone.messageId)).toMatchObject({
      text: null,
      retractedAt: place.clock.now - (sends ? 0 : 25 * HOUR),
    });
  });

  test("of words that no answer quotes leaves our own words as they were", async () => {
    const place = town();
    await withPhone(place, true);
    const more = text("天気がいいですね", place.clock);
    await place.take(more);
    await place.take(unsend(more, place.clock));
    expect((await place.words()).filter(({ direction, text }) => direction === "out" && text === null)).toEqual([]);
    expect(dumpOf(place)).not.toContain("天気がいい");
  });

  test("that comes before its own words, as LINE may deliver: the words are kept without text and not answered", async () => {
    const place = town();
    await place.take(text("こんにちは", place.clock));
    const words = text("言わなければよかった", place.clock);
    await place.take(unsend(words, place.clock));
    const calls = place.line.calls.length;
    await place.take(words);
    expect([dumpOf(place).includes("言わなければ"), place.line.calls.length]).toEqual([false, calls]);
    const kept = await place.words((await place.talk())!.state.intake!);
    expect(kept.find(({ id }) => id === words.messageId)).toMatchObject({ text: null, retractedAt: words.at });
  });

  test("in the same body as the words: nothing we say quotes them", async () => {
    const place = town();
    await place.take(text(STORY, place.clock));
    await walkTo(place, "contact", {});
    const name = text(`電話で、${PHONE}、山田の母といいます`, place.clock, { at: place.clock.now + 1 });
    await place.take(name, { ...unsend(name, place.clock), at: place.clock.now + 2 });
    expect(dumpOf(place)).not.toContain("山田");
  });

  test("of words of danger: the words go, the danger stays, and the urgency with it", async () => {
    const place = town();
    const words = text("死にたい。薬をたくさん飲んだ", place.clock);
    await place.take(words);
    await place.take(unsend(words, place.clock));
    const record = (await place.record())!;
    expect([record.urgency, record.facts.riskTypes.includes("SELF_HARM")]).toEqual(["E0", true]);
    expect((await place.words()).find(({ id }) => id === words.messageId)?.text).toBeNull();
  });
});

describe("a check that waits to be sent, and quotes", () => {
  /** Somebody who told their number; the check that quotes it has not arrived, because LINE does not answer. */
  async function waiting(place: Town): Promise<ReturnType<typeof text>> {
    await place.take(text(STORY, place.clock));
    await walkTo(place, "contact", {});
    const sent = text(`電話で、${PHONE}`, place.clock);
    place.line.hold = async () => void place.line.ends.unshift("silence");
    await place.take(sent);
    expect((await place.talk())!.owed.map(({ do: what }) => what)).toEqual(["say"]);
    return sent;
  }

  /** LINE answers again: what stands on the telephone since then. */
  async function lineComesBack(place: Town): Promise<string> {
    place.line.hold = async () => {};
    const before = place.line.shown.length;
    for (let n = 0; n < 6; n += 1) {
      place.clock.now += 31_000;
      await place.desk.sweep();
    }
    return place.line.shown
      .slice(before)
      .map(({ text: words }) => words)
      .join("\n");
  }

  const cases: [string, (place: Town, phone: ReturnType<typeof text>) => Promise<void>][] = [
    ["an answer that is taken back", async (place, phone) => place.take(unsend(phone, place.clock))],
    [
      "an answer that is put right",
      async (place) => {
        await place.take(text("電話番号を直す", place.clock));
        await place.take(text("090-8765-4321", place.clock));
      },
    ],
    ["an answer somebody else must not see now", async (place) => place.take(text("夫に見られるかも", place.clock))],
  ];
  test.each(cases)("%s: the question comes without it", async (_, happens) => {
    const place = town();
    const phone = await waiting(place);
    await happens(place, phone);
    const shown = await lineComesBack(place);
    expect([shown.includes(PHONE), shown.includes("書きとめました")]).toEqual([false, true]);
    expect((await place.talk())!.owed).toEqual([]);
  });

  test("is left as it is by a word that it does not quote", async () => {
    const place = town();
    await waiting(place);
    const more = text("天気がいいですね", place.clock);
    await place.take(more);
    await place.take(unsend(more, place.clock));
    expect(await lineComesBack(place)).toContain(PHONE);
  });

  test.each([
    ["which follows at once", 2_000],
    ["which follows later", 20_000],
  ])("an answer taken back while LINE thinks about a try is not in the next one, %s", async (_, ms) => {
    const place = town();
    await place.take(text(STORY, place.clock));
    await walkTo(place, "contact", {});
    const phone = text(`電話で、${PHONE}`, place.clock);
    place.line.calls.splice(0);
    place.line.hold = async () => {
      place.line.hold = async () => {};
      place.line.ends.unshift("silence");
      await place.desk.receive([unsend(phone, place.clock)]);
      place.clock.now += ms;
    };
    await place.take(phone);
    await lineComesBack(place);
    expect(place.line.calls.map((call) => call.text.includes(PHONE))).toEqual([true, false]);
  });
});

describe("an answer that was put right, and the old one taken back", () => {
  test.each([
    ["after the new one", ["電話番号を直す", "090-8765-4321"]],
    ["before the new one", ["電話番号を直す"]],
    ["after it was sent off", ["電話番号を直す", "090-8765-4321", "これで送る"]],
  ])("%s: it is gone from the old check, too", async (_, words) => {
    const place = town();
    const phone = await withPhone(place, false);
    for (const one of words) await place.take(text(one, place.clock));
    await place.take(unsend(phone, place.clock));
    expect(dumpOf(place).includes(PHONE)).toBe(false);
  });
});

describe("記録しないで", () => {
  const begun = async (place: Town): Promise<ReturnType<typeof text>[]> => {
    const said = [text(STORY, place.clock), text("記録しないで", place.clock)];
    await place.take(said[0]!);
    place.clock.now += 1000;
    await place.take(said[1]!);
    return said;
  };

  test("the row goes, the words go, and a wordless row stays; nothing leads back to the person", async () => {
    const place = town();
    const said = await begun(place);
    const left = (await place.record())!;
    expect([left.status, left.talk, left.receiptNo, left.facts.flags]).toEqual(["INFO_DONE", null, null, ["本文なし"]]);
    expect(await place.talk()).toBeUndefined();
    for (const trace of [PERSON, `key-demo-${PERSON.slice(-6)}`, "母のこと", said[0]!.messageId!])
      expect(dumpOf(place)).not.toContain(trace);
  });

  test("the words are erased before that is said", async () => {
    const place = town();
    const heldWhenSaid: boolean[] = [];
    place.line.hold = async () => void heldWhenSaid.push(dumpOf(place).includes("母のこと"));
    await begun(place);
    expect(heldWhenSaid).toEqual([true, false]);
  });

  test("while LINE does not answer the words are gone all the same; the row goes when it was said", async () => {
    const place = town();
    place.line.hold = async ({ text }) => void (text.includes("記録はしません") && place.line.ends.unshift("silence"));
    await begun(place);
    expect([dumpOf(place).includes("母のこと"), (await place.talk()) !== undefined]).toEqual([false, true]);
    place.line.hold = async () => {};
    place.clock.now += 10_000;
    await place.desk.sweep();
    expect([await place.talk(), place.line.shown.length]).toEqual([undefined, 2]);
  });

  test("the erased events, delivered once more, change nothing", async () => {
    const place = town();
    const said = await begun(place);
    const before = dumpOf(place);
    await place.take(...said);
    await place.again().take(said[0]!);
    expect([dumpOf(place), place.line.shown.length]).toEqual([before, 2]);
  });

  test("new words in the same body, after the wish, survive; and 「消しました」 is said only where it is true", async () => {
    const place = town();
    await place.take(text(STORY, place.clock));
    const bodies = ["", "泣く"].map((words) => event({ kind: "sticker", text: words }, place.clock));
    await place.take(bodies[0]!, text("記録しないで", place.clock), bodies[1]!);
    const talk = (await place.talk())!;
    expect((await place.words(talk.state.intake!)).map(({ text: words }) => words)).toContain("泣く");
    const saysErased = place.line.shown.some((call) => call.text.includes("消しました"));
    expect([dumpOf(place).includes("母のこと"), talk.owed]).toEqual([!saysErased, []]);
  });

  test("and then a block, in the same body: the row goes all the same", async () => {
    const place = town();
    await place.take(text(STORY, place.clock));
    const block = event({ kind: "unfollow" }, place.clock, { replyToken: null, at: place.clock.now + 2 });
    await place.take(text("記録しないで", place.clock, { at: place.clock.now + 1 }), block);
    expect([dumpOf(place).includes("母のこと"), await place.talk()]).toEqual([false, undefined]);
  });

  test("an answer that LINE has not taken yet is not said any more after the wish", async () => {
    const place = town();
    place.line.hold = async ({ text: words }) => {
      place.line.hold = async () => {};
      if (words.includes("記録はしません")) return;
      place.line.ends.unshift("silence");
      await place.desk.receive([text("記録しないで", place.clock)]);
      place.clock.now += 2000;
    };
    await place.take(text(STORY, place.clock));
    for (let n = 0; n < 2; n += 1) {
      place.clock.now += 31_000;
      await place.desk.sweep();
    }
    expect(place.line.shown.map(({ text: words }) => words.includes("記録はしません"))).toEqual([true]);
    expect(await place.talk()).toBeUndefined();
  });

  test("new words while the wish is being done survive, the old ones go", async () => {
    const place = town();
    place.line.hold = async ({ text: words }) => {
      if (!words.includes("記録はしません")) return;
      place.line.hold = async () => {};
      await place.again().take(text("やっぱり話したい", place.clock));
    };
    await begun(place);
    await settled();
    const talk = (await place.talk())!;
    expect(
      (await place.words(talk.state.intake!)).filter(({ direction }) => direction === "in").map(({ text }) => text),
    ).toEqual(["やっぱり話したい"]);
    expect([dumpOf(place).includes("母のこと"), talk.owed, (await place.record())?.status]).toEqual([
      false,
      [],
      "INFO_DONE",
    ]);
  });

  test("words another process files late do not come back", async () => {
    const store = memory();
    const place = town({ store });
    const other = place.again();
    const keys = await other.desk.receive([text(STORY, place.clock)]);
    place.line.hold = async () => {
      place.line.hold = async () => {};
      await other.desk.run(keys);
    };
    await place.take(text("記録しないで", place.clock));
    expect(dumpOf(place)).not.toContain("母のこと");
  });

  test("in a second consultation: the wordless row is not tied to the first", async () => {
    const place = town();
    await place.take(text("死にたい", place.clock));
    const { id, revision, status } = (await place.record())!;
    const entry = {
      id: "x",
      office: "demo",
      intake: id,
      at: place.clock.now,
      by: STAFF.id,
      kind: "status" as const,
      body: { from: status, to: "CLOSED" },
    };
    await place.store.records.act({ id, base: revision, set: { status: "CLOSED" }, entry });
    place.clock.now += HOUR;
    await begun(place);
    const left = (await place.record())!;
    expect([left.facts.flags, left.linkedFrom]).toEqual([["本文なし"], null]);
    expect((await place.words(id)).map(({ text }) => text)).toContain("死にたい");
  });
});
