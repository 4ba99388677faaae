// The record page: what stands on it, who may see what, and what each act does.
import { describe, expect, it } from "vitest";
import { freshState } from "../../src/flow/state.ts";
import { DELIVERY, deliveryOf } from "../../src/admin/record/delivery.ts";
import type { Entry } from "../../src/intake/intake.ts";
import type { OwedWords, Talk } from "../../src/ports.ts";
import { onceId } from "../../src/admin/once.tsx";
import { keep, NOON, record, town, word, type Town } from "./town.ts";

const page = async (answer: Promise<Response>) => (await answer).text();
const words = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const HERE = "/admin/records/01A";

/** A town with one record, its talk, and somebody signed in. */
async function opened(
  login = "hana",
  change: Parameters<typeof record>[0] = {},
  talk: Partial<Talk> = {},
): Promise<Town> {
  const here = await town();
  await here.store.talks.commit([{ talk: { ...TALK, ...talk }, base: 0, codes: CODES }]);
  await keep(here.store, [record({ talk: "key", ...change })], []);
  await here.signInAs(login);
  return here;
}

const TALK: Talk = {
  key: "key",
  office: "demo",
  person: "U1",
  revision: 1,
  state: freshState("intake", "1", "ja"),
  seen: [],
  unfiled: [],
  owed: [],
};
const CODES = {
  intake: "01A",
  draft: false,
  receivedAt: NOON,
  lastAt: NOON,
  role: null,
  category: null,
  district: null,
  lang: "ja",
  urgency: "E9",
  dueAt: null,
} as const;

describe("受付票のページ", () => {
  it("一分でわかること: 急ぎ、だれ、何、わからないこと、同意、連絡", async () => {
    const here = await opened("hana", {
      urgency: "E0",
      facts: { urgencyReasons: ["「死にたい」"], riskTypes: ["SELF_HARM"] },
    });
    const said = words(await page(here.get(HERE)));
    expect(said).toContain("■ 緊急");
    expect(said).toContain("緊急度のわけ 「死にたい」");
    expect(said).toContain("危険のしるし 自殺・自傷");
    expect(said).toContain("だれのこと 本人・40代・北地区");
    expect(said).toContain("一番困っていること 収入・生活費のこと");
    expect(said).toContain("相談として記録する： 同意あり 2026年11月24日（火）12:00 LINEボタン・文の版 ja-1・日本語");
    expect(said).toContain("利用目的のお知らせ： 見せた（同意ではありません）");
    expect(said).toContain("何にいちばん困っていますか。");
    expect(said).toContain("候補 （自動の案です。職員が決めます。住民には見せません） 自立相談支援機関");
  });

  it("上のリンクは、どれもそのページの中にある", async () => {
    const html = await page((await opened()).get(HERE));
    const [, row = ""] = /<nav class="jumps"[^>]*>(.*?)<\/nav>/s.exec(html) ?? [];
    const links = [...row.matchAll(/href="#([^"]+)">([^<]+)</g)].map(([, id = "", label = ""]) => [id, label]);
    expect(links.map(([, label]) => label)).toEqual([
      "連絡のしかた",
      "返事",
      "担当",
      "緊急度",
      "状態",
      "会話",
      "これまでのこと",
    ]);
    for (const [id] of links) expect(html).toContain(`id="${id}"`);
  });

  it("何も聞けていなくても開き、わからないことを並べる", async () => {
    const bare = {
      subjects: [],
      primaryCategory: null,
      categories: [],
      district: null,
      wish: "",
      consents: [],
      answers: [],
      proposals: [],
    };
    const here = await opened("hana", {
      receiptNo: null,
      facts: bare,
      contactPlan: { channels: [], window: "", phone: "", nameToUse: "", avoid: "", text: "" },
    });
    expect(words(await page(here.get(HERE)))).toContain(
      "まだわからないこと 本人の年代、一番困っていること、地区、どうなったらよいか（希望）、連絡のしかた、記録への同意",
    );
  });

  it("はじめて開くと未読が消え、だれが開いたかが一度だけ残る", async () => {
    const here = await opened();
    await here.get(HERE);
    await here.get(HERE);
    expect((await here.store.records.find("demo", "01A"))?.unread).toBe(false);
    expect((await here.store.records.entries("01A")).map(({ kind, by }) => [kind, by])).toEqual([["opened", "hana"]]);
  });

  it("会話は起きた順に、だれの言葉か、届いたか。取り消した言葉は消えている", async () => {
    const owed = [{ do: "say", id: "e9:say", messages: [] }] as unknown as Talk["owed"];
    const here = await opened("hana", {}, { owed });
    const at = (minute: number) => ({ at: NOON + minute * 60_000 });
    await keep(
      here.store,
      [],
      [
        word({ ...at(1), text: "たすけて<script>" }),
        word({ ...at(2), direction: "out", text: "お聞きしました" }),
        word({ ...at(3), id: "e9:0", direction: "staff", by: "taro", text: "あとで" }),
        word({ ...at(4), kind: "sticker", text: "泣き" }),
        word({ ...at(5), text: null, retractedAt: NOON + 6 * 60_000 }),
      ],
    );
    const html = await page(here.get(HERE));
    expect(html).toContain("たすけて&lt;script&gt;");
    expect(words(html)).toMatch(
      /住民 12:01 たすけて.* 窓口（自動） 12:02 送信ずみ お聞きしました 職員 太田 12:03 送信待ち あとで 住民 12:04 スタンプ 泣き 住民 12:05 送信取消（12時6分）本文は消えています/,
    );
  });

  it("よその自治体の受付票と、ないものは、見つからない", async () => {
    const here = await opened("hana", { office: "other" }, { office: "other" });
    expect((await here.get(HERE)).status).toBe(404);
    expect((await here.get("/admin/records/none")).status).toBe(404);
  });
});

describe("だれからの相談か", () => {
  const told = {
    reporter: { role: "NEIGHBOR", anonymous: true, name: "山本" },
    contactPlan: {
      channels: ["TEL"],
      window: "夜8時",
      phone: "000-0000-1234",
      nameToUse: "ヤマダ",
      avoid: "",
      text: "",
    },
    facts: {
      subjects: [{ relation: "近隣", ageBand: "75-84", district: null, aware: "知らない", issueTags: [] }],
      answers: [
        { step: "role", question: "どなたですか。", answer: "となりに住む者です", at: NOON },
        { step: "category", question: "何のことですか。", answer: "ひとりで倒れていないか", at: NOON },
      ],
    },
  } as const;
  const spoken = [
    word({ id: "s1", text: "となりに住む者です" }),
    word({ id: "s2", text: "電話は０００ー００００ー１２３４です。山本といいます" }),
    word({ id: "s3", text: "郵便がたまっています" }),
  ];
  const secrets = ["近所の人", "となりに住む", "000-0000-1234", "０００", "山本", "ヤマダ", "夜8時", "近隣"];

  it("権限がなければ、どこにも出ない。困りごとは読める", async () => {
    const here = await opened("taro", structuredClone(told) as never);
    await keep(here.store, [], spoken);
    const html = await page(here.get(HERE));
    expect(html).toContain("だれからの相談かは、権限のある職員だけが見られます");
    expect(
      secrets.filter((secret) => words(html.replace(/<section class="sheet act".*/s, "")).includes(secret)),
    ).toEqual([]);
    expect(html).toContain("郵便がたまっています");
    expect(html).toContain("ひとりで倒れていないか");
  });

  it("見守りの協力者の団体の名前も、書かれた言葉ごと伏せる", async () => {
    const paper = "あおば新聞 中央店";
    const partner = { reporter: { role: "MIMAMORI", anonymous: false, name: paper } } as const;
    const said = [word({ id: "p1", text: paper }), word({ id: "p2", text: `${paper}です。新聞がたまっています` })];
    const here = await opened("taro", partner);
    await keep(here.store, [], said);
    const html = await page(here.get(HERE));
    expect([html.includes(paper), html.includes("見守り協力事業所・ボランティア")]).toEqual([false, false]);
    expect(html).toContain("新聞がたまっています");
    await here.signInAs("hana");
    expect(words(await page(here.get(HERE)))).toContain(`だれから 見守り協力事業所・ボランティア ${paper}`);
  });

  it("権限があれば、読める", async () => {
    const here = await opened("hana", structuredClone(told) as never);
    await keep(here.store, [], spoken);
    const html = await page(here.get(HERE));
    expect(["近所の人", "山本", "000-0000-1234", "夜8時"].filter((words) => !html.includes(words))).toEqual([]);
  });

  it("本人の相談は、だれにでも読める", async () => {
    const here = await opened("taro");
    expect(words(await page(here.get(HERE)))).toContain("だれから 本人");
  });
});

describe("すること", () => {
  const now = async (here: Town) => (await here.store.records.find("demo", "01A")) ?? record();
  const base = async (here: Town) => ({ base: String((await now(here)).revision) });

  it.each([
    ["owner", { to: "taro", why: "" }, { owner: "taro" }],
    ["status", { status: "SUPPORTING", closeReason: "", why: "はじめます" }, { status: "SUPPORTING" }],
    ["urgency", { urgency: "E1", why: "" }, { urgency: "E1" }],
    ["note", { text: "電話しました" }, {}],
  ])("%s は303でもどり、記録に残る", async (act, form, becomes) => {
    const here = await opened();
    const answer = await here.post(`${HERE}/${act}`, { ...(await base(here)), ...form });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(`${HERE}?done=${act}`);
    expect(await now(here)).toMatchObject(becomes);
    expect((await here.store.records.entries("01A")).at(-1)).toMatchObject({ kind: act, by: "hana", at: NOON });
  });

  it("直すところは、上と欄のそばに出て、書いたものは残る", async () => {
    const here = await opened("hana", { urgency: "E0" });
    const answer = await here.post(`${HERE}/urgency`, { ...(await base(here)), urgency: "E3", why: "" });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('<a href="#urgency.why">緊急度を下げるときは、理由を書いてください</a>');
    expect(html).toContain('id="urgency.why-error"');
    expect(html).toContain('<option value="E3" selected="">');
    expect((await now(here)).urgency).toBe("E0");
  });

  it("緊急度の理由が長すぎれば、そう言い、書いたものは残る。欄にも長さがある", async () => {
    const here = await opened("hana", { urgency: "E0" });
    const why = "山".repeat(4001);
    const answer = await here.post(`${HERE}/urgency`, { ...(await base(here)), urgency: "E2", why });
    const html = await answer.text();
    expect([answer.status, (await now(here)).urgency]).toEqual([422, "E0"]);
    expect(html).toContain('<a href="#urgency.why">4000文字までです（いま4001文字）。短くしてください</a>');
    expect(html).toContain(`value="${why}"`);
    for (const field of ["urgency", "status", "owner", "fix"])
      expect(html).toMatch(new RegExp(`id="${field}\\.why"[^>]* maxlength="4000"`));
  });

  it("ほかの人が先に変えていたら、いまの内容と、書いたものを出す", async () => {
    const here = await opened();
    const old = await base(here);
    await here.signInAs("taro");
    await here.post(`${HERE}/owner`, { ...old, to: "taro", why: "" });
    await here.signInAs("hana");
    const answer = await here.post(`${HERE}/note`, { ...old, text: "だいじなこと" });
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain("だいじなこと</textarea>");
    expect(html).toContain(`name="base" value="${(await now(here)).revision}"`);
    expect(words(html)).toContain("担当 太田");
  });

  it.each([
    ["note", "taro", "まだ保存していません。ほかの職員が先にこの受付票を変えました"],
    ["note", "hana", "まだ保存していません。この画面をひらいたあとに、あなたがこの受付票を変えました"],
    ["answer", "taro", "まだ送っていません。ほかの職員が先にこの受付票を変えました"],
    ["answer", "hana", "まだ送っていません。この画面をひらいたあとに、あなたがこの受付票を変えました"],
  ])("古い画面からの %s は、だれが変えたのか（%s）を言う", async (act, who, said) => {
    const here = await opened();
    await here.get(HERE);
    const old = await base(here);
    here.clock.at += 60_000;
    await here.signInAs(who);
    await here.post(`${HERE}/urgency`, { ...old, urgency: "E1", why: "" });
    await here.signInAs("hana");
    expect(words(await page(here.post(`${HERE}/${act}`, { ...old, text: "読みました" })))).toContain(said);
  });

  it("送れなかった返事は、保存ではなく、送っていないと言う", async () => {
    const here = await opened();
    const html = await page(here.post(`${HERE}/answer`, { ...(await base(here)), text: "" }));
    expect(html).toContain("まだ送っていません。次のことを確かめてください");
    expect(html).not.toContain("まだ保存していません");
  });

  it.each([
    ["sent", "返事を送りました", NOON],
    ["waiting", "送信待ちです", NOON],
    ["quota", "通数の上限", NOON],
    ["blocked", "ブロックしています", null],
    ["never", "LINEが受けつけませんでした", null],
    ["hushed", "返事は送りませんでした", null],
    ["no-talk", "LINEでつながっていない", null],
  ] as const)(
    "返事が %s なら、そう見える。届く見込みのないものは、返事をしたことにならない",
    async (outcome, say, answeredAt) => {
      const here = await opened();
      here.outcome.is = outcome;
      const answer = await here.post(`${HERE}/answer`, {
        ...(await base(here)),
        text: " 読みました。\r\nまた書きます。 ",
      });
      expect(here.said).toEqual(["読みました。\nまた書きます。"]);
      expect(await page(here.get(answer.headers.get("location") ?? ""))).toContain(say);
      expect((await now(here)).firstHumanReplyAt).toBe(answeredAt);
    },
  );

  it("送れなかったら、返事をしたことにならず、書いたものは残る", async () => {
    const here = await opened();
    here.outcome.is = "fails";
    const answer = await here.post(`${HERE}/answer`, { ...(await base(here)), text: "読みました", once: "o1" });
    expect([answer.status, (await now(here)).firstHumanReplyAt]).toEqual([422, null]);
    const html = await answer.text();
    expect(html).toContain("いま、送れませんでした");
    expect(html).toContain("読みました</textarea>");
    expect(html).toContain('name="once" value="o1"');
  });

  it("途方もなく長いものは、保存していないことと、もどりかたを日本語で伝える", async () => {
    const here = await opened();
    const answer = await here.post(`${HERE}/note`, { ...(await base(here)), text: "山".repeat(40_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain("長すぎて、保存していません");
  });

  it("ほかの職員が先に返事をしていたら、送らずに、会話を確かめてもらう", async () => {
    const here = await opened();
    here.outcome.is = "overtaken";
    const answer = await here.post(`${HERE}/answer`, { ...(await base(here)), text: "読みました" });
    expect([answer.status, (await now(here)).firstHumanReplyAt]).toEqual([409, null]);
    expect(await answer.text()).toContain("読みました</textarea>");
  });

  it("返事を送るあいだにほかの人が保存しても、返事をしたことは残る", async () => {
    const here = await opened();
    const act = { id: "01A", base: 0, set: { owner: "taro" } } as const;
    const entry = { id: "x", office: "demo", intake: "01A", at: NOON, by: "taro", kind: "owner", body: {} } as const;
    const form = { ...(await base(here)), text: "読みました" };
    here.meanwhile = () => here.store.records.act({ ...act, entry });
    await here.post(`${HERE}/answer`, form);
    expect(await now(here)).toMatchObject({ owner: "taro", firstHumanReplyAt: NOON });
  });

  it("同じ返事を二度押しても、一度しか送らない", async () => {
    const here = await opened();
    const form = { ...(await base(here)), text: "読みました" };
    await here.post(`${HERE}/answer`, form);
    expect((await here.post(`${HERE}/answer`, form)).status).toBe(409);
    expect(here.said).toEqual(["読みました"]);
  });

  it("見られるおそれがあれば、確かめるまで送らない", async () => {
    const here = await opened("hana", { facts: { safeToPush: false } });
    expect((await here.post(`${HERE}/answer`, { ...(await base(here)), text: "読みました" })).status).toBe(422);
    expect(here.said).toEqual([]);
    await here.post(`${HERE}/answer`, { ...(await base(here)), text: "読みました", sure: "yes" });
    expect(here.said).toEqual(["読みました"]);
  });

  it("LINEを選ばなかった人には、送る前にそう出て、確かめるまで送らない", async () => {
    const plan = { channels: ["TEL" as const], window: "", phone: "", nameToUse: "", avoid: "", text: "" };
    const here = await opened("hana", { contactPlan: plan });
    expect(await page(here.get(HERE))).toContain("LINEではない方法での連絡を選んでいます");
    expect((await here.post(`${HERE}/answer`, { ...(await base(here)), text: "読みました" })).status).toBe(422);
    expect(here.said).toEqual([]);
  });

  it("受付票のあとで「今は話せない」と言った人にも、確かめるまで送らない", async () => {
    const here = await opened("hana", {}, { state: { ...TALK.state, safeToPush: false } });
    const answer = await here.post(`${HERE}/answer`, { ...(await base(here)), text: "読みました" });
    expect([answer.status, here.said, (await now(here)).firstHumanReplyAt]).toEqual([422, [], null]);
    expect(await answer.text()).toContain("「今は話せない」とのことでした");
  });

  it("ブロックされていれば、返事をしたことにならない", async () => {
    const here = await opened("hana", { facts: { blocked: true } });
    here.outcome.is = "blocked";
    expect(await page(here.get(HERE))).toContain("LINEでは届きません");
    const answer = await here.post(`${HERE}/answer`, { ...(await base(here)), text: "読みました" });
    expect(answer.headers.get("location")).toBe(`${HERE}?done=blocked`);
    expect((await now(here)).firstHumanReplyAt).toBeNull();
  });

  it("送った返事を書きとめる前に止まっても、同じボタンをもう一度押せば書きとめる", async () => {
    const here = await opened();
    const form = { ...(await base(here)), once: "o1", text: "読みました" };
    const act = here.store.records.act;
    here.store.records.act = async () => {
      throw new Error("the store is down");
    };
    expect((await here.post(`${HERE}/answer`, form)).status).toBe(500);
    here.store.records.act = act;
    const row = (await here.store.records.talkOf("01A"))!;
    const seen = { ...row, seen: [onceId("o1", "hana", "01A", "読みました")], revision: row.revision + 1 };
    await here.store.talks.commit([{ talk: seen, base: row.revision, codes: CODES }]);
    expect((await here.post(`${HERE}/answer`, form)).headers.get("location")).toBe(`${HERE}?done=sent`);
    expect((await now(here)).firstHumanReplyAt).toBe(NOON);
    await here.post(`${HERE}/answer`, form);
    expect((await here.store.records.entries("01A")).filter(({ kind }) => kind === "answer")).toHaveLength(1);
  });
});

describe("言葉が届いたか", () => {
  const owed = (id: string) => ({ id }) as OwedWords;
  const told = (id: string, state: string) =>
    ({ id: `${id}:${state}`, kind: "delivery", body: { state, why: "" } }) as unknown as Entry;
  it.each([
    ["何も言われていなければ届いた", "e1:0", [], [], "sent"],
    ["窓口の言葉がまだ出ていない", "e1:1", [owed("e1:say")], [], "waiting"],
    ["ほかの言葉が待っていても関係ない", "e1:1", [owed("e12:say")], [], "sent"],
    ["職員の言葉がまだ出ていない", "u1", [owed("u1")], [], "waiting"],
    ["通数の上限で、まだ出ていない", "u1", [owed("u1")], [told("u1", "quota")], "quota"],
    ["職員の言葉が届いた", "u1", [], [told("u1", "sent")], "sent"],
    ["ブロックされた", "u1", [], [told("u1", "blocked")], "blocked"],
    ["待ったあとで届いた", "u1", [], [told("u1", "quota"), told("u1", "sent")], "sent"],
    ["窓口の言葉が、待ったあとで届いた", "e1:0", [], [told("e1:say", "quota")], "sent"],
    ["ためし続けている", "e1:0", [owed("e1:say")], [told("e1:say", "late")], "late"],
    ["ためし続けて、届いた", "e1:0", [], [told("e1:say", "late")], "sent"],
    ["あきらめた", "e1:0", [], [told("e1:say", "gave-up")], "gave-up"],
  ])("%s", (_, id, owed, entries, state) => {
    expect(deliveryOf({ id }, owed, entries)).toBe(state);
    expect(DELIVERY[state]).toBeDefined();
  });
});

describe("送れなかった言葉", () => {
  /** 窓口の言葉がひとつ、こういう理由で送れなかった受付票。 */
  async function undelivered(state: string, why: string, blocked = false) {
    const here = await opened("hana", { facts: { blocked } });
    const unsent = word({ id: "e9:0", direction: "out", text: "この時間は、119番がつながります。" });
    const told = {
      id: `e9:say:${state}`,
      office: "demo",
      intake: "01A",
      at: NOON,
      by: null,
      kind: "delivery",
    } as const;
    const entries = [{ ...told, body: { state, why } }];
    await here.store.talks.file({ messages: [unsent], intakes: [], entries, retractions: [] });
    return here;
  }

  it.each([
    ["never", "messages[0].text: 長すぎます"],
    ["gave-up", ""],
    ["hushed", ""],
    ["blocked", ""],
  ])("%s: 理由と、もう一度送るボタンが出る。押すと、その言葉が返事の欄に入る", async (state, why) => {
    const here = await undelivered(state, why);
    const html = await (await here.get(HERE)).text();
    expect(words(html)).toContain(`${DELIVERY[state]}${why && `（${why}）`}`);
    const [, again = ""] =
      /<form method="get" action="([^"]+#act-answer)">\s*<input type="hidden" name="again"/.exec(html) ?? [];
    expect([again, words(html)]).toEqual([`${HERE}#act-answer`, expect.stringContaining("もう一度送る")]);
    const filled = await (await here.get(`${HERE}?again=e9:0`)).text();
    expect(filled).toContain("この時間は、119番がつながります。</textarea>");
    expect(here.said).toEqual([]);
  });

  it.each(["unsure", "sent", "late"])("%s: ボタンはない", async (state) => {
    const here = await undelivered(state, "");
    expect(words(await (await here.get(HERE)).text())).not.toContain("もう一度送る");
  });

  it("いまもブロックしている人には、ボタンはない", async () => {
    const here = await undelivered("blocked", "", true);
    expect(words(await (await here.get(HERE)).text())).not.toContain("もう一度送る");
  });

  it("住民の言葉や、ない言葉は、返事の欄に入らない", async () => {
    const here = await undelivered("never", "");
    const heard = word({ id: "m9", text: "母がたおれました" });
    await here.store.talks.file({ messages: [heard], intakes: [], entries: [], retractions: [] });
    const pages = await Promise.all(["m9", "nobody"].map((id) => here.get(`${HERE}?again=${id}`)));
    expect(pages.map(({ status }) => status)).toEqual([200, 200]);
    expect(await pages[0]!.text()).not.toContain("母がたおれました</textarea>");
  });
});

describe("入力中の人", () => {
  it("そこまでの言葉が見え、返事ができる", async () => {
    const here = await town();
    const talk = { ...TALK, unfiled: [word({ intake: "D1", text: "あの、" })] };
    await here.store.talks.commit([{ talk, base: 0, codes: { ...CODES, intake: "D1", draft: true } }]);
    await here.signInAs("hana");
    expect(words(await page(here.get("/admin?show=draft")))).toContain("（まだ番号なし）");
    expect(words(await page(here.get("/admin/records/D1")))).toContain("あの、");
    await here.post("/admin/records/D1/answer", { base: "0", text: "ゆっくりどうぞ" });
    expect(here.said).toEqual(["ゆっくりどうぞ"]);
  });
});

describe("入力中でも、だれからの相談かは", () => {
  it("権限がなければ伏せ、権限があれば出す", async () => {
    const here = await town();
    const said = { value: "NEIGHBOR", answer: "となりの者です", at: NOON, from: "e1", how: "button" } as const;
    const state = { ...freshState("intake", "1", "ja"), intake: "D1", answers: { role: said } };
    const unfiled = [word({ intake: "D1", text: "となりの者です" })];
    await here.store.talks.commit([
      { talk: { ...TALK, state, unfiled }, base: 0, codes: { ...CODES, intake: "D1", draft: true } },
    ]);
    await here.signInAs("taro");
    expect(await page(here.get("/admin/records/D1"))).not.toContain("となりの者です");
    await here.signInAs("hana");
    expect(await page(here.get("/admin/records/D1"))).toContain("となりの者です");
  });
});

describe("写真とファイル", () => {
  async function withMedia(type: string, state: "kept" | "retracted" = "kept"): Promise<Town> {
    const here = await opened();
    const media = { id: "m7", office: "demo", intake: "01A", type, state };
    await here.store.media.keep(
      media,
      (async function* () {
        yield new Uint8Array([1, 2]);
        yield new Uint8Array([3]);
      })(),
    );
    if (state !== "kept") await here.store.media.mark({ ...media, size: 3 });
    await keep(here.store, [], [word({ kind: "image", text: null, mediaId: "m7" })]);
    return here;
  }

  it("調べた写真だけ、ページに出る", async () => {
    const here = await withMedia("image/png");
    expect(await page(here.get(HERE))).toContain('<img src="/admin/media/m7"');
    const file = await here.get("/admin/media/m7");
    expect(file.headers.get("content-type")).toBe("image/png");
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
    expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([1, 2, 3]);
  });

  it.each(["image/svg+xml", "text/html", "application/octet-stream", "audio/mp4"])(
    "%s は保存するだけ",
    async (type) => {
      const here = await withMedia(type);
      expect(await page(here.get(HERE))).not.toContain("<img");
      const file = await here.get("/admin/media/m7");
      expect(file.headers.get("content-type")).toBe("application/octet-stream");
      expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="uketome-m7\.\w+"$/);
    },
  );

  it("取り消したもの、よそのもの、ないものは出ない", async () => {
    expect((await (await withMedia("image/png", "retracted")).get("/admin/media/m7")).status).toBe(410);
    expect((await (await opened()).get("/admin/media/none")).status).toBe(404);
  });
});

describe("受付票を書く", () => {
  const form = {
    channel: "来所",
    narrative: "窓口に来られた",
    role: "SELF",
    urgency: "E2",
    consent: "GIVEN",
    contact: "TEL",
    phone: "000-0000-0000",
  };

  it("書いたものが受付票になり、そのページへ", async () => {
    const here = await opened();
    const answer = await here.post("/admin/new", form);
    expect(answer.headers.get("location")).toBe("/admin/records/hand?done=written");
    expect(await here.store.records.find("demo", "hand")).toMatchObject({
      channel: "来所",
      urgency: "E2",
      reporter: { role: "SELF" },
      contactPlan: { channels: ["TEL"], phone: "000-0000-0000" },
    });
  });

  it("聞いたことが空なら、ほかの欄を残して言う", async () => {
    const here = await opened();
    const answer = await here.post("/admin/new", { ...form, narrative: "  " });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain("聞いたことを一言でも書いてください");
    expect(html).toContain('value="000-0000-0000"');
    expect(html).toContain('<option value="E2" selected="">');
  });
});
