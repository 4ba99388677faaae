// Talks: nothing is lost, and nothing is written over.
import { describe, expect, test } from "vitest";
import type { Fresh } from "../contract.ts";
import { facts, filing, gathered, intake, message, move } from "../samples.ts";

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

    test("is not begun by a move that thinks it is older", async () => {
      const { talks } = await fresh();
      expect(await talks.commit([move("k1", 3)])).toEqual(new Set());
      expect((await talks.load(["k1"], [])).talks.size).toBe(0);
    });

    test("files the words of a move with it, and those of a move that did not hold not at all", async () => {
      const { talks, records } = await fresh();
      await talks.commit([{ ...move("k1", 0), words: [message("m1"), message("m2", { at: 2_000 })] }]);
      expect((await records.messages("i1")).map(({ id }) => id)).toEqual(["m1", "m2"]);
      const late = { ...move("k1", 0), words: [message("late")] };
      const fresher = { ...move("k2", 0), words: [message("m3", { at: 3_000 })] };
      expect(await talks.commit([late, fresher])).toEqual(new Set(["k2"]));
      expect((await records.messages("i1")).map(({ id }) => id)).toEqual(["m1", "m2", "m3"]);
    });

    test("of two who write at once, the words of the one who wins are filed", async () => {
      const { talks, records } = await fresh();
      await talks.commit([move("k1", 0)]);
      const all = ["a", "b", "c"].map((id) => ({ ...move("k1", 1), words: [message(id)] }));
      const won = await Promise.all(all.map((one) => talks.commit([one])));
      const winner = all[won.findIndex((keys) => keys.has("k1"))]?.words[0]?.id;
      expect((await records.messages("i1")).map(({ id }) => id)).toEqual([winner]);
    });

    test("files no words of a record that was erased", async () => {
      const { talks, records } = await fresh();
      await talks.commit([move("k1", 0)]);
      await talks.erase({ key: "k1", base: 1, leave: intake("i1"), seen: [], intake: "i1" });
      await talks.commit([{ ...move("k2", 0), words: [message("m1")] }]);
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
      expect(await talks.load([], [])).toEqual({ talks: new Map(), gone: new Set() });
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
