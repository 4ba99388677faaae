// What there is to doubt about a number: no source, no day, too long ago, nobody of the office.
import { describe, expect, it } from "vitest";
import { doubtsOf } from "../../src/office/doubts.ts";
import { hotlinesSchema } from "../../src/office/hotlines.ts";
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const file = hotlinesSchema.parse(parse(readFileSync("flows/hotlines.yaml", "utf8")));
const NOON = Date.parse("2026-11-24T12:00:00+09:00");
const doubts = (change: object, months = 12) =>
  doubtsOf({ ...file.hotlines[0]!, verified: true, verifiedOn: "2026-11-01", by: "花田", ...change }, months, NOON);

describe("how long ago", () => {
  it.each([
    ["2026-11-24", 12, false],
    ["2025-11-25", 12, false],
    ["2025-11-24", 12, false],
    ["2025-11-23", 12, true],
    ["2025-12", 12, false],
    ["2025-11", 12, true],
    ["2026", 12, false],
    ["2025", 12, true],
    ["2026-08-24", 3, false],
    ["2026-08-23", 3, true],
    ["2024-12-01", 24, false],
    ["2024-11-01", 24, true],
  ])("checked %s, good for %i months: old is %s", (verifiedOn, months, old) =>
    expect(doubts({ verifiedOn }, months)).toEqual(old ? ["old"] : []),
  );

  it("is told by Japan's day", () => {
    const hotline = { ...file.hotlines[0]!, verified: true, verifiedOn: "2025-11-24", by: "花田" };
    expect(doubtsOf(hotline, 12, Date.parse("2026-11-24T23:59:00+09:00"))).toEqual([]);
    expect(doubtsOf(hotline, 12, Date.parse("2026-11-25T00:00:00+09:00"))).toEqual(["old"]);
  });
});

describe("what else", () => {
  it.each([
    [{}, []],
    [{ verified: false }, ["unsourced"]],
    [{ verifiedOn: null }, ["undated"]],
    [{ by: null }, ["unsigned"]],
    [{ verified: false, verifiedOn: null, by: null }, ["unsourced", "undated", "unsigned"]],
  ])("%j → %j", (change, expected) => expect(doubts(change)).toEqual(expected));
});
