// The numbers, digit by digit; when each one answers; and which of them a person in danger is given.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { RISK_TYPES } from "../../src/flow/codes.ts";
import type { RiskType } from "../../src/flow/codes.ts";
import { isNationalHoliday } from "../../src/office/hours.ts";
import { deskToo, hotlinesSchema, numbersFor, openNow } from "../../src/office/hotlines.ts";
import type { WhoAsks } from "../../src/office/hotlines.ts";
import { sayNumbers } from "../../src/office/say/numbers.ts";
import { en, ja } from "./words.ts";

const raw: unknown = parse(readFileSync("flows/hotlines.yaml", "utf8"));
const file = hotlinesSchema.parse(raw);
const holiday = isNationalHoliday;
const japan = (moment: string) => Date.parse(`${moment.replace(" ", "T")}:00+09:00`);

/** Written down a second time, by hand: a slip in one list is found by the other. */
const SECOND_LIST: Record<string, string> = {
  police: "110",
  ambulance: "119",
  "police-advice": "#9110",
  "child-abuse": "189",
  "child-office": "0120189783",
  "dv-navi": "#8008",
  "dv-plus": "0120279889",
  women: "#8778",
  "sexual-violence": "#8891",
  "sexual-crime-police": "#8103",
  yorisoi: "0120279338",
  "yorisoi-tohoku": "0120279226",
  "inochi-free": "0120783556",
  "inochi-navi": "0570783556",
  "inochi-sos": "0120061338",
  kokoro: "0570064556",
  childline: "0120997777",
  "child-sos": "0120078310",
  loneliness: "#9999",
  "ambulance-advice": "#7119",
  "child-medical": "#8000",
  consumer: "188",
  houterasu: "0570078374",
  fresc: "0570011000",
  "immigration-info": "0570013904",
};

describe("the digits", () => {
  it("agree with the second list, number by number, and neither list holds one more", () =>
    expect(Object.fromEntries(file.hotlines.map(({ id, number }) => [id, number.replaceAll("-", "")]))).toEqual(
      SECOND_LIST,
    ));

  it("the wrong number that goes round is refused", () => {
    const kokoro = file.hotlines.find(({ id }) => id === "kokoro");
    const wrong = { ...file, hotlines: [{ ...kokoro, number: "0570-046-556" }] };
    expect(hotlinesSchema.safeParse(wrong).error?.issues.map(({ message }) => message)).toContain(
      "まちがって出回っている番号です",
    );
  });

  it("a danger that names an unknown number is refused", () => {
    const wrong = { ...file, forChildren: ["nobody"] };
    expect(hotlinesSchema.safeParse(wrong).error?.issues[0]?.message).toContain("nobody");
  });

  it("what is known from memory only is unverified, and nothing claims a person who checked it", () => {
    expect(file.hotlines.filter(({ source, verified }) => source.includes("記憶") && verified)).toEqual([]);
    expect(file.hotlines.filter(({ by }) => by !== null)).toEqual([]);
  });

  it.each([
    ["新潟県", true],
    ["京都府", true],
    ["千葉県", false],
    ["秋田県", false],
    [null, true],
  ])("#8778 says where it cannot be reached, in %s: %s", (area, told) => {
    const women = file.hotlines.filter(({ id }) => id === "women");
    expect(sayNumbers(women, ja, area).includes("岩手・新潟・京都・兵庫・福岡・大分・沖縄")).toBe(told);
    expect(sayNumbers(women, ja, area)).toContain("#8778");
  });
});

describe("who answers now", () => {
  it.each([
    ["childline", "2026-11-24 15:59", false],
    ["childline", "2026-11-24 16:00", true],
    ["childline", "2026-11-24 20:59", true],
    ["childline", "2026-11-24 21:00", false],
    ["childline", "2026-12-28 17:00", true],
    ["childline", "2026-12-29 17:00", false],
    ["childline", "2027-01-03 17:00", false],
    ["childline", "2027-01-04 17:00", true],
    ["inochi-free", "2026-11-24 15:59", false],
    ["inochi-free", "2026-11-24 16:00", true],
    ["inochi-free", "2026-11-24 21:00", false],
    ["inochi-free", "2026-11-10 07:59", false],
    ["inochi-free", "2026-11-10 08:00", true],
    ["inochi-free", "2026-11-10 23:30", true],
    ["inochi-free", "2026-11-11 07:59", true],
    ["inochi-free", "2026-11-11 08:00", false],
    ["inochi-free", "2026-12-29 17:00", true],
    ["inochi-free", "2025-09-10 07:59", false],
    ["inochi-free", "2025-09-12 03:00", true],
    ["inochi-free", "2025-09-17 07:59", true],
    ["inochi-free", "2025-09-17 08:00", false],
    ["inochi-free", "2026-09-12 03:00", false],
    ["inochi-navi", "2026-11-24 09:59", false],
    ["inochi-navi", "2026-11-24 10:00", true],
    ["inochi-navi", "2026-11-24 22:00", false],
    ["inochi-sos", "2026-11-24 05:59", false],
    ["inochi-sos", "2026-11-24 06:00", true],
    ["inochi-sos", "2026-11-26 03:00", true],
    ["police-advice", "2026-11-24 08:29", false],
    ["police-advice", "2026-11-24 08:30", true],
    ["police-advice", "2026-11-24 17:15", false],
    ["police-advice", "2026-11-23 10:00", false],
    ["police-advice", "2026-11-21 10:00", false],
    ["houterasu", "2026-11-21 16:59", true],
    ["houterasu", "2026-11-21 17:00", false],
    ["fresc", "2026-11-24 12:00", true],
    ["immigration-info", "2026-11-24 17:15", false],
    ["kokoro", "2026-11-24 12:00", false],
    ["women", "2026-11-24 12:00", false],
    ["yorisoi", "2026-12-31 23:59", true],
    ["police", "2027-01-01 00:00", true],
  ])("%s at %s: %s", (id, moment, expected) =>
    expect(openNow(file.hotlines, japan(moment), { holiday }).some((hotline) => hotline.id === id)).toBe(expected),
  );

  it("what says 24 hours answers at every hour of a holiday and of New Year", () => {
    const always = [
      "police",
      "ambulance",
      "child-abuse",
      "child-office",
      "dv-plus",
      "yorisoi",
      "yorisoi-tohoku",
      "child-sos",
    ];
    for (const day of ["2026-11-23", "2027-01-01"])
      for (let hour = 0; hour < 24; hour++) {
        const open = openNow(file.hotlines, japan(`${day} ${String(hour).padStart(2, "0")}:00`), { holiday });
        expect(open.map(({ id }) => id)).toEqual(expect.arrayContaining(always));
      }
  });
});

describe("the numbers a person is given", () => {
  const given = (risks: RiskType[], moment: string, who: Partial<WhoAsks> = {}) =>
    numbersFor(risks, japan(moment), file, { holiday, ...who }).map(({ id }) => id);
  const NIGHT = "2026-11-24 03:00";
  const EVENING = "2026-11-24 18:00";
  const NOON = "2026-11-24 12:00";

  it.each<[string, RiskType[], string, Partial<WhoAsks>, string[]]>([
    ["a wish to die, at night", ["SELF_HARM"], NIGHT, {}, ["ambulance", "yorisoi"]],
    ["a wish to die, in the evening", ["SELF_HARM"], EVENING, {}, ["ambulance", "yorisoi", "inochi-free"]],
    [
      "a wish to die, in 福島県",
      ["SELF_HARM"],
      EVENING,
      { area: "福島県" },
      ["ambulance", "yorisoi-tohoku", "inochi-free"],
    ],
    ["a child who wishes to die", ["SELF_HARM"], EVENING, { child: true }, ["ambulance", "childline", "yorisoi"]],
    ["a child, at night", ["SELF_HARM"], NIGHT, { child: true }, ["ambulance", "child-sos", "yorisoi"]],
    ["DV", ["DV"], NIGHT, {}, ["police", "dv-plus", "yorisoi"]],
    ["child abuse", ["CHILD_ABUSE"], NIGHT, {}, ["police", "child-abuse", "child-office"]],
    ["DV and a wish to die", ["DV", "SELF_HARM"], NIGHT, {}, ["police", "dv-plus", "yorisoi"]],
    ["a wish to die and child abuse", ["SELF_HARM", "CHILD_ABUSE"], NIGHT, {}, ["ambulance", "yorisoi", "child-abuse"]],
    ["who is hit and says 今あぶない", ["DV", "MEDICAL"], NIGHT, {}, ["police", "ambulance", "dv-plus"]],
    ["a child who is hit, now", ["CHILD_ABUSE", "MEDICAL"], NIGHT, {}, ["police", "ambulance", "child-abuse"]],
    ["a wish to die, now", ["SELF_HARM", "MEDICAL"], NIGHT, {}, ["ambulance", "yorisoi"]],
    ["somebody lies there", ["MEDICAL"], NIGHT, {}, ["ambulance"]],
    ["somebody is not seen", ["SAFETY_CHECK"], NIGHT, {}, ["ambulance", "police"]],
    ["elder abuse: no national line", ["ELDER_ABUSE"], NIGHT, {}, ["police"]],
    ["a caretaker at the limit", ["CAREGIVER_BREAKDOWN"], EVENING, {}, ["yorisoi", "inochi-free"]],
    [
      "who hits a child and asks for help",
      ["CHILD_ABUSE"],
      NIGHT,
      { seeksHelp: true },
      ["child-abuse", "child-office", "police"],
    ],
    ["the same, now", ["CHILD_ABUSE", "MEDICAL"], NIGHT, { seeksHelp: true }, ["police", "ambulance", "child-abuse"]],
    ["who hits a wife", ["VIOLENCE_TO_OTHERS"], NIGHT, { seeksHelp: true }, ["yorisoi", "police"]],
    ["who hits a parent: no national line", ["ELDER_ABUSE"], NIGHT, { seeksHelp: true }, ["police"]],
    ["no food", ["NO_FOOD_OR_LIFELINE"], NIGHT, {}, ["yorisoi"]],
    ["no danger known", [], NIGHT, {}, ["police", "ambulance"]],
    ["no danger known, a child", [], EVENING, { child: true }, ["police", "ambulance", "childline"]],
    ["no danger known, no Japanese", [], NIGHT, { foreign: true }, ["police", "ambulance", "yorisoi"]],
    ["child abuse, no Japanese", ["CHILD_ABUSE"], NIGHT, { foreign: true }, ["police", "child-abuse", "yorisoi"]],
    [
      "no food, no Japanese, by day",
      ["NO_FOOD_OR_LIFELINE"],
      NOON,
      { foreign: true },
      ["yorisoi", "fresc", "immigration-info"],
    ],
    ["no food, no Japanese, at night", ["NO_FOOD_OR_LIFELINE"], NIGHT, { foreign: true }, ["yorisoi"]],
  ])("%s", (_, risks, moment, who, expected) => expect(given(risks, moment, who)).toEqual(expected));

  it("for every danger, at every hour, there are one to three numbers, all of them open and verified", () => {
    for (const risk of RISK_TYPES)
      for (let hour = 0; hour < 24; hour++) {
        const at = japan(`2027-01-01 ${String(hour).padStart(2, "0")}:30`);
        const numbers = numbersFor([risk], at, file, { holiday });
        expect(numbers.length, risk).toBeGreaterThanOrEqual(1);
        expect(numbers.length, risk).toBeLessThanOrEqual(3);
        expect(numbers.every(({ verified }) => verified)).toBe(true);
        expect(openNow(numbers, at, { holiday })).toEqual(numbers);
      }
  });

  it("an unverified number stands only where no verified one is open", () => {
    const serves = { ...file.serves, SELF_HARM: { first: [], lines: ["inochi-free", "inochi-navi"], desk: false } };
    const ids = (moment: string) =>
      numbersFor(["SELF_HARM"], japan(moment), { ...file, serves }, { holiday }).map(({ id }) => id);
    expect(ids("2026-11-24 12:00")).toEqual(["inochi-navi"]);
    expect(ids("2026-11-24 18:00")).toEqual(["inochi-free"]);
  });

  it("lines in other languages come first among their like for who writes no Japanese, and nobody else", () => {
    const serves = { ...file.serves, SELF_HARM: { first: [], lines: ["inochi-free", "yorisoi"], desk: false } };
    const ids = (foreign: boolean) =>
      numbersFor(["SELF_HARM"], japan(EVENING), { ...file, serves }, { holiday, foreign }).map(({ id }) => id);
    expect([ids(false), ids(true)]).toEqual([
      ["inochi-free", "yorisoi"],
      ["yorisoi", "inochi-free"],
    ]);
  });

  it("where nothing fits this danger at this hour, those that always answer", () => {
    const serves = { ...file.serves, SELF_HARM: { first: [], lines: ["childline"], desk: false } };
    const numbers = numbersFor(["SELF_HARM"], japan(NIGHT), { ...file, serves }, { holiday });
    expect(numbers.map(({ id }) => id)).toEqual(["police", "ambulance"]);
  });

  it("the office's desk stands beside them where the town itself is the place to go", () => {
    expect(deskToo(["ELDER_ABUSE"], file)).toBe(true);
    expect(deskToo(["DV"], file)).toBe(false);
  });

  it("are said in one short line each", () =>
    expect(sayNumbers(numbersFor(["SELF_HARM"], japan(EVENING), file, { holiday }), ja, null)).toBe(
      "救急・消防 119（無料・24時間）\nよりそいホットライン 0120-279-338（無料・24時間）\nいのちの電話 0120-783-556（無料・毎日16時〜21時、毎月10日は8時から24時間）",
    ));

  it("and in another language in its own words, with the languages that answer", () =>
    expect(sayNumbers(numbersFor(["SELF_HARM"], japan(EVENING), file, { holiday, foreign: true }), en, null)).toBe(
      "Ambulance: 119 (free, 24 hours)\nYorisoi Hotline: 0120-279-338 (free, 24 hours, other languages too) – choose your language in the guidance\nInochi no Denwa: 0120-783-556 (free, every day 4 pm to 9 pm; on day 10 of the month 24 hours from 8 am)",
    ));

  it("some days of the week are named", () => {
    const advice = file.hotlines.filter(({ id }) => ["police-advice", "immigration-info"].includes(id));
    expect(sayNumbers(advice, ja, null)).toBe(
      "警察の相談電話 #9110（通話料あり・8時30分〜17時15分、月・火・水・木・金）\n外国人在留総合インフォメーションセンター 0570-013904（8時30分〜17時15分、月・火・水・木・金）",
    );
    expect(sayNumbers(advice, en, null)).toContain("(Mon–Fri 8:30 am to 5:15 pm, 17 languages)");
  });
});
