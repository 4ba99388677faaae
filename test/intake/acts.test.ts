// What staff do to a record: each act, its change, its entry, and what is answered to a slip of the pen.
import { describe, expect, it } from "vitest";
import { STATUSES, type ContactChannel } from "../../src/flow/codes.ts";
import * as acts from "../../src/intake/acts.ts";
import { answerProblems, cautions } from "../../src/intake/answering.ts";
import { isCounted } from "../../src/intake/count.ts";
import { NOON, record } from "../admin/town.ts";

const by = { staff: "hana", at: NOON, entryId: "e1" };
const status = (status: string, why = "", closeReason = "", basis = "") => ({ status, why, closeReason, basis });
const NO_WHY = { why: "" };
const fieldsOf = (made: acts.Made) => (made.ok ? [] : made.problems.map(({ field }) => field));
const setOf = (made: acts.Made) => (made.ok ? made.change.set : null);
const bodyOf = (made: acts.Made) => (made.ok ? made.change.entry.body : null);

describe("状態を変える", () => {
  it.each([
    ["受付から確認中へ", status("SCREENING", "読みました"), { status: "SCREENING", closeReason: null }],
    [
      "終結は理由を選べば足りる",
      status("CLOSED", "", "誤送信・テスト"),
      { status: "CLOSED", closeReason: "誤送信・テスト" },
    ],
    [
      "その他の終結は一言添える",
      status("CLOSED", "引っ越し先で", "その他"),
      { status: "CLOSED", closeReason: "その他" },
    ],
    [
      "終結でなければ終結の理由は残らない",
      status("SUPPORTING", "はじめる", "死亡"),
      { status: "SUPPORTING", closeReason: null },
    ],
  ])("%s", (_, typed, set) => {
    expect(setOf(acts.changeStatus(record(), typed, by))).toEqual(set);
  });

  it.each([
    ["理由がない", status("SCREENING"), "why"],
    ["理由が空白だけ", status("SCREENING", "　 "), "why"],
    ["終結の理由がない", status("CLOSED", "終わり"), "closeReason"],
    ["終結の理由がその他で、言葉がない", status("CLOSED", "", "その他"), "why"],
    ["知らない状態", status("GONE", "x"), "status"],
    ["入力中にはもどせない", status("DRAFT", "x"), "status"],
    ["いまと同じ", status("RECEIVED", "x"), "status"],
  ])("%s → どの欄かを言う", (_, typed, field) => {
    expect(fieldsOf(acts.changeStatus(record(), typed, by))).toEqual([field]);
  });

  it("何も聞けていない受付票でも、どの状態にもできる", () => {
    const bare = record({
      receiptNo: null,
      completeness: "PARTIAL",
      facts: { subjects: [], primaryCategory: null, consents: [] },
    });
    const others = STATUSES.filter((code) => code !== "DRAFT" && code !== "RECEIVED");
    const made = others.map((code) => acts.changeStatus(bare, status(code, "わけ", "その他", "LIFE_BODY"), by).ok);
    expect(made).toEqual(others.map(() => true));
  });

  it("再開すると終結の理由は消え、前の状態は記録に残る", () => {
    const closed = record({ status: "CLOSED", closeReason: "転居" });
    const made = acts.changeStatus(closed, status("REOPENED", "もどってきた"), by);
    expect(setOf(made)).toEqual({ status: "REOPENED", closeReason: null });
    expect(bodyOf(made)).toEqual({ from: "CLOSED", to: "REOPENED", why: "もどってきた" });
  });

  it("終結の理由だけを選びなおせる", () => {
    const closed = record({ status: "CLOSED", closeReason: "転居" });
    expect(acts.changeStatus(closed, status("CLOSED", "", "死亡"), by).ok).toBe(true);
  });
});

describe("緊急度を変える", () => {
  it.each([
    ["上げるのに理由は要らない", "E3", "E0", "", true],
    ["未判定から通常へは下げたことにならない", "E9", "E3", "", true],
    ["下げるには理由が要る", "E0", "E2", "", false],
    ["理由があれば下げられる", "E0", "E2", "電話で無事を確かめた", true],
    ["未判定にもどすのも下げること", "E1", "E9", "", false],
  ] as const)("%s", (_, from, urgency, why, ok) => {
    expect(acts.changeUrgency(record({ urgency: from }), { urgency, why }, by).ok).toBe(ok);
  });
});

describe("理由の長さ", () => {
  const [longest, longer] = [4000, 4001].map((length) => "山".repeat(length)) as [string, string];
  const told = "4000文字までです（いま4001文字）。短くしてください";
  const made = (why: string) => ({
    緊急度: acts.changeUrgency(record({ urgency: "E0" }), { urgency: "E2", why }, by),
    状態: acts.changeStatus(record(), { status: "SUPPORTING", closeReason: "", basis: "", why }, by),
    担当: acts.handTo(record(), { to: "taro", why }, ["taro"], by),
  });
  it("どの理由も4000文字まで", () => {
    expect(Object.values(made(longest)).map(({ ok }) => ok)).toEqual([true, true, true]);
    for (const one of Object.values(made(longer)))
      expect(one).toEqual({ ok: false, problems: [{ field: "why", say: told }] });
  });
});

describe("担当", () => {
  const members = ["hana", "taro"];
  it("引き受ける、わたす、もどす", () => {
    expect(setOf(acts.handTo(record(), { to: "hana", why: "" }, members, by))).toEqual({ owner: "hana" });
    expect(bodyOf(acts.handTo(record({ owner: "hana" }), { to: "taro", why: "休みます" }, members, by))).toEqual({
      from: "hana",
      to: "taro",
      why: "休みます",
    });
    expect(setOf(acts.handTo(record({ owner: "hana" }), { to: "", why: "" }, members, by))).toEqual({ owner: null });
  });
  it("いない人には、わたせない", () => {
    expect(fieldsOf(acts.handTo(record(), { to: "gone", why: "" }, members, by))).toEqual(["to"]);
  });
});

it("どの変更も、見ていた版を条件にし、だれが・いつを残す", () => {
  const made = acts.note(record({ revision: 7 }), { text: " 電話しました " }, by);
  expect(made).toEqual({
    ok: true,
    change: {
      id: "01A",
      base: 7,
      set: {},
      entry: {
        id: "e1",
        office: "demo",
        intake: "01A",
        at: NOON,
        by: "hana",
        kind: "note",
        body: { text: "電話しました" },
      },
    },
  });
});

it("はじめてひらいたときだけ、未読が消える", () => {
  expect(acts.open(record(), by)?.set).toEqual({ unread: false });
  expect(acts.open(record({ unread: false }), by)).toBeNull();
});

it("はじめて人が返事をした時刻は、あとの返事で変わらない", () => {
  expect(acts.answered(record(), NO_WHY, by).set.firstHumanReplyAt).toBe(NOON);
  expect(acts.answered(record({ firstHumanReplyAt: 5 }), NO_WHY, by).set.firstHumanReplyAt).toBe(5);
});

describe("返事を送る前に", () => {
  const anyone = record();
  const hushed = record({ facts: { ...anyone.facts, safeToPush: false } });
  it.each([
    ["ふつうの言葉は送れる", "お話をきかせてください", false, anyone, []],
    ["空は送れない", " \n ", false, anyone, ["text"]],
    ["千文字は送れる", "あ".repeat(1000), false, anyone, []],
    ["千一文字は送れない", "あ".repeat(1001), false, anyone, ["text"]],
    ["「今は話せない」と言った人には、確かめてから", "こんにちは", false, hushed, ["sure"]],
    ["確かめたなら送れる", "こんにちは", true, hushed, []],
    ["LINEを選ばなかった人には、確かめてから", "こんにちは", false, reachedBy(["TEL"]), ["sure"]],
    ["ほかの人に読まれると困る言葉は、確かめてから", "ＤＶの相談ですね", false, anyone, ["sure"]],
  ])("%s", (_, text, sure, reached, fields) => {
    expect(answerProblems(reached, { text, sure, why: "" }).map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    [["LINE"], "", 0],
    [[], "", 0],
    [["TEL", "LINE"], "夜はやめて", 0],
    [["TEL"], "", 1],
    [["NONE"], "", 1],
    [["LINE"], "ラインは見られる", 1],
    [["LINE"], "オンラインがいい", 0],
    [["MAIL"], "ＬＩＮＥはだめ", 2],
  ] as [ContactChannel[], string, number][])(
    "連絡は%j、避けてほしいことは「%s」なら、注意は%i",
    (channels, avoid, count) => {
      expect(cautions(reachedBy(channels, avoid))).toHaveLength(count);
    },
  );

  function reachedBy(channels: ContactChannel[], avoid = "") {
    return record({ contactPlan: { ...anyone.contactPlan, channels, avoid } });
  }
});

it("入力中と誤送信・テストは件数に入らない", () => {
  expect(isCounted(record())).toBe(true);
  expect(isCounted(record({ status: "CLOSED", closeReason: "転居" }))).toBe(true);
  expect(isCounted(record({ status: "DRAFT" }))).toBe(false);
  expect(isCounted(record({ status: "CLOSED", closeReason: "誤送信・テスト" }))).toBe(false);
});
