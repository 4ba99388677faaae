// A record in another language: staff read whose language it is, that an interpreter is needed, and every word in Japanese.
import { describe, expect, it } from "vitest";
import { labelsFor } from "../../src/admin/labels.ts";
import { freshState } from "../../src/flow/state.ts";
import { FLOW, keep, NOON, record, town, word, type Town } from "./town.ts";

const words = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const HERE = "/admin/records/01A";

const ANSWERS = [
  {
    step: "role",
    question: "Bạn gọi về ai?",
    japanese: "どなたのことですか。",
    answer: "hàng xóm",
    means: "近所や知り合いのこと",
    at: NOON,
  },
  {
    step: "signs",
    question: "Thế nào?",
    japanese: "どんな様子ですか。",
    answer: "3",
    means: "呼んでも返事がない",
    at: NOON,
  },
  {
    step: "check",
    question: "1 Về ai: hàng xóm",
    japanese: "ここまでのことです。\n1 だれのこと：近所や知り合いのこと",
    answer: "gửi",
    means: "これで送る",
    at: NOON,
  },
];

async function opened(login: string): Promise<Town> {
  const here = await town();
  const facts = { answers: ANSWERS, needsSupport: ["通訳"] };
  const reporter = { role: "NEIGHBOR", anonymous: true, name: "" } as const;
  await keep(
    here.store,
    [record({ lang: "vi", reporter, facts })],
    [
      word({ id: "w1", text: "Tôi sợ." }),
      word({
        id: "w2",
        direction: "out",
        text: "Về ai: hàng xóm",
        japanese: "ここまでのことです。\n1 だれのこと：近所や知り合いのこと",
      }),
      word({ id: "w3", kind: "postback", text: "hàng xóm", japanese: "近所や知り合いのこと" }),
    ],
  );
  await here.signInAs(login);
  return here;
}

const read = async (here: Town, path: string) => (await here.get(path)).text();

describe("ベトナム語の相談", () => {
  it("一覧の行に、言語と、通訳が要ることが出る", async () => {
    expect(words(await read(await opened("hana"), "/admin"))).toContain("ベトナム語・通訳要");
  });

  it("受付票に、言語と、言葉の下に日本語が出る。書かれた言葉はそのまま", async () => {
    const said = words(await read(await opened("hana"), HERE));
    expect(said).toContain("言語 ベトナム語・通訳要");
    expect(said).toContain("Tôi sợ.");
    expect(said).toContain("Về ai: hàng xóm 日本語 ここまでのことです。 1 だれのこと：近所や知り合いのこと");
    expect(said).toContain("hàng xóm 日本語 近所や知り合いのこと");
    expect(said).toContain("様子 呼んでも返事がない");
    expect(said).toMatch(/Thế nào\? どんな様子ですか。 3 \S+ \S+ 呼んでも返事がない/);
  });

  it("だれからの相談かを見られない人には、どちらの言語でも伏せる", async () => {
    const html = (await read(await opened("taro"), HERE)).replace(/<section class="sheet act".*/s, "");
    expect(html).not.toContain("hàng xóm");
    expect(html).not.toContain("近所や知り合い");
    expect(html).toContain("ここまでのことです。");
    expect(html).toContain("呼んでも返事がない");
  });
});

it("日本語とやさしい日本語には、通訳要と出ない", async () => {
  const here = await town();
  await keep(here.store, [record({ lang: "ja-easy" })]);
  await here.signInAs("hana");
  expect(words(await read(here, HERE))).not.toContain("通訳要");
  expect(words(await read(here, "/admin"))).not.toContain("通訳要");
});

it("まだ話せない言語も、日本語の名前で出る", async () => {
  const burmese = FLOW.others.find(({ code }) => code === "my");
  const here = await town();
  await keep(here.store, [record({ lang: "my" })]);
  await here.signInAs("hana");
  expect(labelsFor("障害", FLOW).lang["my"]).toBe(burmese?.japanese);
  expect(words(await read(here, "/admin"))).toContain(`${burmese?.japanese}・通訳要`);
});

it("入力中の人の答えも、日本語で出る", async () => {
  const here = await town();
  const signs = { value: { chosen: ["ODD"], text: "" }, answer: "4", at: NOON, from: "e1", how: "text" } as const;
  const role = { value: "MIMAMORI", answer: "見守りの連絡", at: NOON, from: "e1", how: "button" } as const;
  const state = {
    ...freshState("partner", "1", "ja"),
    intake: "D1",
    answers: { role, signs: { ...signs, value: { chosen: ["ODD"], text: "" } } },
  };
  const codes = { receivedAt: NOON, lastAt: NOON, role: null, category: null, district: null, lang: "ja", dueAt: null };
  const talk = { key: "key", office: "demo", person: "U1", revision: 1, state, seen: [], unfiled: [], owed: [] };
  await here.store.talks.commit([{ talk, base: 0, codes: { ...codes, urgency: "E2", intake: "D1", draft: true } }]);
  await here.signInAs("hana");
  expect(words(await read(here, "/admin/records/D1"))).toContain("様子 いつもと様子がちがう");
  expect(words(await read(here, "/admin?show=draft"))).toContain("◆ 早め （まだ番号なし）");
});
