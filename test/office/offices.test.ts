// The shipped offices: each reads without a mistake, invents nothing, and proposes to staff what its own document says.
import { fileURLToPath } from "node:url";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBook, type Book } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import type { AgeBand, Category, RiskType } from "../../src/flow/codes.ts";
import { factsOf } from "../../src/office/facts.ts";
import type { Office } from "../../src/office/office.ts";
import { ja } from "./words.ts";
import { routesFor, sayProposal } from "../../src/office/route.ts";

const files = await readFiles(fileURLToPath(new URL("../../flows/", import.meta.url)));
const OFFICES = ["demo", "kashiwazaki", "kisarazu", "kumiyama", "kusatsu", "muko", "seika", "yawata", "yuzawa"];
const books = new Map(OFFICES.map((id) => [id, readBook(files, id, "when needed")]));
const bookOf = (id: string): Book => {
  const book = books.get(id);
  if (book === undefined) throw new Error(`no such office: ${id}`);
  return book;
};
const officeOf = (id: string): Office => bookOf(id).office;
/** The only number in the documents: 南部 of 木更津, which kept it when it moved in August 2022. */
const NUMBERS = ["0438-37-4811"];
const TODAY = Date.UTC(2026, 10, 24, 3);

interface Told {
  of?: [age: AgeBand, ...tags: string[]][];
  about?: Category[];
  in?: string;
  risks?: RiskType[];
  at?: string;
}

const routes = (office: Office, { of = [], about = [], in: district, risks = [], at }: Told) =>
  routesFor(office, {
    subjects: of.map(([ageBand, ...issueTags]) => ({ ageBand, issueTags, district: district ?? null })),
    categories: about,
    district: district ?? null,
    riskTypes: risks,
    at: at === undefined ? TODAY : Date.parse(`${at}T12:00:00+09:00`),
  });
const names = (office: Office, told: Told): string[] => routes(office, told).map(({ name }) => name);

describe("every shipped office", () => {
  it("is in this list", () =>
    expect(readdirSync(new URL("../../flows/offices/", import.meta.url)).sort()).toEqual(
      OFFICES.map((id) => `${id}.yaml`),
    ));

  // A mistake in any of them would have stopped this file at its first lines.
  it.each(OFFICES)("%s reads without a mistake", (id) => expect(officeOf(id).id).toBe(id));

  it.each(OFFICES)("%s: its districts fit on LINE's buttons, however many there are", (id) => {
    const { flow } = bookOf(id);
    const labels = Object.values(flow.districts.labels);
    expect(labels.filter((label) => label.length > 20)).toEqual([]);
    expect(labels.length).toBeLessThanOrEqual(11);
  });

  it.each(OFFICES)("%s has no telephone number that is in no document", (id) => {
    const found = (files[`offices/${id}.yaml`] ?? "").match(/0\d{1,4}-\d{1,4}-\d{3,4}|#\d{4}|0\d{9,10}/g) ?? [];
    expect(found.filter((number) => !NUMBERS.includes(number))).toEqual([]);
  });

  it.each(OFFICES.filter((id) => id !== "demo"))(
    "%s says its source, and that nobody of the town has checked it",
    (id) => {
      const { source, hours, replyWithinDays, desk, account } = officeOf(id);
      expect(source).toMatchObject({ document: expect.stringMatching(/../), checkedBy: null });
      expect({ hours, replyWithinDays, phone: desk.phone, place: desk.place }).toEqual({
        hours: null,
        replyWithinDays: null,
        phone: null,
        place: null,
      });
      expect(account).toMatch(/くらしの相談$/);
    },
  );

  it.each(OFFICES.filter((id) => id !== "demo"))("%s tells a resident no time and no number", (id) => {
    const { emergency: _, ...facts } = factsOf(officeOf(id), TODAY, ja);
    expect(Object.values(facts).join("\n")).not.toMatch(/\d|null|undefined/);
  });

  it.each([
    ["yuzawa", "障がい", 4],
    ["kashiwazaki", "障害", 6],
    ["kusatsu", "障害", 4],
    ["kisarazu", "障がい", 4],
    ["kumiyama", "障害", 4],
  ] as const)("%s writes 「%s」 and has %i fields", (id, disability, fields) => {
    const office = officeOf(id);
    expect([office.disability, office.fields.length]).toEqual([disability, fields]);
  });
});

type Row = [what: string, told: Told, proposed: string[]];
const SEIBU = "木更津市西部地域包括支援センター";
const SOUDAN = [
  "木更津市指定相談支援事業所 ほっと",
  "相談支援事業所 はちどり",
  "木更津市指定相談支援事業所 ひつじぐも",
  "相談支援事業所 晴",
];

const ROUTES: Record<string, Row[]> = {
  kisarazu: [
    ["a father of 77 in 岩根", { of: [["75-84"]], in: "iwane" }, [SEIBU]],
    ["a mother in 金田 who needs care, age unknown", { of: [["UNKNOWN"]], about: ["CARE"], in: "kaneda" }, [SEIBU]],
    ["somebody of 80 in 木更津東", { of: [["75-84"]], in: "kisarazu-higashi" }, ["木更津市中部地域包括支援センター"]],
    ["somebody of 90 in 鎌足", { of: [["85+"]], in: "kamatari" }, ["木更津市南部地域包括支援センター"]],
    ["somebody of 66 in 清川", { of: [["65-74"]], in: "kiyokawa" }, ["木更津市北部地域包括支援センター"]],
    ["somebody of 70 in 富来田", { of: [["65-74"]], in: "fukuta" }, ["木更津市富来田地域包括支援センター"]],
    ["a father of 77, district unknown: never a guess", { of: [["75-84"]] }, ["高齢者福祉課"]],
    ["a district the town does not have", { of: [["75-84"]], in: "nowhere" }, ["高齢者福祉課"]],
    ["care, and nothing else known", { about: ["CARE"] }, ["高齢者福祉課"]],
    [
      "signs of dementia at no known age, in 波岡",
      { of: [["UNKNOWN", "認知症疑い"]], in: "namioka" },
      ["木更津市南部地域包括支援センター"],
    ],
    ["abuse of an old person in 岩根", { risks: ["ELDER_ABUSE"], in: "iwane" }, [SEIBU]],
    ["debts at 45", { of: [["40-49"]], about: ["DEBT"] }, ["自立支援課"]],
    ["a baby", { of: [["30-39"]], about: ["CHILDCARE"] }, ["子育て支援課"]],
    ["a disability: the whole town, any of the four", { of: [["30-39", "障害(疑い)"]] }, SOUDAN],
    ["illness alone", { of: [["30-39"]], about: ["HEALTH"] }, SOUDAN],
    [
      "illness at 80 in 岩根 is no question of disability",
      { of: [["75-84"]], about: ["HEALTH"], in: "iwane" },
      [SEIBU],
    ],
    [
      "not leaving the house: no field for it, so whoever goes out",
      { of: [["40-49"]], about: ["HIKIKOMORI"] },
      ["木更津市社会福祉協議会"],
    ],
    [
      "8050",
      { of: [["75-84"], ["50-64"]], about: ["HIKIKOMORI", "INCOME"], in: "iwane" },
      ["木更津市社会福祉協議会", "自立支援課", SEIBU],
    ],
    ["the neighbours, and nothing more", { about: ["COMMUNITY"] }, ["社会福祉課"]],
  ],
  kashiwazaki: [
    [
      "a brother of 41 who does not leave the house",
      { of: [["40-49"]], about: ["HIKIKOMORI"] },
      ["ひきこもり支援センター"],
    ],
    [
      "the same, with parents of 80",
      { of: [["75-84"], ["40-49"]], about: ["HIKIKOMORI"] },
      ["ひきこもり支援センター", "介護高齢課"],
    ],
    [
      "a child of 14 who does not go to school",
      { of: [["13-15", "不登校"]], about: ["HIKIKOMORI"] },
      ["子育て支援課", "保育課", "子どもの発達支援課"],
    ],
    ["seven centres whose districts are not told: the 担当課", { of: [["75-84"]] }, ["介護高齢課"]],
    ["care", { about: ["CARE"] }, ["介護高齢課"]],
    ["a disability", { of: [["30-39", "障害(疑い)"]] }, ["福祉課"]],
    ["no money", { about: ["INCOME"] }, ["福祉課", "自立相談支援"]],
    ["cannot sleep, low", { of: [["30-39", "その他メンタルヘルスの課題"]], about: ["HEALTH"] }, ["健康推進課"]],
    ["wants to die", { risks: ["SELF_HARM"] }, ["健康推進課"]],
    ["nothing to hold on to", {}, ["福祉課"]],
  ],
  yuzawa: [
    ["somebody of 80", { of: [["75-84"]] }, ["地域包括支援センター"]],
    ["care", { about: ["CARE"] }, ["地域包括支援センター"]],
    ["a disability", { of: [["19-29", "障害(疑い)"]] }, ["湯沢市基幹相談支援センター"]],
    ["a baby", { about: ["CHILDCARE"] }, ["子育て世代包括支援センター"]],
    ["a child of ten", { of: [["6-12"]] }, ["子育て世代包括支援センター"]],
    ["no food", { about: ["FOOD"] }, ["湯沢市社会福祉協議会 総合相談室"]],
    ["rent", { about: ["RENT_LOAN"] }, ["湯沢市社会福祉協議会 総合相談室"]],
    ["caring for both", { of: [["40-49", "ダブルケア"]] }, ["地域包括支援センター", "子育て世代包括支援センター"]],
    ["not leaving the house: nobody is named for it", { of: [["40-49"]], about: ["HIKIKOMORI"] }, ["福祉の相談窓口"]],
  ],
  kusatsu: [
    ["somebody of 80: which centre, the document does not tell", { of: [["75-84"]] }, ["地域包括支援センター"]],
    ["care", { about: ["CARE"] }, ["地域包括支援センター"]],
    ["signs of dementia", { of: [["UNKNOWN", "認知症疑い"]] }, ["地域包括支援センター"]],
    ["no money", { about: ["INCOME"] }, ["人とくらしのサポートセンター"]],
    ["a disability", { of: [["30-39", "障害(疑い)"]] }, ["人とくらしのサポートセンター"]],
    ["a baby", { about: ["CHILDCARE"] }, ["人とくらしのサポートセンター"]],
    ["not leaving the house at 30", { of: [["30-39"]], about: ["HIKIKOMORI"] }, ["人とくらしのサポートセンター"]],
    [
      "parents of 80 and a son of 30 who stays in",
      { of: [["75-84"], ["30-39"]], about: ["HIKIKOMORI"] },
      ["地域包括支援センター"],
    ],
    ["violence", { about: ["DV_ABUSE"] }, ["人とくらしのサポートセンター"]],
  ],
  kumiyama: [
    ["a neighbour of 80 not seen for days", { of: [["75-84"]], risks: ["SAFETY_CHECK"] }, ["地域包括支援センター"]],
    ["no money", { about: ["INCOME"] }, ["福祉の相談窓口"]],
    ["care", { about: ["CARE"] }, ["地域包括支援センター"]],
    ["signs of dementia in the UR flats", { of: [["UNKNOWN", "認知症疑い"]] }, ["地域包括支援センター"]],
    [
      "somebody who cares and cannot any more, of 70",
      { of: [["65-74"]], risks: ["CAREGIVER_BREAKDOWN"] },
      ["地域包括支援センター"],
    ],
    ["a baby", { about: ["CHILDCARE"] }, ["福祉の相談窓口"]],
    ["not leaving the house at 40", { of: [["40-49"]], about: ["HIKIKOMORI"] }, ["福祉の相談窓口"]],
    ["nothing known of a neighbour", { risks: ["SAFETY_CHECK"] }, ["福祉の相談窓口"]],
  ],
};

describe.each(Object.entries(ROUTES))("%s proposes to staff", (id, rows) => {
  it.each(rows)("%s", (_, told, proposed) => expect(names(officeOf(id), told)).toEqual(proposed));
});

describe.each(["muko", "seika", "yawata", "demo"])(
  "%s, whose document names no agency, keeps everything at its desk",
  (id) => {
    it.each<[string, Told]>([
      ["somebody of 80", { of: [["75-84"]] }],
      ["care", { about: ["CARE"] }],
      ["a child", { of: [["6-12"]] }],
      ["no money", { about: ["INCOME"] }],
      ["a disability", { of: [["30-39", "障害(疑い)"]] }],
      ["not leaving the house", { about: ["HIKIKOMORI"] }],
      ["wants to die", { risks: ["SELF_HARM"] }],
      ["nothing", {}],
    ])("%s", (_, told) => expect(names(officeOf(id), told)).toEqual([officeOf(id).desk.name]));
  },
);

describe("what is said to staff", () => {
  const kisarazu = officeOf("kisarazu");
  it.each<[string, Told, string]>([
    ["who, why and whose", { of: [["75-84"]], in: "iwane" }, `${SEIBU}（65歳以上・岩根地区。所管課 高齢者福祉課）`],
    ["why nobody is named", { of: [["75-84"]] }, "高齢者福祉課（65歳以上・地区がまだわからない）"],
    ["a desk of the town itself", { about: ["DEBT"] }, "自立支援課（債務のこと）"],
  ])("%s", (_, told, said) => expect(routes(kisarazu, told).map(sayProposal)).toEqual([said]));
});

describe("the days an agency exists", () => {
  const kisarazu = officeOf("kisarazu");
  const nambu = (at: string) => routes(kisarazu, { of: [["75-84"]], in: "namioka", at }).map(({ agency }) => agency);
  it.each([
    ["2022-07-31", "nambu-houkatsu-okubo"],
    ["2022-08-01", "nambu-houkatsu"],
    ["2026-11-24", "nambu-houkatsu"],
  ])("南部 on %s", (at, id) => expect(nambu(at)).toEqual([id]));

  it("わーくす結 closed at the end of March 2022", () =>
    expect(kisarazu.resources.find(({ name }) => name.includes("わーくす結"))?.validTo).toBe("2022-03-31"));
});

describe("what each document names", () => {
  it.each([
    ["kashiwazaki", "meetings", ["重層的支援会議", "支援会議", "庁内連絡会議"]],
    ["kusatsu", "meetings", ["コーディネート会議（支援会議）", "重層的支援会議"]],
    ["kisarazu", "meetings", ["重層的支援会議"]],
    ["yawata", "meetings", ["談活（座談会）", "絆ネット地域懇談会"]],
  ] as const)("%s: %s", (id, list, labels) => expect(officeOf(id)[list].map(({ label }) => label)).toEqual(labels));

  it.each([
    ["kumiyama", "ふくろう隊"],
    ["kumiyama", "見守り協力事業所"],
    ["kumiyama", "UR都市機構"],
    ["seika", "小地域福祉委員会"],
    ["muko", "東向日地域の商店・事業所"],
  ])("%s: %s keeps watch", (id, partner) => expect(officeOf(id).partners.map(({ name }) => name)).toContain(partner));

  it("草津's コーディネート会議 is a 支援会議 in law", () =>
    expect(officeOf("kusatsu").meetings[0]?.legalType).toBe("SHIEN_KAIGI"));
});
