// Filing: twice is harmless, older never wins, staff's decisions stay.
import { describe, expect, test } from "vitest";
import type { Urgency } from "../../../src/flow/codes.ts";
import type { Consent, Intake } from "../../../src/intake/intake.ts";
import type { Fresh } from "../contract.ts";
import { entry, facts, filing, intake, message } from "../samples.ts";

const spoken: Consent = {
  scope: "MEETING",
  value: "GIVEN",
  textVersion: "by-hand",
  text: "会議で話し合ってよいと言った",
  lang: "ja",
  method: "口頭",
  at: 5,
};

export function filingContract(fresh: Fresh): void {
  const file = (told: Intake, talkRevision: number, raise: Urgency | null = null) =>
    filing({ intakes: [{ intake: told, raise, talkRevision }] });

  describe("filing", () => {
    test("keeps everything of a record, its words and what happened, in the order of time", async () => {
      const { talks, records } = await fresh();
      const told = intake("i1", { receiptNo: "2026-7KQ4MN", firstHumanReplyAt: 5, linkedFrom: "i0", owner: "s1" });
      const words = [
        message("b", { at: 2 }),
        message("c", { at: 1, kind: "image", text: null, mediaId: "c" }),
        message("a", { at: 2 }),
      ];
      const happened = [entry("y", { at: 3 }), entry("x", { at: 3, by: null, kind: "received", body: {} })];
      await talks.file({ ...file(told, 1), messages: words, entries: happened });
      expect(await records.find("aoba", "i1")).toEqual(told);
      expect(await records.messages("i1")).toEqual([words[1], words[2], words[0]]);
      expect(await records.entries("i1")).toEqual([happened[1], happened[0]]);
    });

    test("the same words and entries twice are kept once, as they were first", async () => {
      const { talks, records } = await fresh();
      await talks.file(filing({ messages: [message("m1")], entries: [entry("x")] }));
      const again = filing({
        messages: [message("m1", { text: "別" }), message("m2")],
        entries: [entry("x", { at: 9 })],
      });
      await talks.file(again);
      expect((await records.messages("i1")).map((row) => row.text)).toEqual([message("m1").text, message("m2").text]);
      expect((await records.entries("i1")).map((row) => row.at)).toEqual([1_000]);
    });

    test("tells which words it has, of whatever record, taken back or not", async () => {
      const { talks, records } = await fresh();
      await talks.file(filing({ messages: [message("m1"), message("m2", { intake: "other" }), message("m3")] }));
      await talks.file(filing({ retractions: [{ messageId: "m3", at: 9 }] }));
      expect(await records.kept(["m1", "m2", "m3", "m4"])).toEqual(new Set(["m1", "m2", "m3"]));
      expect(await records.kept([])).toEqual(new Set());
    });

    test("a record told anew takes the words, and leaves staff what is staff's", async () => {
      const { talks, records } = await fresh();
      await talks.file(file(intake("i1", { receiptNo: "2026-7KQ4MN" }), 1));
      const set = {
        status: "CLOSED",
        closeReason: "課題が解決",
        owner: "s1",
        unread: false,
        firstHumanReplyAt: 5,
      } as const;
      await records.act({ id: "i1", base: 1, set, entry: entry("x") });
      await talks.file(file(intake("i1", { lastAt: 2_000, completeness: "COMPLETE", facts: facts("新") }), 2));
      expect(await records.find("aoba", "i1")).toEqual(
        intake("i1", {
          ...set,
          receiptNo: "2026-7KQ4MN",
          lastAt: 2_000,
          completeness: "COMPLETE",
          facts: facts("新"),
          unread: true,
          revision: 2,
        }),
      );
    });

    test("what staff confirmed stands, in the record and in the queue; the rest is as it is told anew", async () => {
      const { talks, records } = await fresh();
      const confirmed = { primaryCategory: "DEBT", consents: [spoken] } as const;
      const queued = async () =>
        (await records.queue({ office: "aoba", show: "open", limit: 9, offset: 0 })).rows.map(
          ({ category, district }) => `${category} ${district}`,
        );
      await talks.file(file(intake("i1"), 1));
      await records.act({
        id: "i1",
        base: 1,
        set: { confirmed: { ...confirmed, consents: [spoken] } },
        entry: entry("x"),
      });
      expect(await queued()).toEqual(["DEBT north"]);
      const anew = { ...facts(), primaryCategory: "WORK" as const, district: "south" };
      await talks.file(file(intake("i1", { facts: anew }), 2));
      expect(await records.find("aoba", "i1")).toEqual(
        intake("i1", { facts: anew, confirmed: { ...confirmed, consents: [spoken] }, revision: 2 }),
      );
      expect(await queued()).toEqual(["DEBT south"]);
      await records.act({
        id: "i1",
        base: 2,
        set: { confirmed: { ...confirmed, consents: [], district: null } },
        entry: entry("y"),
      });
      await talks.file(file(intake("i1"), 3));
      expect(await queued()).toEqual(["DEBT null"]);
    });

    test.each([
      ["an older revision", 4],
      ["the same revision once more", 5],
    ])("%s changes nothing", async (_, revision) => {
      const { talks, records } = await fresh();
      await talks.file(file(intake("i1"), 5));
      await talks.file(file(intake("i1", { lang: "en", facts: facts("古") }), revision, "E0"));
      expect(await records.find("aoba", "i1")).toEqual(intake("i1"));
    });

    test.each<[standing: Urgency, raise: Urgency | null, then: Urgency]>([
      ["E9", "E0", "E0"],
      ["E3", "E2", "E2"],
      ["E2", "E1", "E1"],
      ["E1", "E2", "E1"],
      ["E0", "E3", "E0"],
      ["E9", "E3", "E9"],
      ["E3", "E9", "E3"],
      ["E2", null, "E2"],
    ])("urgency is only ever raised: %s, raise %s → %s", async (standing, raise, then) => {
      const { talks, records } = await fresh();
      await talks.file(file(intake("old", { urgency: standing }), 1));
      await talks.file(file(intake("old", { urgency: "E9" }), 2, raise));
      await talks.file(file(intake("new", { urgency: standing }), 1, raise));
      expect((await records.find("aoba", "old"))?.urgency).toBe(then);
      expect((await records.find("aoba", "new"))?.urgency).toBe(then);
    });

    test("a record that stands twice in one filing ends at its newest revision, and every raise counts", async () => {
      const { talks, records } = await fresh();
      const newest = { intake: intake("i1", { lang: "en" }), raise: null, talkRevision: 3 };
      const danger = { intake: intake("i1"), raise: "E1" as const, talkRevision: 2 };
      const first = { intake: intake("i1"), raise: null, talkRevision: 1 };
      await talks.file(filing({ intakes: [newest, danger, first] }));
      expect(await records.find("aoba", "i1")).toEqual(intake("i1", { lang: "en", urgency: "E1" }));
    });

    test("words that are taken back go, in the filing that brings them too; that they were there stays", async () => {
      const { talks, records } = await fresh();
      const japanese = { japanese: "いま、返事がありません" };
      await talks.file(
        filing({ messages: [message("m1", japanese), message("m2")], retractions: [{ messageId: "m2", at: 7 }] }),
      );
      await talks.file(
        filing({
          retractions: [
            { messageId: "m1", at: 8 },
            { messageId: "unknown", at: 8 },
          ],
        }),
      );
      await talks.file(filing({ messages: [message("m1", japanese)], retractions: [{ messageId: "m1", at: 99 }] }));
      expect(await records.messages("i1")).toEqual([
        message("m1", { text: null, retractedAt: 8 }),
        message("m2", { text: null, retractedAt: 7 }),
      ]);
    });
  });
}
