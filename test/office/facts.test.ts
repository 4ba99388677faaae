// What the words leave open, as the office's file and the clock fill it; a fact that was not given is left out.
import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/office/facts.ts";
import { isOpen } from "../../src/office/hours.ts";
import { officeSchema, type Office } from "../../src/office/office.ts";
import { sayDays, sayTime } from "../../src/office/say/clock.ts";
import { sayHours } from "../../src/office/say/hours.ts";
import { en, ja } from "./words.ts";

const office = (more: Record<string, unknown> = {}): Office =>
  officeSchema.parse({
    id: "aoba",
    name: "あおば市",
    account: "あおば市 くらしの相談",
    desk: { name: "福祉まるごと相談窓口", phone: null, place: null },
    hours: [{ days: ["月", "火", "水", "木", "金"], from: "08:30", to: "17:15" }],
    closed: ["12-29"],
    ...more,
  });
/** Stands for a number: none is invented. */
const PHONE = "〇〇〇";
const known = office({ desk: { name: "福祉まるごと相談窓口", phone: PHONE, place: "市役所1階" } });
const tokyo = (clock: string): number => Date.parse(`${clock.replace(" ", "T")}:00+09:00`);
const OPEN = tokyo("2026-11-24 10:00");
const NIGHT = tokyo("2026-11-20 20:00");

describe("when they read", () => {
  it.each([
    ["open", OPEN, "今日の17時15分までに"],
    ["before opening", tokyo("2026-11-24 07:00"), "11月24日(火)の8時30分から"],
    ["a Friday night before a holiday", NIGHT, "11月24日(火)の8時30分から"],
  ])("%s", (_, at, said) => expect(factsOf(office(), at, ja)["readBy"]).toBe(said));

  it("and by when they answer", () =>
    expect(factsOf(office(), OPEN, ja)["reply"]).toBe("お返事は、11月26日(木)までにします。"));
});

describe("an office that has not given its hours tells no time", () => {
  const unknown = office({ hours: null });
  const called = office({ hours: null, desk: { name: "福祉課", phone: PHONE, place: null } });
  it.each([
    ["when they read", unknown, "readBy", "かならず"],
    ["when they answer", unknown, "reply", "職員が確認して、お返事します。"],
    ["when it promises no day", office({ replyWithinDays: null }), "reply", "職員が確認して、お返事します。"],
    [
      "when it is open",
      unknown,
      "hoursAnswer",
      "窓口の開いている時間は、職員からお知らせします。このLINEには、いつでも書けます。",
    ],
    ["the desk", unknown, "deskLines", "あおば市 福祉まるごと相談窓口"],
    ["its telephone", called, "deskPhoneLine", `電話は ${PHONE} です。`],
  ])("%s", (_, where, fact, said) => expect(factsOf(where, OPEN, ja)[fact]).toBe(said));

  it("and is never said to be open", () => expect(isOpen(unknown, OPEN)).toBe(false));
});

describe("the hours in words", () => {
  it.each([
    ["with days of its own", office(), "月・火・水・木・金 8時30分から17時15分まで（祝日・年末年始を除く）"],
    ["without", office({ closed: [] }), "月・火・水・木・金 8時30分から17時15分まで（祝日を除く）"],
    [
      "two openings",
      office({
        hours: [
          { days: ["月"], from: "09:00", to: "12:00" },
          { days: ["土"], from: "13:00", to: "17:00" },
        ],
      }),
      "月 9時から12時まで、土 13時から17時まで（祝日・年末年始を除く）",
    ],
    ["none given", office({ hours: null }), ""],
  ])("%s", (_, where, said) => expect(sayHours(where, ja)).toBe(said));
});

describe("in another language", () => {
  it.each([
    ["readBy", OPEN, "by 5:15 pm today"],
    ["readBy", NIGHT, "from 8:30 am on Tue, November 24"],
    ["reply", OPEN, "You will have an answer by Thu, November 26."],
    ["hoursAnswer", OPEN, "We are open Mon–Fri 8:30 am to 5:15 pm (not on holidays, nor at New Year)."],
    ["emergency", OPEN, "119 (ambulance) or 110 (police)"],
  ])("%s", (fact, at, said) => expect(factsOf(office(), at, en)[fact]).toBe(said));

  it.each([
    ["2026-11-24 00:00", "0時", "12 am"],
    ["2026-11-24 00:05", "0時5分", "12:05 am"],
    ["2026-11-24 08:30", "8時30分", "8:30 am"],
    ["2026-11-24 12:00", "12時", "12 pm"],
    ["2026-11-24 13:00", "13時", "1 pm"],
    ["2026-11-24 23:59", "23時59分", "11:59 pm"],
  ])("%s is 「%s」 and “%s”", (at, inJapanese, inEnglish) =>
    expect([sayTime(tokyo(at), ja), sayTime(tokyo(at), en)]).toEqual([inJapanese, inEnglish]),
  );

  it.each([
    ["月火水木金", "月・火・水・木・金", "Mon–Fri"],
    ["月火", "月・火", "Mon, Tue"],
    ["月水木金日", "月・水・木・金・日", "Mon, Wed–Fri, Sun"],
    ["日月火水木金土", "月・火・水・木・金・土・日", "Mon–Sun"],
    ["土", "土", "Sat"],
  ])("%s: 「%s」 and “%s”", (days, inJapanese, inEnglish) =>
    expect([ja, en].map((words) => sayDays(days.split(""), words))).toEqual([inJapanese, inEnglish]),
  );
});

describe("the desk", () => {
  it("is told with everything the office gave", () =>
    expect(factsOf(known, OPEN, ja)["deskLines"]).toBe(
      `あおば市 福祉まるごと相談窓口\n電話 ${PHONE}\n市役所1階\n受付 月・火・水・木・金 8時30分から17時15分まで（祝日・年末年始を除く）`,
    ));

  it("without what it did not give, and nothing made up", () => {
    const lines = factsOf(office(), OPEN, ja)["deskLines"] ?? "";
    expect(lines.split("\n")).toHaveLength(2);
    expect(Object.values(factsOf(office(), OPEN, ja)).join("\n")).not.toMatch(/null|undefined|電話 /);
  });

  it.each([
    ["open", known, OPEN, `お急ぎなら、いま電話もつながります：${PHONE}`],
    [
      "closed",
      known,
      NIGHT,
      `電話は ${PHONE}（月・火・水・木・金 8時30分から17時15分まで（祝日・年末年始を除く））です。`,
    ],
    ["no number", office(), OPEN, ""],
  ])("its telephone, %s", (_, where, at, said) => expect(factsOf(where, at, ja)["deskPhoneLine"]).toBe(said));
});

describe("this town's own words", () => {
  it.each(["障害", "障がい", "障碍"])("「%s」", (disability) =>
    expect(factsOf(office({ disability }), OPEN, ja)["disability"]).toBe(disability),
  );

  it("the name and the account are told as they are", () =>
    expect(factsOf(office(), OPEN, ja)).toMatchObject({
      office: "あおば市",
      account: "あおば市 くらしの相談",
      desk: "福祉まるごと相談窓口",
    }));

  it("an emergency is 119 and 110", () => expect(factsOf(office(), OPEN, ja)["emergency"]).toMatch(/119.*110/));
});
