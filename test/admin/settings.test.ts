// 設定: staff see what the office has not said, which numbers are to be checked, and what nobody of a tongue has read.
import { describe, expect, it } from "vitest";
import { officeSchema } from "../../src/office/office.ts";
import { aoba, NUMBERS, town } from "./town.ts";

const words = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const settings = async (change: Parameters<typeof town>[0] = {}): Promise<{ html: string; text: string }> => {
  const here = await town(change);
  await here.signInAs("hana");
  const html = await (await here.get("/admin/settings")).text();
  return { html, text: words(html) };
};
/** What stands beside a word of the left column. */
const beside = ({ html }: { html: string }, what: string): string =>
  words(new RegExp(`<dt>\\s*${what}[\\s\\S]*?<dd>([\\s\\S]*?)</dd>`).exec(html)?.[1] ?? "").trim();

const full = officeSchema.parse({
  ...aoba,
  desk: { name: "福祉総合相談課", phone: "〇〇〇", place: "市役所1階" },
  prefecture: "秋田県",
  fields: [{ kind: "高齢", label: "介護", division: null }],
  source: { document: "手引き", asOf: null, checkedBy: "花田" },
});

describe("what the office has not said", () => {
  it.each([
    ["電話", "住民には「職員からお知らせします」と伝えます。"],
    ["開いている時間", "読む時刻も、いま開いているかも言いません。"],
    ["返事の約束", "住民には日を言わず「お返事します」とだけ伝えます。"],
    ["都道府県", "その県だけの番号は出しません。"],
    ["このファイルを確かめた人", "出典も書かれていません。"],
  ])("%s: it says so, and what residents hear instead", async (what, instead) => {
    const page = await settings({ office: officeSchema.parse({ ...aoba, hours: null }) });
    expect(beside(page, what)).toMatch(/^まだありません/);
    expect(beside(page, what)).toContain(instead);
  });

  it("a promise without hours is none: office days cannot be counted", async () =>
    expect(beside(await settings({ office: officeSchema.parse({ ...aoba, hours: null }) }), "返事の約束")).toContain(
      "まだありません",
    ));

  it("what is given is shown, and nothing is missing", async () => {
    const page = await settings({ office: full });
    expect(beside(page, "開いている時間")).toBe("月火水木金 08:30〜17:15（祝日は休み）");
    expect(beside(page, "このファイルを確かめた人")).toBe("花田");
    expect(page.text).not.toContain("まだ書かれていないこと");
  });

  it("nobody is on duty", async () =>
    expect(beside(await settings({ office: full, alertsReady: false }), "緊急の連絡先")).toContain(
      "だれにも知らせが届きません",
    ));
});

describe("talks that were damaged and set aside", () => {
  it.each([
    [0, false],
    [2, true],
  ])("%i of them: said is %s", async (count, said) => {
    const here = await town();
    here.store.records.unreadable = async () => count;
    await here.signInAs("hana");
    const text = words(await (await here.get("/admin/settings")).text());
    expect([text.includes("読めなくなった会話"), text.includes("読めなくなった会話：2")]).toEqual([said, said]);
  });
});

describe("the numbers", () => {
  const only = (change: object) => ({ ...NUMBERS, hotlines: [{ ...NUMBERS.hotlines[0]!, ...change }] });
  const checked = { verified: true, verifiedOn: "2026-11-20", by: "花田" };

  it.each([
    ["checked", {}, ""],
    ["of no source", { verified: false }, "出典が見つかっていません"],
    ["without a day", { verifiedOn: null }, "確かめた日がありません"],
    ["a year and more ago", { verifiedOn: "2025-11-01" }, "確かめてから12か月をすぎています"],
    ["by nobody of the office", { by: null }, "職員が確かめていません"],
  ])("%s", async (_, change, said) => {
    const line = beside(await settings({ hotlines: only({ ...checked, ...change }) }), "警察");
    const marks = ["出典が見つかっていません", "確かめた日がありません", "をすぎています", "職員が確かめていません"];
    expect(marks.filter((mark) => line.includes(mark)).length).toBe(said === "" ? 0 : 1);
    expect(line).toContain(said);
  });

  it("how old is too old is the office's to say", async () => {
    const hotlines = only({ ...checked, verifiedOn: "2026-08-20" });
    expect(beside(await settings({ hotlines }), "警察")).not.toContain("すぎています");
    const office = officeSchema.parse({ ...aoba, hotlineMaxAgeMonths: 3 });
    expect(beside(await settings({ hotlines, office }), "警察")).toContain("確かめてから3か月をすぎています");
  });

  it("as shipped, every one is to be checked, and each says its source", async () => {
    const { html, text } = await settings();
    expect(text).toContain(`確かめていない番号 ：${NUMBERS.hotlines.length}`);
    expect(html.match(/出典 /g)).toHaveLength(NUMBERS.hotlines.length);
  });
});

describe("the languages", () => {
  it("that nobody of the tongue has read say so", async () => {
    const page = await settings();
    expect(beside(page, "日本語")).toBe(
      "住民が読むことば： まだ話す人が確かめていません 危険のことば： まだ話す人が確かめていません",
    );
    expect(beside(page, "英語")).toBe(
      "住民が読むことば： ありません（日本語でお答えします） 危険のことば：確かめた人（2026-11-20）",
    );
    expect(page.text).toContain("まだ話す人が確かめていない言語 ：1");
  });
});

it("is a link of the menu, and for staff alone", async () => {
  const here = await town();
  const stranger = await here.get("/admin/settings");
  expect([stranger.status, await stranger.text()]).toEqual([303, ""]);
  await here.signInAs("nobody");
  expect((await here.get("/admin/settings")).status).toBe(403);
  await here.signInAs("taro");
  expect(await (await here.get("/admin")).text()).toContain('<a href="/admin/settings">設定</a>');
  expect(await (await here.get("/admin/settings")).text()).toContain('aria-current="page">設定');
});
