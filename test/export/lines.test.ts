// The whole export: every record and every talk once, in order, also where a talk is filed while we read.
import { expect, it } from "vitest";
import { linesOf } from "../../src/export/lines.ts";
import { freshState } from "../../src/flow/state.ts";
import type { Intake } from "../../src/intake/intake.ts";
import type { Filing, Move, Store } from "../../src/ports.ts";
import { memoryStore } from "../../src/store/memory.ts";
import { record } from "../admin/town.ts";
import { filing, move } from "../store/samples.ts";

const filingOf = (...intakes: Intake[]): Filing =>
  filing({ intakes: intakes.map((intake) => ({ intake, raise: null, talkRevision: 1 })) });

async function filed(...intakes: Intake[]): Promise<Store> {
  const store = memoryStore();
  await store.talks.file(filingOf(...intakes));
  return store;
}

/** The talk that fills this record, as it stands after `base` and one more. */
function talk(intake: string, base: number, draft: boolean): Move {
  const plain = move("key", base, { intake, draft, receivedAt: 2 });
  const state = { ...freshState("intake", "1", "ja"), intake, startedAt: 2, lastAt: 2 };
  return { ...plain, talk: { ...plain.talk, office: "demo", state } };
}

/** [id, status] of each line. */
async function lines(store: Store, all = false): Promise<unknown[][]> {
  const found: unknown[][] = [];
  for await (const { id, status } of linesOf(store, "demo", { all })) found.push([id, status]);
  return found;
}

/** Two records and a talk between them in age, which is filed when the records have been read so far. */
async function filedWhileRead(when: "before any" | "after the first" | "after the last"): Promise<Store> {
  const store = await filed(record({ id: "1", receivedAt: 1 }), record({ id: "3", receivedAt: 3 }));
  await store.talks.commit([talk("2", 0, true)]);
  const filing = filingOf(record({ id: "2", receivedAt: 2 }));
  const fileIt = () => store.talks.commit([{ ...talk("2", 1, false), filing }]);
  return {
    ...store,
    records: {
      ...store.records,
      async *all(office, range) {
        if (when === "before any") await fileIt();
        for await (const intake of store.records.all(office, range)) {
          yield intake;
          if (when === "after the first" && intake.id === "1") await fileIt();
        }
        if (when === "after the last") await fileIt();
      },
    },
  };
}

it("stands in the order of receivedAt, then id, always the same", async () => {
  const rows = [
    record({ id: "3", receivedAt: 5 }),
    record({ id: "1", receivedAt: 9 }),
    record({ id: "2", receivedAt: 5 }),
  ];
  const ids = async (intakes: Intake[]) => (await lines(await filed(...intakes))).map(([id]) => id);
  expect(await ids(rows)).toEqual(["2", "3", "1"]);
  expect(await ids(rows.toReversed())).toEqual(["2", "3", "1"]);
});

it("is of this office only", async () =>
  expect(await lines(await filed(record({ id: "1" }), record({ id: "2", office: "midori" })))).toHaveLength(1));

it("holds talks only where all is asked for", async () => {
  const store = await filed(record({ id: "1" }));
  await store.talks.commit([talk("2", 0, true)]);
  expect(await lines(store)).toEqual([["1", "RECEIVED"]]);
  expect(await lines(store, true)).toEqual([
    ["1", "RECEIVED"],
    ["2", "DRAFT"],
  ]);
});

it.each(["before any", "after the first", "after the last"] as const)(
  "holds a talk once that is filed %s of the records has been read",
  async (when) => {
    const ids = (await lines(await filedWhileRead(when), true)).map(([id]) => Number(id));
    expect(ids.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  },
);
