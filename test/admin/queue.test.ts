// The queue: what stands in a line, in what order, and how to find something.
import { describe, expect, it } from "vitest";
import { addressOf, readView, toFilter } from "../../src/admin/queue/filter.ts";
import { readReceiptNos } from "../../src/admin/queue/receipt-no.ts";
import { waited } from "../../src/admin/when.ts";
import { move } from "../store/samples.ts";
import { aoba, keep, NOON, record, town } from "./town.ts";

const HOUR = 3_600_000;
const page = async (answer: Promise<Response>) => (await answer).text();
/** The words of a page, tags taken off. */
const words = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

describe("受付番号は、どう打っても", () => {
  it.each([
    ["2026-7KQ4MN", ["2026-7KQ4MN"]],
    ["2026-7kq4mn", ["2026-7KQ4MN"]],
    ["２０２６－７ｋｑ４ｍｎ", ["2026-7KQ4MN"]],
    [" 2026 7kq 4mn ", ["2026-7KQ4MN"]],
    ["20267KQ4MN", ["2026-7KQ4MN"]],
    ["2026ー7KQ4MN", ["2026-7KQ4MN"]],
    ["No. 2026-7KQ4MN", []],
    ["7KQ4M", []],
    ["", []],
  ])("%s → %j", (typed, numbers) => {
    expect(readReceiptNos(typed, 2026)).toEqual(numbers);
  });
  it("うしろの6文字だけなら、どの年度かは言わない", () => {
    const numbers = readReceiptNos(" 7ｋｑ 4MN", 2026);
    expect([numbers.length, numbers[0], numbers.at(-1)]).toEqual([10, "2026-7KQ4MN", "2017-7KQ4MN"]);
  });
});

describe("待った時間", () => {
  it.each([
    [59_999, "1分たらず"],
    [60_000, "1分"],
    [3 * HOUR + 12 * 60_000, "3時間12分"],
    [24 * HOUR, "1日0時間"],
    [-5, "1分たらず"],
  ])("%i ミリ秒 → %s", (ms, say) => {
    expect(waited(NOON, NOON + ms)).toBe(say);
  });
});

describe("一覧の見かたは住所になる", () => {
  it("知らない言葉は選んでいないことになる", () => {
    const view = readView((name) => ({ show: "x", status: "<b>", urgency: "E0", page: "-3" })[name]);
    expect(view).toEqual({ show: "open", status: "", urgency: "E0", category: "", district: "", owner: "", page: 1 });
    expect(toFilter(view, "demo")).toEqual({ office: "demo", show: "open", urgency: "E0", limit: 50, offset: 0 });
  });
  it("条件を変えると1ページめから", () => {
    const view = readView((name) => ({ show: "all", owner: "none", page: "3" })[name]);
    expect(addressOf(view, {})).toBe("/admin?show=all&owner=none");
    expect(addressOf(view, { page: 4 })).toBe("/admin?show=all&owner=none&page=4");
    expect(toFilter(view, "demo").offset).toBe(100);
  });
});

describe("条件は、ほかの条件を消さない", () => {
  const view = (address: Record<string, string>) => readView((name) => address[name]);
  it.each([
    [
      "見出しを変えても、状態と担当はそのまま",
      { status: "SCREENING", owner: "hana" },
      { show: "all" },
      "?show=all&status=SCREENING&owner=hana",
    ],
    [
      "その見出しにない状態だけは外れる",
      { status: "SCREENING", owner: "hana" },
      { show: "ended" },
      "?show=ended&owner=hana",
    ],
    ["地区の表がない役所でも、地区はそのまま", { district: "kita" }, { urgency: "E0" }, "?urgency=E0&district=kita"],
  ] as const)("%s", (_, from, change, to) => {
    expect(addressOf(view(from), change)).toBe(`/admin${to}`);
  });

  it("その見出しにない状態では、しぼれない（0件にならない）", async () => {
    expect(view({ status: "CLOSED" }).status).toBe("");
    expect(view({ status: "CLOSED", show: "ended" }).status).toBe("CLOSED");
    const here = await town();
    await here.signInAs("hana");
    const states = async (path: string) => /<select id="status".*?<\/select>/s.exec(await page(here.get(path)))?.[0];
    expect(await states("/admin")).not.toContain("終結");
    expect(await states("/admin?show=ended")).toContain("終結");
  });

  it("「緊急だけ見る」は、数えたものをみな出す", async () => {
    const here = await town();
    await keep(here.store, [record({ urgency: "E0" })]);
    await here.signInAs("hana");
    expect(await page(here.get("/admin?district=minami&owner=hana"))).toContain('href="/admin?urgency=E0"');
  });

  it("地区の表がない役所でしぼりこんでも、住所の地区は残る", async () => {
    const here = await town({ office: { ...aoba, districts: [] } });
    await here.signInAs("hana");
    expect(await page(here.get("/admin?district=kita"))).toContain('<input type="hidden" name="district" value="kita"');
  });
});

describe("一覧", () => {
  it("一行に、だれから・何・どこ・どれだけ待ったか・急ぎを言葉で", async () => {
    const here = await town();
    await keep(here.store, [record({ urgency: "E1", owner: "taro" })]);
    await here.signInAs("hana");
    expect(words(await page(here.get("/admin")))).toMatch(
      /▲ 至急 2026-7KQ4MN 未読 本人 収入・生活費 北地区 3時間12分 返事まだ 受付 太田/,
    );
  });

  it("緊急、至急、未読の古い順に並ぶ", async () => {
    const here = await town();
    const at = (hours: number) => ({ receivedAt: NOON - hours * HOUR });
    await keep(here.store, [
      record({ id: "new", receiptNo: "2026-AAAAA2", ...at(1) }),
      record({ id: "old", receiptNo: "2026-AAAAA3", ...at(9) }),
      record({ id: "read", receiptNo: "2026-AAAAA4", ...at(20), unread: false }),
      record({ id: "E1", receiptNo: "2026-AAAAA6", ...at(2), urgency: "E1" }),
      record({ id: "E0", receiptNo: "2026-AAAAA5", ...at(0), urgency: "E0", unread: false }),
    ]);
    await here.signInAs("hana");
    const html = await page(here.get("/admin"));
    const list = html.slice(html.indexOf("<table"));
    expect([...list.matchAll(/2026-AAAAA\d(?=<)/g)].map(([number]) => number)).toEqual([
      "2026-AAAAA5",
      "2026-AAAAA6",
      "2026-AAAAA3",
      "2026-AAAAA2",
      "2026-AAAAA4",
    ]);
    expect(words(html)).toContain("対応中の緊急・至急 2件");
    expect(words(html)).toContain("相談の一覧。緊急、至急、未読、古い順");
  });

  it("終わったものは、対応中に出ず、終わったものに出る", async () => {
    const here = await town();
    await keep(here.store, [record({ status: "CLOSED", closeReason: "転居" })]);
    await here.signInAs("hana");
    expect(await page(here.get("/admin"))).toContain("いま待っている相談はありません");
    expect(await page(here.get("/admin?show=ended"))).toContain("2026-7KQ4MN");
  });

  it("条件でしぼり、合うものがなければ、はずし方を言う", async () => {
    const here = await town();
    await keep(here.store, [record()]);
    await here.signInAs("hana");
    expect(await page(here.get("/admin?district=kita&category=INCOME&owner=none"))).toContain("2026-7KQ4MN");
    const none = await page(here.get("/admin?district=minami"));
    expect(none).toContain("この条件に合う相談はありません");
    expect(none).toContain("条件をはずす");
  });

  it("51件めは次のページに", async () => {
    const here = await town();
    const many = Array.from({ length: 51 }, (_, n) => record({ id: `r${n}`, receivedAt: NOON - (100 - n) * HOUR }));
    await keep(here.store, many);
    await here.signInAs("hana");
    expect(words(await page(here.get("/admin")))).toContain("51件 のうち 1〜50件め");
    expect(await page(here.get("/admin?page=2"))).toContain("/admin/records/r50");
  });

  it.each([
    ["/admin", "相談の一覧。緊急、至急、未読、古い順"],
    ["/admin?show=draft", "相談の一覧。緊急、至急、古い順"],
    ["/admin?show=ended", "相談の一覧。受け付けの新しい順"],
    ["/admin?show=all", "相談の一覧。緊急、至急、未読、古い順。その下に、終わったものが、受け付けの新しい順"],
  ])("%s は、並べた順を言う", async (address, order) => {
    const here = await town();
    await keep(here.store, [record(), record({ id: "ended", status: "CLOSED", closeReason: "転居" })]);
    const { talk, ...draft } = move("k1", 0, { intake: "draft" });
    await here.store.talks.commit([{ ...draft, talk: { ...talk, office: aoba.id } }]);
    await here.signInAs("hana");
    expect(await page(here.get(address))).toContain(`<caption class="unseen">${order}</caption>`);
  });

  it("1000件をこえると、数えきらずに「以上」と言い、次のページへは行ける", async () => {
    const here = await town();
    const many = Array.from({ length: 1_051 }, (_, n) => record({ id: `r${n}`, receivedAt: n, urgency: "E0" }));
    await keep(here.store, many);
    await here.signInAs("hana");
    const at = async (n: number) => words(await page(here.get(`/admin?page=${n}`)));
    expect(await at(1)).toContain("対応中の緊急・至急 1000件以上");
    expect(await at(1)).toMatch(/1000件以上 のうち 1〜50件め .* 1 ページめ 次の50件/);
    expect(await at(20)).toMatch(/1000件以上 のうち 951〜1000件め .* 20 ページめ 次の50件/);
    expect(await at(21)).toMatch(/1050件以上 のうち 1001〜1050件め .* 21 ページめ 次の50件/);
    expect(await at(22)).toMatch(/1051件 のうち 1051〜1051件め .* 22 \/ 22 ページ/);
  });

  describe("終わったものが、見るかぎりより多いとき", () => {
    const OLDER = "終わったものは、受け付けの新しい10000件までを見ています。それより前のものは、受付番号でひらけます。";
    const long = async () => {
      const here = await town();
      const old = record({ id: "old", receivedAt: 0, status: "CLOSED", owner: "taro" });
      await keep(here.store, [
        record({ id: "open" }),
        old,
        ...Array.from({ length: 10_000 }, (_, n) => ({ ...old, id: `r${n}`, owner: null, receivedAt: n + 1 })),
      ]);
      await here.signInAs("hana");
      return here;
    };
    it("どこまで見たかを、見つからないときも言う", async () => {
      const here = await long();
      for (const address of ["?show=ended", "?show=all", "?show=ended&page=200"])
        expect(words(await page(here.get(`/admin${address}`))), address).toContain(OLDER);
      const none = words(await page(here.get("/admin?show=ended&owner=taro")));
      expect(none).toContain("この条件に合う相談はありません。");
      expect(none).toContain(OLDER);
    });
    it("終わったものをさがさないところでは言わない", async () => {
      const here = await long();
      for (const address of ["", "?show=draft", "?show=all&status=RECEIVED"])
        expect(words(await page(here.get(`/admin${address}`))), address).not.toContain("までを見ています");
    });
  });

  it("本人以外からの相談は、権限がなければ立場を出さない", async () => {
    const here = await town();
    await keep(here.store, [
      record({ reporter: { role: "NEIGHBOR", anonymous: true, name: "" }, channel: "見守り通報" }),
    ]);
    await here.signInAs("taro");
    const html = await page(here.get("/admin"));
    expect(html).not.toContain("近所の人");
    expect(html).not.toContain("見守り通報");
    await here.signInAs("hana");
    expect(await page(here.get("/admin"))).toContain("近所の人");
  });
});

describe("前の相談のあとの、新しい相談", () => {
  async function again(login: string) {
    const here = await town();
    await keep(here.store, [
      record({ id: "01A", status: "CLOSED", closeReason: "課題が解決" }),
      record({ id: "01B", receiptNo: "2026-TWYCE2", linkedFrom: "01A" }),
    ]);
    await here.signInAs(login);
    return here;
  }
  it("一覧と受付票に「再相談」と出て、前の受付票へ行ける", async () => {
    const here = await again("hana");
    for (const path of ["/admin", "/admin/records/01B"]) {
      const html = await page(here.get(path));
      expect(html, path).toContain("再相談");
      expect(html, path).toContain('href="/admin/records/01A"');
    }
    for (const path of ["/admin?show=ended", "/admin/records/01A"])
      expect(await page(here.get(path)), path).not.toContain("再相談");
  });
  it("だれからかを見られない人には、どの受付票の人かは言わない", async () => {
    const here = await again("taro");
    for (const path of ["/admin", "/admin/records/01B"]) {
      const html = await page(here.get(path));
      expect(html, path).toContain("再相談");
      expect(html, path).not.toContain("/admin/records/01A");
    }
  });
});

describe("はじめての返事を待っている人", () => {
  it("いちばん長く待つ人が一覧の上に出て、約束の日をすぎると、そう言う", async () => {
    const here = await town();
    const days = 24 * HOUR;
    await keep(here.store, [
      record({ id: "a", receiptNo: "2026-AAAAA2", receivedAt: NOON - HOUR }),
      record({ id: "b", receiptNo: "2026-AAAAA3", receivedAt: NOON - 2 * days, unread: false, owner: "hana" }),
      record({ id: "c", receiptNo: "2026-AAAAA4", receivedAt: NOON - 9 * days, firstHumanReplyAt: NOON }),
    ]);
    await here.signInAs("hana");
    const first = words(await page(here.get("/admin")));
    expect(first).toMatch(/いちばん長く待っている人 2日0時間 2026-AAAAA3 /);
    expect(first).not.toContain("約束");
    expect(first).toMatch(/2026-AAAAA3 本人 \S+ 北地区 2日0時間 返事まだ/);
    expect(first).toMatch(/2026-AAAAA4 未読 本人 \S+ 北地区 9日0時間 受付/);
    here.clock.at += 5 * days;
    await here.signInAs("hana");
    const later = words(await page(here.get("/admin?urgency=E0")));
    expect(later).toMatch(/2026-AAAAA3 .*お返事の約束（2026年11月26日（木）まで）をすぎています/);
  });

  it("だれも待っていなければ、何も出ない", async () => {
    const here = await town();
    await keep(here.store, [record({ firstHumanReplyAt: NOON })]);
    await here.signInAs("hana");
    expect(words(await page(here.get("/admin")))).not.toContain("いちばん長く");
  });

  it("返事を約束していない役所では、すぎたとは言わない", async () => {
    const here = await town({ office: { ...aoba, replyWithinDays: null } });
    await keep(here.store, [record({ receivedAt: NOON - 900 * HOUR })]);
    await here.signInAs("hana");
    expect(words(await page(here.get("/admin")))).not.toContain("すぎ");
  });
});

describe("受付番号でひらく", () => {
  it("一つならその受付票へ、二つなら両方、なければ言う", async () => {
    const here = await town();
    await keep(here.store, [
      record(),
      record({ id: "02A", receiptNo: "2026-TWYCE2" }),
      record({ id: "02B", receiptNo: "2026-TWYCE2" }),
    ]);
    await here.signInAs("hana");
    expect((await here.get("/admin/open?no=2026%207kq4mn")).headers.get("location")).toBe("/admin/records/01A");
    const two = await page(here.get("/admin/open?no=2026twyce2"));
    expect(two).toContain("/admin/records/02A");
    expect(two).toContain("/admin/records/02B");
    const none = await here.get("/admin/open?no=%3Cb%3E");
    expect(none.status).toBe(404);
    expect(await none.text()).toContain("&lt;b&gt;");
  });

  it("うしろの6文字だけでも、一つならひらき、二つなら両方、なければ書きかたを言う", async () => {
    const here = await town();
    await keep(here.store, [
      record({ receiptNo: "2025-7KQ4MN" }),
      record({ id: "02A", receiptNo: "2025-TWYCE2" }),
      record({ id: "02B", receiptNo: "2026-TWYCE2" }),
      record({ id: "03A", receiptNo: "2026-7KQ4MP", office: "other" }),
    ]);
    await here.signInAs("hana");
    expect((await here.get("/admin/open?no=7kq4mn")).headers.get("location")).toBe("/admin/records/01A");
    const two = words(await page(here.get("/admin/open?no=twyce2")));
    for (const number of ["2025-TWYCE2", "2026-TWYCE2"]) expect(two).toContain(number);
    const none = await here.get("/admin/open?no=7KQ4MP");
    expect(none.status).toBe(404);
    expect(await none.text()).toContain("うしろの6文字だけでもひらけます（例 7KQ4MN）");
  });

  it("欄には長さがあり、長いものを開いても、ページは長くならない", async () => {
    const here = await town();
    await here.signInAs("hana");
    const none = await page(here.get(`/admin/open?no=${"7".repeat(5000)}`));
    expect(none).not.toContain("7".repeat(41));
    for (const html of [await page(here.get("/admin")), none])
      expect(html).toMatch(/<input id="no"[^>]* maxlength="40"/);
  });
});

describe("どのページにも", () => {
  it("緊急の連絡先がなければ、赤く言う", async () => {
    const here = await town({ alertsReady: false });
    await keep(here.store, [record()]);
    await here.signInAs("hana");
    for (const path of ["/admin", "/admin/records/01A", "/admin/new", "/admin/help", "/admin/figures", "/admin/none"])
      expect(await page(here.get(path)), path).toContain("緊急の連絡先（ALERT_WEBHOOK_URL）が設定されていません");
  });
});

it("件数は受付の月で数え、誤送信・テストは入らない", async () => {
  const here = await town();
  const at = Date.UTC(2026, 9, 31, 15);
  await keep(here.store, [
    record({ id: "a", receivedAt: at - 1 }),
    record({ id: "b", receivedAt: at, channel: "電話" }),
    record({ id: "c", receivedAt: at, status: "CLOSED", closeReason: "誤送信・テスト" }),
  ]);
  await here.signInAs("hana");
  const said = words(await page(here.get("/admin/figures?year=2026")));
  expect(said).toContain("10月 1 0 1");
  expect(said).toContain("11月 0 1 1");
  expect(said).toContain("年度計 1 1 2");
});
