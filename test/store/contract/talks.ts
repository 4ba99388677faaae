// Talks: nothing is lost, and nothing is written over.
import { describe, expect, test } from "vitest";
import type { Owed, TalkStore } from "../../../src/ports.ts";
import type { Fresh } from "../contract.ts";
import { entry, facts, filedWith, filing, gathered, intake, message, move } from "../samples.ts";

export function talkContract(fresh: Fresh): void {
  describe("a talk", () => {
    test("comes back as it was committed, many at once", async () => {
      const { talks } = await fresh();
      const moves = ["k1", "k2", "k3"].map((key) => move(key, 0, {}, [message(`${key}-m`)]));
      expect(await talks.commit(moves)).toEqual(new Set(["k1", "k2", "k3"]));
      const loaded = await talks.load(["k1", "k3", "nobody"], []);
      expect([...loaded.talks.keys()].sort()).toEqual(["k1", "k3"]);
      expect(loaded.talks.get("k1")).toEqual(moves[0]?.talk);
    });

    test.each([
      ["a second beginning", 0],
      ["an older revision", 1],
      ["a revision nobody wrote", 7],
    ])("is not written over by %s", async (_, base) => {
      const { talks } = await fresh();
      await talks.commit([move("k1", 0)]);
      await talks.commit([move("k1", 1)]);
      expect(await talks.commit([move("k1", base), move("k2", 0)])).toEqual(new Set(["k2"]));
      expect((await talks.load(["k1"], [])).talks.get("k1")?.revision).toBe(2);
    });

    describe("what was done", () => {
      const says = (id: string) => ({ do: "say", id }) as unknown as Owed;
      const owing = (key: string, base: number, ...ids: string[]) => {
        const one = move(key, base, { dueAt: 5 });
        return { ...one, talk: { ...one.talk, owed: ids.map(says) } };
      };
      const standing = async (talks: TalkStore, key = "k1") => {
        const talk = (await talks.load([key], [])).talks.get(key);
        return [talk?.revision, talk?.owed.map(({ id }) => id)];
      };

      test("is struck out of rows that stay as they are otherwise, one after the other", async () => {
        const { talks } = await fresh();
        await talks.commit([owing("k1", 0, "a", "b", "c"), owing("k2", 0, "a", "b")]);
        const before = (await talks.load(["k1"], [])).talks.get("k1");
        const [one, two] = ["k1", "k2"].map((key) => ({ key, base: 1, ids: ["b"], dueAt: 9 }));
        expect(await talks.strike([one!, two!])).toEqual(new Set(["k1", "k2"]));
        expect((await talks.load(["k1"], [])).talks.get("k1")).toEqual({
          ...before,
          revision: 2,
          owed: [says("a"), says("c")],
        });
        expect(await talks.strike([{ key: "k1", base: 2, ids: ["a", "c"], dueAt: null }])).toEqual(new Set(["k1"]));
        expect([await standing(talks), await standing(talks, "k2")]).toEqual([
          [3, []],
          [2, ["a"]],
        ]);
        expect(await talks.due(9, 10)).toEqual(["k2"]);
      });

      test("is not struck out of a row that moved, or that is gone", async () => {
        const { talks } = await fresh();
        await talks.commit([owing("k1", 0, "a")]);
        await talks.commit([owing("k1", 1, "a")]);
        const late = { key: "k1", base: 1, ids: ["a"], dueAt: null };
        expect(await talks.strike([late, { ...late, key: "k9", base: 0 }])).toEqual(new Set());
        expect(await standing(talks)).toEqual([2, ["a"]]);
      });

      test("holds up a move that began before", async () => {
        const { talks } = await fresh();
        await talks.commit([owing("k1", 0, "a")]);
        await talks.strike([{ key: "k1", base: 1, ids: ["a"], dueAt: null }]);
        expect(await talks.commit([owing("k1", 1, "a", "b")])).toEqual(new Set());
        expect(await talks.commit([owing("k1", 2, "b")])).toEqual(new Set(["k1"]));
        expect(await standing(talks)).toEqual([3, ["b"]]);
      });

      test("is forgotten with the words it was struck out of: owed again, it is owed", async () => {
        const { talks } = await fresh();
        await talks.commit([owing("k1", 0, "a", "b")]);
        await talks.strike([{ key: "k1", base: 1, ids: ["a"], dueAt: 5 }]);
        await talks.commit([owing("k1", 2, "a", "b")]);
        expect(await standing(talks)).toEqual([3, ["a", "b"]]);
      });

      test.each(["a b", "b%20c", "ことば:1"])("is found again by whatever id it has: %s", async (id) => {
        const { talks } = await fresh();
        await talks.commit([owing("k1", 0, "a", id, "b")]);
        await talks.strike([{ key: "k1", base: 1, ids: [id], dueAt: 5 }]);
        expect(await standing(talks)).toEqual([2, ["a", "b"]]);
      });
    });

    test("is not begun by a move that thinks it is older", async () => {
      const { talks } = await fresh();
      expect(await talks.commit([move("k1", 3)])).toEqual(new Set());
      expect((await talks.load(["k1"], [])).talks.size).toBe(0);
    });

    test("files the words of a move with it, and those of a move that did not hold not at all", async () => {
      const { talks, records } = await fresh();
      await talks.commit([filedWith(move("k1", 0), { messages: [message("m1"), message("m2", { at: 2_000 })] })]);
      expect((await records.messages("i1")).map(({ id }) => id)).toEqual(["m1", "m2"]);
      const late = filedWith(move("k1", 0), { messages: [message("late")] });
      const fresher = filedWith(move("k2", 0), { messages: [message("m3", { at: 3_000 })] });
      expect(await talks.commit([late, fresher])).toEqual(new Set(["k2"]));
      expect((await records.messages("i1")).map(({ id }) => id)).toEqual(["m1", "m2", "m3"]);
    });

    test("of two who write at once, the words of the one who wins are filed", async () => {
      const { talks, records } = await fresh();
      await talks.commit([move("k1", 0)]);
      const all = ["a", "b", "c"].map((id) => filedWith(move("k1", 1), { messages: [message(id)] }));
      const won = await Promise.all(all.map((one) => talks.commit([one])));
      const winner = all[won.findIndex((keys) => keys.has("k1"))]?.filing?.messages[0]?.id;
      expect((await records.messages("i1")).map(({ id }) => id)).toEqual([winner]);
    });

    test("files its record and what happened with it, and takes words back; all of it only where it holds", async () => {
      const { talks, records } = await fresh();
      const told = (receiptNo: string, talkRevision: number) => ({
        intakes: [{ intake: intake("i1", { receiptNo }), raise: null, talkRevision }],
      });
      await talks.commit([filedWith(move("k1", 0), { messages: [message("m1"), message("m2")] })]);
      const retractions = [{ messageId: "m1", at: 7 }];
      const held = filedWith(move("k1", 1), { ...told("2026-7KQ4MN", 2), entries: [entry("x")], retractions });
      const late = filedWith(move("k1", 1), {
        ...told("2026-AAAAAA", 3),
        entries: [entry("y")],
        retractions: [{ messageId: "m2", at: 8 }],
      });
      expect(await talks.commit([held])).toEqual(new Set(["k1"]));
      expect(await talks.commit([late])).toEqual(new Set());
      expect((await records.find("aoba", "i1"))?.receiptNo).toBe("2026-7KQ4MN");
      expect((await records.entries("i1")).map(({ id }) => id)).toEqual(["x"]);
      expect((await records.messages("i1")).map(({ retractedAt }) => retractedAt)).toEqual([7, null]);
    });

    test("does not hold where another record has its receipt number; one that is filed already keeps its own", async () => {
      const { talks, records } = await fresh();
      const filed = (key: string, base: number, id: string, receiptNo: string) =>
        filedWith(move(key, base, { intake: id }), {
          messages: [message(`${key}-${base}`, { intake: id })],
          intakes: [{ intake: intake(id, { talk: key, receiptNo }), raise: null, talkRevision: base + 1 }],
        });
      const [taken, other] = ["2026-7KQ4MN", "2026-AAAAAA"];
      await talks.commit([filed("k1", 0, "i1", taken)]);
      expect(await talks.commit([filed("k2", 0, "i2", taken), filed("k3", 0, "i3", other)])).toEqual(new Set(["k3"]));
      expect([await records.find("aoba", "i2"), await records.messages("i2")]).toEqual([null, []]);
      await talks.file(
        filing({ intakes: [{ intake: intake("by-hand", { receiptNo: other }), raise: null, talkRevision: 1 }] }),
      );
      expect(await talks.commit([filed("k1", 1, "i1", taken), filed("k3", 1, "i3", other)])).toEqual(
        new Set(["k1", "k3"]),
      );
    });

    test("files no words of a record that was erased", async () => {
      const { talks, records } = await fresh();
      await talks.commit([move("k1", 0)]);
      await talks.erase({ key: "k1", base: 1, leave: intake("i1"), seen: [], intake: "i1" });
      await talks.commit([filedWith(move("k2", 0), { messages: [message("m1")] })]);
      expect(await records.messages("i1")).toEqual([]);
    });

    test("of two who write at once one wins", async () => {
      const { talks } = await fresh();
      await talks.commit([move("k1", 0)]);
      const won = await Promise.all([1, 2, 3].map(() => talks.commit([move("k1", 1)])));
      expect(won.filter((keys) => keys.has("k1")).length).toBe(1);
    });

    test("is due when its time has come, the oldest first", async () => {
      const { talks } = await fresh();
      const times: [string, number | null][] = [
        ["k1", 300],
        ["k2", 100],
        ["k3", null],
        ["k4", 200],
        ["k5", 900],
      ];
      await talks.commit(times.map(([key, dueAt]) => move(key, 0, { dueAt })));
      expect(await talks.due(300, 10)).toEqual(["k2", "k4", "k1"]);
      expect(await talks.due(300, 2)).toEqual(["k2", "k4"]);
      expect(await talks.due(99, 10)).toEqual([]);
    });

    test("an empty batch is no harm", async () => {
      const { talks } = await fresh();
      expect(await talks.commit([])).toEqual(new Set());
      expect(await talks.load([], [])).toEqual({ talks: new Map(), gone: new Set(), before: new Map(), unheard: [] });
      await talks.file(filing({}));
    });
  });

  describe("an erased talk", () => {
    const erasure = {
      key: "k1",
      seen: ["e0", "e1"],
      intake: "i1",
      leave: intake("i1", { talk: null, facts: facts("") }),
    };
    const begun = async () => {
      const store = await fresh();
      await store.talks.commit([move("k1", 0)]);
      await store.talks.file(filing({ messages: [message("m1"), message("m2", { intake: "other" })] }));
      return store;
    };

    test("leaves a wordless record, and its events are still known as seen", async () => {
      const { talks, records } = await begun();
      expect(await talks.erase({ ...erasure, base: 1 })).toBe(true);
      const { talks: left, gone } = await talks.load(["k1"], ["e0", "e1", "e2"]);
      expect(left.size).toBe(0);
      expect(gone).toEqual(new Set(["e0", "e1"]));
      expect(await records.messages("i1")).toEqual([]);
      expect(await records.find("aoba", "i1")).toEqual(erasure.leave);
      expect(await gathered(records.drafts("aoba"))).toEqual([]);
      expect((await records.messages("other")).length).toBe(1);
    });

    test("is not erased when it moved meanwhile; then nothing changes", async () => {
      const { talks, records } = await begun();
      await talks.commit([move("k1", 1)]);
      expect(await talks.erase({ ...erasure, base: 1 })).toBe(false);
      const { talks: left, gone } = await talks.load(["k1"], ["e0"]);
      expect([left.size, gone.size]).toEqual([1, 0]);
      expect((await records.messages("i1")).length).toBe(1);
      expect(await records.find("aoba", "i1")).toBeNull();
    });

    test("is not brought back by words that are filed late", async () => {
      const { talks, records } = await begun();
      await talks.erase({ ...erasure, base: 1 });
      await talks.file(
        filing({ messages: [message("m3")], intakes: [{ intake: intake("i1"), raise: "E0", talkRevision: 9 }] }),
      );
      expect(await records.messages("i1")).toEqual([]);
      expect(await records.find("aoba", "i1")).toEqual(erasure.leave);
    });

    test("takes its pictures along, those still on the way too", async () => {
      const { talks, media } = await begun();
      const picture = { id: "p1", office: "aoba", intake: "i1", type: "image/png", state: "kept" as const };
      await media.keep(picture, only([1, 2, 3]));
      await talks.erase({ ...erasure, base: 1 });
      expect(await media.find("p1")).toBeNull();
      expect(await media.keep({ ...picture, id: "p2" }, only([1]))).toMatchObject({ state: "retracted", size: 0 });
      expect(await gathered(media.read("p2"))).toEqual([]);
    });

    test("may begin anew", async () => {
      const { talks } = await begun();
      await talks.erase({ ...erasure, base: 1 });
      expect(await talks.commit([move("k1", 0)])).toEqual(new Set(["k1"]));
    });
  });
}

async function* only(bytes: number[]): AsyncIterable<Uint8Array> {
  yield new Uint8Array(bytes);
}
