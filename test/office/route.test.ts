// Proposals in an invented town: the tree of districts, ages and days as limits, and a directory with holes or none at all.
import { describe, expect, it } from "vitest";
import type { AgeBand } from "../../src/flow/codes.ts";
import { officeSchema, type Office } from "../../src/office/office.ts";
import { routesFor, sayProposal } from "../../src/office/route.ts";
import { around } from "../../src/office/town/place.ts";

const town = (more: Record<string, unknown>): Office =>
  officeSchema.parse({
    id: "aoba",
    name: "あおば市",
    account: "あおば市 くらしの相談",
    desk: { name: "福祉課", phone: null, place: null },
    hours: null,
    districts: [
      { code: "east", label: "東圏域" },
      { code: "east-1", label: "第一小学校区", parent: "east" },
      { code: "oka", label: "丘自治会", parent: "east-1" },
      { code: "west", label: "西圏域" },
    ],
    ...more,
  });
const centre = (id: string, more: Record<string, unknown> = {}) => ({ id, name: id, field: "高齢", ...more });
const elders = [{ kind: "高齢", label: "高齢" }];
const ELDERLY = [{ kind: "高齢", label: "高齢", division: "高齢課" }];

const said = (office: Office, district: string | null = null, ageBand: AgeBand = "75-84", at = "2026-11-24T12:00") =>
  routesFor(office, {
    categories: [],
    subjects: [{ ageBand, issueTags: [], district }],
    district,
    riskTypes: [],
    at: Date.parse(`${at}:00+09:00`),
  }).map(sayProposal);

describe("自治会 ⊂ 小学校区 ⊂ 圏域", () => {
  const { districts } = town({});
  it.each([
    ["oka", ["oka", "east-1", "east"]],
    ["east", ["east"]],
    ["nowhere", []],
    [null, []],
  ])("around %s: %j", (code, expected) => expect(around(districts, code)).toEqual(expected));

  it("a circle ends", () => {
    const round = ["a", "b"].map((code) => ({ code, label: code, aliases: [], parent: code === "a" ? "b" : "a" }));
    expect(around(round, "a")).toEqual(["a", "b"]);
  });

  it.each([
    ["a small district in the one that is served", "oka", ["east（65歳以上・東圏域）"]],
    ["the very one", "east", ["east（65歳以上・東圏域）"]],
    ["another", "west", ["福祉課（窓口で受け止める）"]],
  ])("%s", (_, district, expected) =>
    expect(said(town({ fields: elders, agencies: [centre("east", { districts: ["east"] })] }), district)).toEqual(
      expected,
    ),
  );
});

describe("a directory with holes", () => {
  it.each<[string, Record<string, unknown>, string | null, string[]]>([
    ["none at all", {}, null, ["福祉課（窓口で受け止める）"]],
    ["fields alone", { fields: ELDERLY }, null, ["高齢課（65歳以上・所管課）"]],
    [
      "the whole town and one of a district nobody has told",
      { fields: ELDERLY, agencies: [centre("all"), centre("east", { districts: ["east"] })] },
      null,
      ["all（65歳以上。所管課 高齢課）", "高齢課（65歳以上・地区がまだわからない）"],
    ],
    [
      "a district that nobody serves",
      { fields: ELDERLY, agencies: [centre("east", { districts: ["east"] })] },
      "west",
      ["高齢課（65歳以上・この地区を受け持つところが名簿にない）"],
    ],
    [
      "several centres without a table",
      { fields: ELDERLY, agencies: [centre("centres", { districts: null, places: 7 })] },
      "east",
      ["高齢課（65歳以上・担当地区の表がない）"],
    ],
    [
      "the same, and no 所管課 either: what to look for",
      { fields: elders, agencies: [centre("centres", { districts: null, places: 7 })] },
      "east",
      ["centres（65歳以上・担当地区の表がない）"],
    ],
    [
      "an agency's own 所管課",
      { fields: elders, agencies: [centre("east", { districts: ["east"], division: "長寿課" })] },
      null,
      ["長寿課（65歳以上・地区がまだわからない）"],
    ],
  ])("%s", (_, more, district, expected) => expect(said(town(more), district)).toEqual(expected));
});

describe("limits", () => {
  const limited = (more: Record<string, unknown>) => town({ fields: ELDERLY, agencies: [centre("one", more)] });
  const division = ["高齢課（65歳以上・所管課）"];
  const named = ["one（65歳以上。所管課 高齢課）"];
  it.each<[string, Record<string, unknown>, AgeBand, string, string[]]>([
    ["before it opens", { validFrom: "2026-11-25" }, "75-84", "2026-11-24T23:59", division],
    ["the day it opens, in Japan", { validFrom: "2026-11-25" }, "75-84", "2026-11-25T00:00", named],
    ["its last day", { validTo: "2026-11-24" }, "75-84", "2026-11-24T23:59", named],
    ["closed", { validTo: "2026-11-24" }, "75-84", "2026-11-25T00:00", division],
    ["too young for it", { ageFrom: 75 }, "65-74", "2026-11-24T12:00", division],
    ["perhaps old enough", { ageFrom: 70 }, "65-74", "2026-11-24T12:00", named],
    ["too old for it", { ageTo: 70 }, "75-84", "2026-11-24T12:00", division],
  ])("%s", (_, more, age, at, expected) => expect(said(limited(more), null, age, at)).toEqual(expected));

  it("an age that is not known shuts nobody out", () => {
    const office = limited({ ageFrom: 65 });
    const matter = { categories: ["CARE" as const], district: null, riskTypes: [], at: 0 };
    const names = routesFor(office, { ...matter, subjects: [{ ageBand: "UNKNOWN", issueTags: [], district: null }] });
    expect(names.map(({ agency }) => agency)).toEqual(["one"]);
  });
});
