// One row of the talks cannot be opened any more; the others must not feel it.
import { expect } from "vitest";
import type { Store } from "../../src/ports.ts";
import { entry, filing, gathered, intake, message, move, unheard } from "./samples.ts";

/** One record cannot be opened: the others are given, and then it is told which is missing. */
export async function damagedRecord({ talks, records }: Store, run: (sql: string) => Promise<void>): Promise<void> {
  const intakes = ["i1", "i2", "i3"].map((id, n) => intake(id, { receivedAt: n, receiptNo: `2026-${id}` }));
  await talks.file(filing({ intakes: intakes.map((one) => ({ intake: one, raise: null, talkRevision: 1 })) }));
  await run(`UPDATE "Intake" SET facts = 'AQID' WHERE id = 'i2'`);
  const given: string[] = [];
  const reading = async (): Promise<void> => {
    for await (const { id } of records.all("aoba", {})) given.push(id);
  };
  await expect(reading()).rejects.toThrow(/読めない受付票があります: 2026-i2。/);
  expect(given).toEqual(["i1", "i3"]);
}

/** A word and a note cannot be opened: they say so, and all that stands beside them is read. */
export async function damagedWords({ talks, records }: Store, run: (sql: string) => Promise<void>): Promise<void> {
  const messages = ["m1", "m2", "m3"].map((id, at) => message(id, { at }));
  await talks.file(filing({ messages, entries: [entry("e1", { at: 1 }), entry("e2", { at: 2 })] }));
  await run(`UPDATE "Message" SET text = 'AQID' WHERE id = 'm2'; UPDATE "Entry" SET sealed = 'AQID' WHERE id = 'e1'`);
  const damaged = { direction: "in", kind: "other", by: null, text: null, damaged: true };
  expect(await records.messages("i1")).toEqual([messages[0], { ...messages[1], ...damaged }, messages[2]]);
  expect((await records.entries("i1")).map((one) => one.damaged ?? one.body)).toEqual([true, entry("e2").body]);
}

/** What somebody said cannot be opened: what others say is heard, and staff are told. */
export async function damagedUnheard({ talks, records }: Store, run: (sql: string) => Promise<void>): Promise<void> {
  await talks.keep([unheard("e1", "k1"), unheard("e2", "k1")]);
  await run(`UPDATE "Unheard" SET sealed = 'AQID' WHERE id = 'e1'`);
  for (const _ of ["first", "again"])
    expect((await talks.load(["k1"], [])).unheard.map(({ arrival }) => arrival.id)).toEqual(["e2"]);
  expect([await records.unreadable("aoba"), await records.unreadable("elsewhere")]).toEqual([1, 0]);
  await talks.heard(["e2"]);
  expect(await talks.due(1e15, 9)).toEqual([]);
}

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
