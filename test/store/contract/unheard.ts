// What waits to be heard: kept as it came, given with its talk until it was heard.
import { describe, expect, test } from "vitest";
import type { Fresh } from "../contract.ts";
import { intake, move, unheard } from "../samples.ts";

export function unheardContract(fresh: Fresh): void {
  describe("what was said and not heard yet", () => {
    test("comes back with its talk, whole, whether there is a talk or not, until it was heard", async () => {
      const { talks } = await fresh();
      await talks.commit([move("k1", 0), move("k2", 0)]);
      const said = [unheard("e1", "k1"), unheard("e2", "k1"), unheard("e3", "new"), unheard("e4", "k2")];
      await talks.keep(said);
      const loaded = async (...keys: string[]) =>
        (await talks.load(keys, [])).unheard.toSorted((a, b) => (a.arrival.id < b.arrival.id ? -1 : 1));
      const given = said.map(({ key, arrival }) => ({ key, arrival }));
      expect(await loaded("k1", "new")).toEqual(given.slice(0, 3));
      await talks.heard(["e1", "e3", "nobody's"]);
      expect(await loaded("k1", "k2", "new")).toEqual([given[1], given[3]]);
      expect([...(await talks.load(["k1", "new"], [])).talks.keys()]).toEqual(["k1"]);
    });

    test("that comes twice stands once, and is due anew", async () => {
      const { talks } = await fresh();
      await talks.keep([unheard("e1", "k1", { dueAt: 5 })]);
      const again = unheard("e1", "k1", { dueAt: 50 });
      await talks.keep([again, unheard("e2", "k2", { dueAt: 6 }), again]);
      expect((await talks.load(["k1"], [])).unheard.length).toBe(1);
      expect([await talks.due(49, 9), await talks.due(50, 9)]).toEqual([["k2"], ["k2", "k1"]]);
    });

    test("is put off, and what was heard meanwhile stays heard", async () => {
      const { talks } = await fresh();
      await talks.keep([unheard("e1", "k1", { dueAt: 5 }), unheard("e2", "k2", { dueAt: 5 })]);
      await talks.heard(["e2"]);
      await talks.putOff(["e2", "e1"], 50);
      expect([await talks.due(49, 9), await talks.due(50, 9)]).toEqual([[], ["k1"]]);
    });

    test("makes its talk due, once, among those that are due for something else", async () => {
      const { talks } = await fresh();
      await talks.commit([move("k1", 0, { dueAt: 7 }), move("k2", 0, { dueAt: 3 }), move("k3", 0, { dueAt: null })]);
      await talks.keep([unheard("e1", "k1", { dueAt: 2 }), unheard("e2", "k1", { dueAt: 4 })]);
      await talks.keep([unheard("e3", "k3", { dueAt: 5 }), unheard("e4", "k4", { dueAt: 99 })]);
      expect(await talks.due(9, 9)).toEqual(["k1", "k2", "k3"]);
      expect(await talks.due(9, 1)).toEqual(["k1", "k2"]);
      await talks.heard(["e1", "e2", "e3"]);
      expect(await talks.due(9, 9)).toEqual(["k2", "k1"]);
    });

    test("is known as gone where its talk was erased meanwhile", async () => {
      const { talks } = await fresh();
      await talks.commit([move("k1", 0)]);
      await talks.keep([unheard("e1", "k1"), unheard("e2", "k1")]);
      await talks.erase({ key: "k1", base: 1, leave: intake("i1"), seen: ["e1"], intake: "i1" });
      const { gone, unheard: waits } = await talks.load(["k1"], []);
      expect([[...gone], waits.length]).toEqual([["e1"], 2]);
    });
  });
}
