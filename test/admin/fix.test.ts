// 確かめる・直す on the page: the queue, the record and the history say what a person confirmed; by hand, candidates too.
import { describe, expect, it } from "vitest";
import { readBook } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { STAFF, town as desk } from "../desk/town.ts";
import { keep, record, town, type Town } from "./town.ts";

const words = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const HERE = "/admin/records/01A";
const read = async (here: Town, path: string) => words(await (await here.get(path)).text());
const drawn = { base: "1", category: "INCOME", others: "HOUSING", district: "kita", relation0: "本人", age0: "40-49" };

async function opened(login = "hana", change: Parameters<typeof record>[0] = {}): Promise<Town> {
  const here = await town();
  await keep(here.store, [record(change)]);
  await here.signInAs(login);
  await here.get(HERE);
  return here;
}

describe("確かめたことは", () => {
  it("受付票、一覧、しぼりこみ、これまでのことに出る", async () => {
    const here = await opened();
    const fixed = { ...drawn, category: "DEBT", district: "minami", why: "窓口で聞いた" };
    expect((await here.post(`${HERE}/fix`, fixed)).headers.get("location")).toBe(`${HERE}?done=fix`);
    const page = await read(here, HERE);
    expect(page).toMatch(/一番困っていること 債務について （職員が確かめました）/);
    expect(page).toMatch(/地区 南地区 （職員が確かめました）/);
    expect(page).toContain(
      "確かめた：困りごと 収入・生活費のこと → 債務について、地区 北地区 → 南地区（理由：窓口で聞いた）",
    );
    expect(await read(here, "/admin?category=DEBT&district=minami")).toContain("2026-7KQ4MN");
    // Above the list stands who waits longest, whatever is filtered.
    expect(await read(here, "/admin?category=INCOME")).toContain("この条件に合う相談はありません。");
  });

  it("直すところがあれば、書いたものを残して言う", async () => {
    const here = await opened();
    const answer = await here.post(`${HERE}/fix`, { ...drawn, district: "minami", why: "" });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("どう確かめたかを、一言書いてください");
    expect(html).toContain('<option value="minami" selected="">');
  });

  it("だれからの相談かを見られない人が続柄を送ってきても、続柄は変わらず、だれが話したかは伏せたまま", async () => {
    const here = await opened("taro", {
      channel: "電話",
      reporter: { role: "UNKNOWN", anonymous: false, name: "山本" },
      facts: { subjects: [] },
    });
    expect(await read(here, HERE)).not.toContain("山本");
    const sent = { ...drawn, age0: "UNKNOWN", why: "電話で聞いた" };
    await here.post(`${HERE}/fix`, { ...sent, category: "DEBT" });
    expect((await here.store.records.find("demo", "01A"))?.confirmed?.subjects ?? []).toEqual([]);
    expect(await read(here, HERE)).not.toContain("山本");
  });

  it("だれからの相談かを見られない人には、続柄の欄も、続柄を直したことも出ない", async () => {
    const subjects = [
      { relation: "親", ageBand: "75-84", district: null, aware: "わからない", issueTags: [] },
    ] as const;
    const change = {
      reporter: { role: "FAMILY", anonymous: true, name: "" },
      facts: { subjects: structuredClone(subjects) as never },
    } as const;
    const here = await opened("taro", change);
    const html = await (await here.get(HERE)).text();
    expect(html).toContain('name="age0"');
    expect(html).not.toContain('name="relation0"');
    await here.post(`${HERE}/fix`, {
      base: "1",
      category: "INCOME",
      others: "HOUSING",
      district: "kita",
      age0: "85+",
      why: "聞いた",
    });
    expect(await read(here, HERE)).toContain("だれのこと 85歳以上");
    expect(await read(here, HERE)).toContain("確かめた：だれのこと（理由：聞いた）");
    await here.signInAs("hana");
    expect(await read(here, HERE)).toContain("確かめた：だれのこと 親・75〜84歳 → 親・85歳以上（理由：聞いた）");
  });
});

describe("手で書いた受付票", () => {
  it("つなぎ先の候補が出る", async () => {
    const { office } = readBook(await readFiles("flows/"), "kashiwazaki");
    const place = desk({ office });
    const hand = {
      channel: "電話",
      narrative: "母の介護のことで",
      reporter: { role: "FAMILY", anonymous: false, name: "" },
      relation: "親",
      ageBand: "75-84",
      answers: [],
      district: "",
      primaryCategory: "CARE",
      urgency: "E9",
      consent: "GIVEN",
      contactPlan: { channels: ["TEL"], window: "", phone: "", nameToUse: "", avoid: "", text: "" },
    } as const;
    await place.desk.writeByHand({ ...hand, contactPlan: { ...hand.contactPlan, channels: ["TEL"] } }, STAFF, "h1");
    const written = await place.store.records.find(office.id, "h1");
    expect(written?.facts.proposals.join()).toContain("介護高齢課");
  });

  it("緊急度は、選ばなければ未判定", async () => {
    const here = await opened();
    expect(await (await here.get("/admin/new")).text()).toContain('<option value="E9" selected="">未判定</option>');
  });

  it("書いた人に権限がなくても、相談した人のことが書きとめてあると分かる", async () => {
    const here = await opened("taro", {
      talk: null,
      channel: "電話",
      reporter: { role: "NEIGHBOR", anonymous: false, name: "山本" },
    });
    expect(await read(here, HERE)).toContain("書きとめてあります（書いた人には見えません）");
    expect(await read(here, HERE)).not.toContain("山本");
    expect(await read(here, "/admin/new")).toContain("書いた人には見えません");
  });
});
