// 確かめる・直す: what a person says stands, whatever the talk tells later; what nobody touched stays a candidate.
import { describe, expect, it } from "vitest";
import { putRight } from "../../src/intake/act/fix.ts";
import type { Made } from "../../src/intake/acts.ts";
import { withConfirmed } from "../../src/intake/confirmed.ts";
import type { Confirmed, Intake, Subject } from "../../src/intake/intake.ts";
import { proposedAnew } from "../../src/intake/told/proposals.ts";
import { officeSchema } from "../../src/office/office.ts";
import { aoba, NOON, record } from "../admin/town.ts";

const by = { staff: "hana", at: NOON, entryId: "e1" };
const about = { district: null, aware: "わからない", issueTags: [] } as const;
const mother: Subject = {
  ...about,
  relation: "親",
  called: "母",
  ageBand: "UNKNOWN",
  aware: "知らない",
  issueTags: ["独居"],
};
const brother: Subject = { ...about, relation: "きょうだい", called: "弟", ageBand: "50-64", issueTags: [] };
const CARE = { primaryCategory: "CARE", categories: ["CARE", "INCOME", "HEALTH"], district: "kita" } as const;
const told = (more: Partial<Intake["facts"]> = {}) =>
  record({ facts: { subjects: [mother], ...CARE, categories: [...CARE.categories], ...more } });

/** The form as the page drew it. */
const asDrawn = {
  category: "CARE",
  others: ["INCOME", "HEALTH"],
  district: "kita",
  people: [
    { relation: "親", ageBand: "UNKNOWN" },
    { relation: "", ageBand: "UNKNOWN" },
  ],
  all: false,
  why: "電話で聞いた",
};
const fix = (change: Partial<typeof asDrawn>, intake = told(), office = aoba) =>
  putRight(intake, { ...asDrawn, ...change }, office, by);
const confirmedOf = (made: Made): Confirmed => (made.ok ? (made.change.set.confirmed ?? {}) : {});
const fieldsOf = (made: Made) => (made.ok ? [] : made.problems.map(({ field }) => field));
const after = (made: Made, later: Partial<Intake["facts"]> = {}) =>
  withConfirmed({ ...told(later), confirmed: confirmedOf(made) }).facts;

describe("直したものだけが、確かめたことになる", () => {
  it.each([
    [
      "困りごと",
      { category: "INCOME", others: ["CARE"] },
      { primaryCategory: "INCOME", categories: ["INCOME", "CARE"] },
    ],
    ["地区", { district: "minami" }, { district: "minami" }],
    ["地区はわからない", { district: "" }, { district: null }],
  ])("%s", (_, change, confirmed) => {
    expect(confirmedOf(fix(change))).toEqual(confirmed);
  });

  it("年代を直し、ひとり足し、知っていることは残る", () => {
    const people = [
      { relation: "親", ageBand: "75-84" },
      { relation: "きょうだい", ageBand: "50-64" },
    ];
    expect(confirmedOf(fix({ people }))).toEqual({
      subjects: [
        { ...mother, ageBand: "75-84" },
        { ...about, relation: "きょうだい", ageBand: "50-64" },
      ],
      heard: ["親 母"],
    });
  });

  it("続柄を見られない人が年代を直しても、続柄はそのまま", () => {
    const people = [{ relation: undefined, ageBand: "75-84" }] as never;
    expect(confirmedOf(fix({ people })).subjects).toEqual([{ ...mother, ageBand: "75-84" }]);
  });

  it("地区の表がない役所では、言葉のまま直せる", () => {
    const none = officeSchema.parse({ ...aoba, districts: [] });
    expect(confirmedOf(fix({ district: " 駅の裏 " }, told(), none))).toEqual({ districtText: "駅の裏" });
  });
});

describe("このままで確かめた", () => {
  it("印をつければ、出ているものをみな確かめたことになる。理由は要らない", () => {
    const made = fix({ all: true, why: "" });
    const fields = ["categories", "district", "heard", "primaryCategory", "subjects"];
    expect(Object.keys(confirmedOf(made)).toSorted()).toEqual(fields);
  });

  it.each([
    ["何も変えず、印もない", {}, "all"],
    ["変えたのに、どう確かめたかがない", { district: "minami", why: " " }, "why"],
    ["順がちがうだけでは、変えたことにならない", { others: ["HEALTH", "INCOME"] }, "all"],
  ])("%s → その欄を言う", (_, change, field) => {
    expect(fieldsOf(fix(change))).toEqual([field]);
  });
});

describe("あとから話が変わっても", () => {
  it("確かめたことは残り、ほかは話のとおりになる", () => {
    const later = { primaryCategory: "WORK", categories: ["WORK"], district: "minami" } as const;
    const facts = after(fix({ category: "INCOME", others: [] }), { ...later, categories: ["WORK"] });
    expect([facts.primaryCategory, facts.categories, facts.district]).toEqual(["INCOME", ["INCOME"], "minami"]);
  });

  it("はずした人はもどらず、新しく聞いた人は候補として加わる", () => {
    const people = [
      { relation: "", ageBand: "UNKNOWN" },
      { relation: "子", ageBand: "6-12" },
    ];
    const { subjects } = after(fix({ people }), { subjects: [mother, brother] });
    expect(subjects.map(({ relation }) => relation)).toEqual(["子", "きょうだい"]);
  });
});

it("何から何に変えたかが、符号で残る", () => {
  const made = fix({ category: "INCOME", others: ["CARE"], people: [{ relation: "親", ageBand: "75-84" }] });
  expect(made.ok && made.change.entry).toMatchObject({
    kind: "confirmed",
    by: "hana",
    body: {
      primaryCategoryFrom: "CARE",
      primaryCategoryTo: "INCOME",
      subjectsFrom: "親 UNKNOWN",
      subjectsTo: "親 75-84",
      why: "電話で聞いた",
    },
  });
});

it("つなぎ先の候補は、確かめたことから出しなおす", () => {
  const agencies = [
    { id: "kita", name: "北包括", field: "高齢", districts: ["kita"] },
    { id: "minami", name: "南包括", field: "高齢", districts: ["minami"] },
  ];
  const office = officeSchema.parse({ ...aoba, fields: [{ kind: "高齢", label: "高齢" }], agencies });
  const heard = ["category:HEALTH", "北包括（65歳以上・北地区）"];
  const before = told({ subjects: [{ ...mother, ageBand: "75-84" }], proposals: heard });
  const people = [{ relation: "親", ageBand: "75-84" }];
  const made = putRight(before, { ...asDrawn, people, district: "minami" }, office, by);
  const now = proposedAnew(withConfirmed({ ...before, confirmed: confirmedOf(made) }), office).facts.proposals.join();
  expect(now).toContain("南包括");
  expect(now).not.toContain("北包括");
});
