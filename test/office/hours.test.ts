// When people read: by clock, weekday, holiday and the days between the years, always in Tokyo.
import { describe, expect, it } from "vitest";
import * as hours from "../../src/office/hours.ts";
import { officeSchema, type Office } from "../../src/office/office.ts";
import { sayDay } from "../../src/office/say/clock.ts";
import { ja } from "./words.ts";

const WEEK = ["月", "火", "水", "木", "金"];
const YEAR_END = ["12-29", "12-30", "12-31", "01-01", "01-02", "01-03"];

/** Weekdays 08:30 to 17:15, an answer within three office days; the test says what is different. */
const office = (more: Record<string, unknown> = {}): Office =>
  officeSchema.parse({
    id: "aoba",
    name: "あおば市",
    account: "あおば市 くらしの相談",
    desk: { name: "窓口", phone: null, place: null },
    hours: [{ days: WEEK, from: "08:30", to: "17:15" }],
    closed: YEAR_END,
    ...more,
  });
const twice = office({
  hours: [
    { days: WEEK, from: "13:00", to: "17:00" },
    { days: WEEK, from: "09:00", to: "12:00" },
  ],
});
const saturdays = office({ hours: [{ days: ["土"], from: "10:00", to: "12:00" }] });

/** 「2026-11-24 10:00」 on a clock in Tokyo → ms. */
const tokyo = (clock: string): number => Date.parse(`${clock.replace(" ", "T")}:00+09:00`);
const clock = (at: number): string => new Date(at + 9 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");

describe("open or closed", () => {
  it.each([
    ["a Tuesday morning", "2026-11-24 10:00", true],
    ["the minute it opens", "2026-11-24 08:30", true],
    ["the minute before", "2026-11-24 08:29", false],
    ["the last minute", "2026-11-24 17:14", true],
    ["the minute it closes", "2026-11-24 17:15", false],
    ["at night", "2026-11-24 02:00", false],
    ["a Saturday", "2026-11-21 10:00", false],
    ["a Sunday", "2026-11-22 10:00", false],
    ["a holiday on a Monday", "2026-11-23 10:00", false],
    ["a holiday moved to another day", "2027-03-22 10:00", false],
    ["the last day before the new year's rest", "2026-12-28 10:00", true],
    ["between the years", "2026-12-29 10:00", false],
    ["the third of January", "2025-01-03 10:00", false],
    ["the first day after", "2027-01-04 10:00", true],
  ])("%s (%s): %s", (_, at, open) => expect(hours.isOpen(office(), tokyo(at))).toBe(open));

  it.each([
    ["at noon", "2026-11-24 12:30", false],
    ["before noon", "2026-11-24 11:59", true],
    ["after noon", "2026-11-24 13:00", true],
  ])("with a rest %s: %s %s", (_, at, open) => expect(hours.isOpen(twice, tokyo(at))).toBe(open));

  it("around the clock means the last minute of the day as well", () => {
    const always = office({ hours: [{ days: WEEK, from: "00:00", to: "24:00" }] });
    expect([hours.isOpen(always, tokyo("2026-11-24 23:59")), hours.isOpen(always, tokyo("2026-11-24 00:00"))]).toEqual([
      true,
      true,
    ]);
  });
});

describe("the next opening", () => {
  it.each([
    ["now, while open", office(), "2026-11-24 10:00", "2026-11-24 10:00"],
    ["later today", office(), "2026-11-24 07:00", "2026-11-24 08:30"],
    ["tomorrow, in the evening", office(), "2026-11-24 17:15", "2026-11-25 08:30"],
    ["after midnight, the same day", office(), "2026-11-25 00:10", "2026-11-25 08:30"],
    ["over the weekend and a holiday", office(), "2026-11-20 18:00", "2026-11-24 08:30"],
    ["over the new year and a weekend", office(), "2026-12-28 18:00", "2027-01-04 08:30"],
    ["over three holidays in May", office(), "2027-04-30 18:00", "2027-05-06 08:30"],
    ["after the rest at noon", twice, "2026-11-24 12:30", "2026-11-24 13:00"],
    ["in six days", saturdays, "2026-11-22 10:00", "2026-11-28 10:00"],
  ])("%s", (_, where, at, next) => expect(clock(hours.nextOpen(where, tokyo(at)))).toBe(next));

  it("an office that never opens gives the moment itself, and no endless search", () => {
    const days = Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(5, 10));
    const at = tokyo("2026-11-24 10:00");
    expect(hours.nextOpen(office({ closed: days }), at)).toBe(at);
  });
});

describe("by when an answer is promised", () => {
  it.each([
    ["three office days, counted from today", office(), "2026-11-24 10:00", "11月26日(木)"],
    ["after closing, counted from tomorrow", office(), "2026-11-24 18:00", "11月27日(金)"],
    ["over a weekend", office(), "2026-11-26 10:00", "11月30日(月)"],
    ["before a holiday", office(), "2026-11-20 10:00", "11月25日(水)"],
    ["before the new year", office(), "2026-12-28 10:00", "1月5日(火)"],
    ["the same day, where the office says so", office({ replyWithinDays: 1 }), "2026-11-24 10:00", "11月24日(火)"],
    ["in a week", office({ replyWithinDays: 5 }), "2026-11-24 10:00", "11月30日(月)"],
    ["a day with a rest at noon counts once", twice, "2026-11-24 10:00", "11月26日(木)"],
  ])("%s", (_, where, at, day) => expect(sayDay(hours.replyBy(where, tokyo(at)) ?? 0, ja)).toBe(day));
});

describe("until when they read today", () => {
  it.each([
    ["open", office(), "2026-11-24 10:00", "2026-11-24 17:15"],
    ["before the rest at noon", twice, "2026-11-24 10:00", "2026-11-24 12:00"],
    ["closed", office(), "2026-11-24 07:00", null],
    ["a holiday", office(), "2026-11-23 10:00", null],
  ])("%s", (_, where, at, until) => {
    const closing = hours.closingToday(where, tokyo(at));
    expect(closing === null ? null : clock(closing)).toBe(until);
  });
});

describe("年度", () => {
  it.each([
    ["2026-04-01 00:00", 2026],
    ["2026-03-31 23:59", 2025],
    ["2026-12-31 23:59", 2026],
    ["2027-01-01 00:00", 2026],
  ])("%s is %i", (at, year) => expect(hours.fiscalYear(tokyo(at))).toBe(year));
});

describe("the wall clock", () => {
  it("is Tokyo's, whatever the machine's", () =>
    expect(hours.wallOf(Date.UTC(2026, 10, 23, 15, 5))).toEqual({
      year: 2026,
      month: 11,
      day: 24,
      weekday: "火",
      minutes: 5,
    }));

  it.each([
    ["2026-11-23 00:00", true],
    ["2026-11-23 23:59", true],
    ["2026-11-24 00:00", false],
    ["2026-01-01 12:00", true],
    ["2026-05-06 12:00", true],
  ])("%s is a national holiday: %s", (at, holiday) => expect(hours.isNationalHoliday(tokyo(at))).toBe(holiday));
});
