// --from, --to, --all: inclusive days in Tokyo, and a plain sentence for what is not understood.
import { describe, expect, it } from "vitest";
import { readRequest } from "../../src/export/range.ts";

const tokyo = (clock: string): number => Date.parse(`${clock.replace(" ", "T")}+09:00`);
const within = (args: string[], at: number): boolean => {
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = readRequest(args);
  return at >= from && at < to;
};

describe("the days", () => {
  const year = ["--from", "2026-04-01", "--to", "2027-03-31"];
  it.each([
    ["the first moment of the first day", "2026-04-01 00:00:00.000", true],
    ["the last moment before it", "2026-03-31 23:59:59.999", false],
    ["the last moment of the last day", "2027-03-31 23:59:59.999", true],
    ["the first moment after it", "2027-04-01 00:00:00.000", false],
  ])("%s", (_, at, inside) => expect(within(year, tokyo(at))).toBe(inside));

  it("one day is that day", () => {
    const day = ["--from", "2026-11-24", "--to", "2026-11-24"];
    expect([within(day, tokyo("2026-11-24 00:00:00")), within(day, tokyo("2026-11-24 23:59:59"))]).toEqual([
      true,
      true,
    ]);
  });

  it.each([
    ["everything", [], {}],
    ["from a day on", ["--from", "2026-04-01"], { from: tokyo("2026-04-01 00:00:00") }],
    ["up to a day", ["--to", "2026-04-01"], { to: tokyo("2026-04-02 00:00:00") }],
    ["drafts too", ["--all"], { all: true }],
    [
      "in any order",
      ["--all", "--to", "2026-04-01", "--from", "2026-04-01"],
      { all: true, from: tokyo("2026-04-01 00:00:00") },
    ],
  ])("%s", (_, args, request) => expect(readRequest(args)).toMatchObject({ all: false, ...request }));
});

describe("what is not understood is told plainly", () => {
  it.each([
    ["a word nobody knows", ["--form", "2026-04-01"], "「--form」は使えません。使えるのは --from"],
    ["a loose word", ["2026"], "「2026」は使えません。"],
    ["no day", ["--from"], "--from: 日付は 2026-04-01 のように書いてください。"],
    ["another option where the day should be", ["--from", "--all"], "--from: 日付は"],
    ["a day written with slashes", ["--to", "2026/04/01"], "--to: 日付は"],
    ["a day without its zeros", ["--to", "2026-4-1"], "--to: 日付は"],
    ["a day that does not exist", ["--from", "2026-02-30"], "--from: 日付は"],
    ["a month that does not exist", ["--from", "2026-13-01"], "--from: 日付は"],
    [
      "an end before its beginning",
      ["--from", "2026-04-02", "--to", "2026-04-01"],
      "--from が --to よりあとになっています。",
    ],
  ])("%s", (_, args, says) => expect(() => readRequest(args)).toThrow(says));
});
