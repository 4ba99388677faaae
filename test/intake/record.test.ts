// A talk → its record: what was understood, who it is about, what was agreed, and what is left of it where nothing may stay.
import { describe, expect, it } from "vitest";
import { nameOf } from "../../src/flow/listen/story.ts";
import { freshState, type Answer, type Json, type State } from "../../src/flow/state.ts";
import { recordOf, wordlessRow } from "../../src/intake/record.ts";

const NOON = Date.UTC(2026, 10, 24, 3);
const state = (more: Partial<State> = {}): State => ({
  ...freshState("intake", "1", "ja"),
  intake: "01JDA",
  startedAt: NOON,
  lastAt: NOON + 5000,
  phase: "asking",
  ...more,
});
const said = (value: Json, answer = "", how: Answer["how"] = "text", at = NOON): Answer => ({
  value,
  answer,
  at,
  from: "m1",
  how,
});
const record = (more: Partial<State> = {}) => recordOf(state(more), "demo", "key");
const facts = (more: Partial<State> = {}) => record(more).facts;

describe("the frame", () => {
  it("is the talk's own id, office, times and language", () =>
    expect(record()).toMatchObject({
      id: "01JDA",
      office: "demo",
      talk: "key",
      channel: "LINE",
      receivedAt: NOON,
      lastAt: NOON + 5000,
      lang: "ja",
      unread: true,
      owner: null,
      linkedFrom: null,
    }));

  it.each([
    [null, "DRAFT", "DRAFT"],
    ["PARTIAL", "PARTIAL", "RECEIVED"],
    ["COMPLETE", "COMPLETE", "RECEIVED"],
  ] as const)("filed %s: completeness %s, status %s", (filed, completeness, status) =>
    expect(record({ filed })).toMatchObject({ completeness, status }),
  );
});

describe("who told us", () => {
  it.each([
    ["nothing said", {}, { role: "UNKNOWN", anonymous: true }],
    ["a role", { role: said("NEIGHBOR") }, { role: "NEIGHBOR", anonymous: true }],
    ["a name to be called by", { role: said("SELF"), name: said("さとう") }, { role: "SELF", anonymous: false }],
    ["a number only", { phone: said("090-1234-5678") }, { anonymous: false }],
  ] as const)("%s", (_, answers, reporter) => expect(record({ answers }).reporter).toMatchObject(reporter));

  it("a name to be called by is the contact's, not the reporter's: it has another permission", () => {
    const { reporter, contactPlan } = record({ answers: { name: said("さとう") } });
    expect([reporter.name, contactPlan.nameToUse]).toEqual(["", "さとう"]);
  });
});

describe("whom it is about", () => {
  const mother = { relation: "親", called: "母", ageBand: "75-84" } as const;
  const people = (more: Partial<State>) =>
    facts(more).subjects.map(({ relation, ageBand }) => `${relation} ${ageBand}`);
  it.each<[string, Partial<State>, string[]]>([
    ["oneself, though nobody was named", { answers: { role: said("SELF") } }, ["本人 UNKNOWN"]],
    ["oneself with an age", { answers: { role: said("SELF") }, ownAge: "40-49" }, ["本人 40-49"]],
    ["a child who writes", { answers: { role: said("CHILD") } }, ["本人 UNKNOWN"]],
    ["the mother", { answers: { role: said("FAMILY") }, people: [mother] }, ["親 75-84"]],
    [
      "oneself and the mother (世帯)",
      { answers: { role: said("SELF") }, people: [mother] },
      ["本人 UNKNOWN", "親 75-84"],
    ],
    [
      "not whoever hurts: violence at home is about the one who writes",
      {
        answers: { role: said("SELF") },
        people: [mother],
        risks: [{ risk: "DV", urgency: "E1", words: "暴力", at: NOON, from: "m1" }],
      },
      ["本人 UNKNOWN"],
    ],
    ["nobody named yet", { answers: { role: said("FAMILY") } }, []],
  ])("%s", (_, more, expected) => expect(people(more)).toEqual(expected));

  it.each([
    ["知らせてはいけない", "知らせてはいけない"],
    ["知らない", "知らない"],
    [null, "わからない"],
  ])("whether they know: %s → %s", (aware, expected) =>
    expect(facts({ answers: { role: said("FAMILY") }, people: [mother], aware }).subjects[0]?.aware).toBe(expected),
  );

  it("what was said of one person stands with that person, what was said of nobody with the first", () => {
    const brother = { relation: "きょうだい", called: "弟", ageBand: "40-49" } as const;
    const tags = [
      { tag: "認知症疑い", of: nameOf(mother) },
      { tag: "社会的孤立", of: nameOf(brother) },
      { tag: "経済的困窮", of: "" },
    ];
    const { subjects } = facts({ answers: { role: said("FAMILY") }, people: [mother, brother], tags });
    expect(subjects.map(({ issueTags }) => issueTags)).toEqual([["認知症疑い", "経済的困窮"], ["社会的孤立"]]);
  });

  it("whoever writes of themselves knows", () =>
    expect(facts({ answers: { role: said("SELF") } }).subjects[0]?.aware).toBe("知っている"));
});

describe("what it is about, and where", () => {
  it.each([
    ["one", { primary: "CARE", others: [] }, "CARE", ["CARE"]],
    ["one first, others too", { primary: "CARE", others: ["INCOME"] }, "CARE", ["CARE", "INCOME"]],
  ])("%s", (_, value, primaryCategory, categories) =>
    expect(facts({ answers: { category: said(value) } })).toMatchObject({ primaryCategory, categories }),
  );

  it("what was only heard is a proposal for staff, never twice", () => {
    const { proposals } = facts({
      answers: { category: said({ primary: "CARE", others: [] }) },
      likely: ["CARE", "HEALTH"],
    });
    expect(proposals).toEqual(["category:HEALTH"]);
  });

  it.each([
    ["one of the office's districts", said({ code: "kita", text: "北のほう" }), "kita", "北のほう"],
    ["a place in other words", said({ code: null, text: "小学校の近く" }), null, "小学校の近く"],
    ["passed over", said(null, "とばす", "skip"), null, ""],
    ["not understood, kept as typed", said(null, "あっちのほう", "kept"), null, "あっちのほう"],
  ])("%s", (_, district, code, text) =>
    expect(facts({ answers: { district } })).toMatchObject({ district: code, districtText: text }),
  );
});

describe("how to reach them", () => {
  it("everything that was said of it", () =>
    expect(
      record({
        answers: {
          contact: said(["LINE", "TEL"], "LINEか電話で"),
          phone: said("090-1234-5678"),
          window: said("平日の夕方"),
          name: said("さとう"),
        },
        avoids: ["家には電話しないで"],
      }).contactPlan,
    ).toEqual({
      channels: ["LINE", "TEL"],
      phone: "090-1234-5678",
      window: "平日の夕方",
      nameToUse: "さとう",
      avoid: "家には電話しないで",
      text: "LINEか電話で",
    }));

  it.each<[string, Partial<State>]>([
    ["somebody must not know", { aware: "知らせてはいけない" }],
    ["somebody else may see the screen", { covered: true }],
  ])("%s: nobody else may learn of it", (_, more) =>
    expect(record(more).contactPlan.avoid).toBe("ほかの人に知られないように"),
  );

  it("nothing said is nothing, not a guess", () =>
    expect(record().contactPlan).toEqual({ channels: [], window: "", phone: "", nameToUse: "", avoid: "", text: "" }));
});

describe("danger", () => {
  const risk = (words: string) => ({ risk: "SELF_HARM", urgency: "E0", words, at: NOON, from: "m1" }) as const;
  it("is told with why, each once", () =>
    expect(facts({ risks: [risk("死にたい等"), risk("死にたい等"), risk("消えたい等")] })).toMatchObject({
      riskTypes: ["SELF_HARM"],
      urgencyReasons: ["SELF_HARM: 死にたい等", "SELF_HARM: 消えたい等"],
    }));

  it("「今あぶない」 is a reason of its own", () =>
    expect(facts({ safety: "NOW" }).urgencyReasons).toEqual(["今あぶない（本人の回答）"]));
});

describe("what was asked and agreed", () => {
  it("every answer with its question as it was shown, in the order of time", () => {
    const answers = { district: said({}, "北", "text", NOON + 2), role: said("SELF", "自分", "text", NOON + 1) };
    expect(facts({ answers, shown: { role: "どなたのことですか。" } }).answers).toEqual([
      { step: "role", question: "どなたのことですか。", answer: "自分", at: NOON + 1 },
      { step: "district", question: "", answer: "北", at: NOON + 2 },
    ]);
  });

  it("what was heard in the story is no answer to a question", () =>
    expect(facts({ answers: { role: said("FAMILY", "母のことで", "heard") } }).answers).toEqual([]));

  it("every consent with the words, the version and the time", () => {
    const line = {
      scope: "RECORD",
      value: "GIVEN",
      version: "ja-1",
      words: "consent",
      method: "LINEボタン",
      at: NOON,
    } as const;
    expect(facts({ consents: [line], shown: { consent: "よろしいですか。" } }).consents).toEqual([
      {
        scope: "RECORD",
        value: "GIVEN",
        textVersion: "ja-1",
        text: "よろしいですか。",
        lang: "ja",
        method: "LINEボタン",
        at: NOON,
      },
    ]);
  });
});

it("a consent stands in the language it was shown in, though the talk turned to another since", () => {
  const line = (version: string) =>
    ({ scope: "RECORD", value: "GIVEN", version, words: "consent", method: "LINEボタン", at: NOON }) as const;
  const consents = [line("ja-easy-2026-11-22"), line("vi-2026-11-22"), line("unusual")];
  expect(facts({ lang: "en", consents }).consents.map(({ lang }) => lang)).toEqual(["ja-easy", "vi", "en"]);
});

describe("where nothing may stay", () => {
  const told: Partial<State> = {
    answers: {
      role: said("FAMILY", "母のことで"),
      category: said({ primary: "CARE", others: [] }, "介護"),
      district: said({ code: "kita", text: "北町の角" }, "北町の角"),
      contact: said(["TEL"], "電話で"),
      phone: said("090-1234-5678", "090-1234-5678"),
      name: said("さとう", "さとう"),
    },
    people: [{ relation: "親", called: "母", ageBand: "75-84" }],
    wishes: ["助けてほしい"],
    avoids: ["家には電話しないで"],
    supports: ["手話"],
    tags: [{ tag: "独居", of: "親 母" }],
    likely: ["HEALTH"],
    flags: ["人と話したい"],
    shown: { check: "1 だれのこと：母" },
    receiptNo: "2026-7KQ4MN",
  };
  const left = wordlessRow(state(told), "demo");

  it("one row that somebody asked, ended as 情報提供で終了", () =>
    expect(left).toMatchObject({
      id: "01JDA",
      status: "INFO_DONE",
      closeReason: "情報提供で終了",
      talk: null,
      receiptNo: null,
      unread: false,
      facts: { flags: ["本文なし"] },
    }));

  it.each(["母", "北町", "kita", "電話", "090", "さとう", "助けて", "手話", "独居", "CARE", "HEALTH", "FAMILY", "key"])(
    "nothing of 「%s」",
    (word) => expect(JSON.stringify(left)).not.toContain(word),
  );

  it("the ledger of consents stays: that nothing was to be recorded was agreed to", () => {
    const line = {
      scope: "RECORD",
      value: "REFUSED",
      version: "ja-1",
      words: "consent",
      method: "LINEボタン",
      at: NOON,
    } as const;
    expect(wordlessRow(state({ ...told, consents: [line] }), "demo").facts.consents).toMatchObject([
      { scope: "RECORD", value: "REFUSED" },
    ]);
  });
});
