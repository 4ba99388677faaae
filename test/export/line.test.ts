// One record as one line: every documented field, in a stable order, and nothing lost on the way.
import { describe, expect, it } from "vitest";
import { draftLine, FIELDS, recordLine } from "../../src/export/line.ts";
import { freshState } from "../../src/flow/state.ts";
import type { Intake, Message } from "../../src/intake/intake.ts";
import type { Store, Talk } from "../../src/ports.ts";
import { memoryStore } from "../../src/store/memory.ts";
import { NOON, record } from "../admin/town.ts";

const DOCUMENTED = [
  "receiptNo",
  "receivedAt",
  "office",
  "completeness",
  "status",
  "urgency",
  "urgencyReasons",
  "riskTypes",
  "flags",

  "reporter",
  "subjects",
  "primaryCategory",
  "categories",
  "district",
  "contactPlan",
  "safeToPush",
  "blocked",
  "lang",
  "needsSupport",
  "wish",
  "proposals",
  "linkedFrom",
  "consents",
  "answers",
  "messages",
];

const message = (id: string, more: Partial<Message> = {}): Message => ({
  id,
  office: "demo",
  intake: "01A",
  at: NOON,
  direction: "in",
  kind: "text",
  text: "母のことで",
  mediaId: null,
  retractedAt: null,
  by: null,
  ...more,
});

async function filed(intakes: Intake[], messages: Message[] = []): Promise<Store> {
  const store = memoryStore();
  const rows = intakes.map((intake) => ({ intake, raise: null, talkRevision: 1 }));
  await store.talks.file({ messages, intakes: rows, entries: [], retractions: [] });
  return store;
}

const lineOf = async (intake: Intake, messages: Message[] = [], others: Intake[] = []) =>
  recordLine(await filed([intake, ...others], messages), intake);

describe("a record", () => {
  it.each(DOCUMENTED)("has %s", async (field) => expect(await lineOf(record())).toHaveProperty(field));

  it("has its fields in the order that is documented", async () =>
    expect(Object.keys(await lineOf(record()))).toEqual([...FIELDS]));

  it.each([
    ["reporter", ["role", "anonymous"]],
    ["contactPlan", ["channels", "window", "phone", "nameToUse", "avoid", "text"]],
  ] as const)("%s holds %j", async (field, keys) =>
    expect(Object.keys((await lineOf(record()))[field] as object)).toEqual(expect.arrayContaining([...keys])),
  );

  it("subjects, consents, answers and messages hold what is documented", async () => {
    const consent = {
      scope: "RECORD",
      value: "GIVEN",
      textVersion: "ja-1",
      text: "…",
      lang: "ja",
      method: "LINEボタン",
      at: NOON,
    } as const;
    const answer = { step: "role", question: "どなたのことですか。", answer: "自分のこと", at: NOON };
    const line = await lineOf(record({ facts: { consents: [consent], answers: [answer] } }), [message("m1")]);
    const keysOf = (field: "subjects" | "consents" | "answers" | "messages") =>
      Object.keys((line[field] as object[])[0] ?? {});
    expect(keysOf("subjects")).toEqual(
      expect.arrayContaining(["relation", "ageBand", "district", "aware", "issueTags"]),
    );
    expect(keysOf("consents")).toEqual(
      expect.arrayContaining(["scope", "value", "textVersion", "lang", "method", "at"]),
    );
    expect(keysOf("answers")).toEqual(expect.arrayContaining(["question", "answer"]));
    expect(keysOf("messages")).toEqual(expect.arrayContaining(["at", "direction", "kind", "text", "mediaId"]));
  });

  it("times are ISO 8601", async () => {
    const line = await lineOf(record({ receivedAt: NOON, firstHumanReplyAt: null }), [message("m1")]);
    expect([line.receivedAt, line.firstHumanReplyAt]).toEqual(["2026-11-24T03:00:00.000Z", null]);
    expect((line.messages as { at: string }[])[0]?.at).toBe("2026-11-24T03:00:00.000Z");
  });

  it("messages stand in the order they happened; what was taken back has no words but its mark", async () => {
    const back = message("m2", { at: NOON + 1, text: null, retractedAt: NOON + 9 });
    const answer = message("m3", { at: NOON + 2, direction: "staff", text: "お電話します", by: "hana" });
    const line = await lineOf(record(), [answer, back, message("m1")]);
    expect(line.messages).toMatchObject([
      { direction: "in", text: "母のことで" },
      { text: null, retractedAt: "2026-11-24T03:00:00.009Z" },
      { direction: "staff", text: "お電話します" },
    ]);
  });

  it("is one line of JSON, whatever was written", async () => {
    const text = '改行\nと\u2028と"と\\と😭と\u0000';
    const json = JSON.stringify(await lineOf(record(), [message("m1", { text })]));
    expect(json).not.toContain("\n");
    expect((JSON.parse(json) as { messages: { text: string }[] }).messages[0]?.text).toBe(text);
  });

  it("names the record before it by its number", async () => {
    const before = record({ id: "01B", receiptNo: "2026-3KQ4MN" });
    expect((await lineOf(record({ linkedFrom: "01B" }), [], [before])).linkedFrom).toBe("2026-3KQ4MN");
  });

  it("carries 秘匿 as a flag, and is not left out", async () =>
    expect((await lineOf(record({ facts: { flags: ["秘匿"] } }))).flags).toContain("秘匿"));
});

describe("a talk that is no record yet", () => {
  const talk: Talk = {
    key: "key",
    office: "demo",
    person: "U1",
    revision: 1,
    state: { ...freshState("intake", "1", "ja"), intake: "01C", startedAt: NOON, lastAt: NOON },
    seen: [],
    unfiled: [message("m1", { intake: "01C" })],
    owed: [],
  };

  it("is a DRAFT without a number, with the same fields", async () => {
    const line = await draftLine(memoryStore(), talk);
    expect(line).toMatchObject({
      status: "DRAFT",
      completeness: "DRAFT",
      receiptNo: null,
      receivedAt: "2026-11-24T03:00:00.000Z",
    });
    expect(Object.keys(line)).toEqual([...FIELDS]);
  });

  it("holds its words once, filed or not", async () => {
    const store = await filed([], [message("m1", { intake: "01C" })]);
    expect((await draftLine(store, talk)).messages).toHaveLength(1);
  });

  it("holds no LINE id", async () =>
    expect(JSON.stringify(await draftLine(memoryStore(), talk))).not.toMatch(/U1|"key"/));
});
