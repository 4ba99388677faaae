// One row of the talks cannot be opened any more; the others must not feel it.
import { expect } from "vitest";
import type { Store } from "../../src/ports.ts";
import { gathered, move } from "./samples.ts";

/** @param run one statement on the store's own database */
export async function damaged({ talks, records }: Store, run: (sql: string) => Promise<void>): Promise<void> {
  const keysOf = async (keys: string[]): Promise<string[]> => [...(await talks.load(keys, [])).talks.keys()];
  await talks.commit([
    move("k1", 0, { intake: "i1", dueAt: 1 }),
    move("k2", 0, { intake: "i2", dueAt: 2 }),
    move("k3", 0, { intake: "i3", dueAt: 3 }),
  ]);
  await run(`UPDATE "Talk" SET sealed = 'AQID' WHERE "key" = 'k2'`);
  expect((await gathered(records.drafts("aoba"))).map(({ key }) => key)).toEqual(["k1", "k3"]);
  expect(await records.talkOf("i2")).toBe(null);
  expect(await records.unreadable("aoba")).toBe(0);
  expect(await keysOf(["k1", "k2", "k3"])).toEqual(["k1", "k3"]);
  expect(await talks.due(9, 9)).toEqual(["k1", "k3"]);
  expect([await records.unreadable("aoba"), await records.unreadable("elsewhere")]).toEqual([1, 0]);
  const { rows } = await records.queue({ office: "aoba", show: "draft", limit: 9, offset: 0 });
  expect(rows.map(({ id }) => id)).toEqual(["i1", "i3"]);
  expect(await talks.commit([move("k2", 0, { intake: "i4" })])).toEqual(new Set(["k2"]));
  expect(await keysOf(["k2"])).toEqual(["k2"]);
  expect((await records.talkOf("i4"))?.key).toBe("k2");
  expect(await records.unreadable("aoba")).toBe(1);
}
