// The staff's queries with a million records and ten million messages, against ten thousand records. As many are open
// in both: what a town has ended over the years is what grows.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteStore } from "../../../src/store/sqlite.ts";
import type { Store } from "../../../src/ports.ts";
import { entry, filing, intake, message } from "../../store/samples.ts";
import { fill } from "../fill.ts";
import { atMost, median, type Bench, type Measure } from "../measure.ts";
import { DATA_KEY } from "../server.ts";

const [SMALL, BIG] = [10_000, 1_000_000];
const OFFICE = "aoba";
const RECORD = "the-one-that-is-read";
const TIMES = 200;

type Asks = Record<string, (store: Store) => Promise<unknown>>;

const PAGES: Record<"queue" | "record page", Asks> = {
  queue: {
    open: ({ records }) => records.queue({ office: OFFICE, show: "open", limit: 50, offset: 0 }),
    urgent: ({ records }) => records.queue({ office: OFFICE, show: "open", urgency: "E1", limit: 50, offset: 0 }),
    mine: ({ records }) => records.queue({ office: OFFICE, show: "open", owner: "s1", limit: 50, offset: 0 }),
    longest: ({ records }) => records.longest(OFFICE),
    waiting: ({ records }) => records.waiting(OFFICE, { id: RECORD, receivedAt: Date.now(), urgent: false }),
  },
  "record page": {
    record: ({ records }) => records.find(OFFICE, RECORD),
    messages: ({ records }) => records.messages(RECORD),
    entries: ({ records }) => records.entries(RECORD),
    talk: ({ records }) => records.talkOf(RECORD),
    number: ({ records }) => records.findByReceipt(OFFICE, "2026-7KQ4MN"),
  },
};

export const big: Measure = {
  name: "big",
  async run(bench) {
    const [small, large] = [await times(bench, SMALL * bench.scale), await times(bench, BIG * bench.scale)];
    const lines = Object.entries(PAGES).map(([page, asks]) => {
      const sum = (of: Record<string, number>): number =>
        Object.keys(asks).reduce((all, ask) => all + (of[ask] ?? 0), 0);
      const [one, other] = [sum(small), sum(large)];
      const more = `${other.toFixed(2)} : ${one.toFixed(2)} ms`;
      const what = `${page}: ${(BIG * bench.scale).toLocaleString("en")} records against ${(SMALL * bench.scale).toLocaleString("en")}`;
      return atMost(what, other / one, 1.3, "×", more);
    });
    return { rounds: { small, large }, lines };
  },
};

// --- internal ---

/** Milliseconds, the median of many, by what was asked. */
async function times({ say }: Bench, records: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), "uketome-bench-big-"));
  const file = join(folder, "uketome.sqlite");
  const url = `file:${file}`;
  try {
    await (await sqliteStore({ url, dataKey: DATA_KEY })).close();
    const begun = performance.now();
    fill(file, records, OFFICE);
    say(`${records} records in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    const store = await sqliteStore({ url, dataKey: DATA_KEY });
    await store.talks.file(one());
    const found: Record<string, number> = {};
    for (const [name, ask] of Object.values(PAGES).flatMap((asks) => Object.entries(asks)))
      found[name] = await often(() => ask(store));
    await store.close();
    say(
      Object.entries(found)
        .map(([name, ms]) => `${name} ${ms.toFixed(3)}`)
        .join(", "),
    );
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const one = () =>
  filing({
    intakes: [{ intake: intake(RECORD, { office: OFFICE, receiptNo: "2026-7KQ4MN" }), raise: null, talkRevision: 1 }],
    messages: Array.from({ length: 20 }, (_, n) =>
      message(`${RECORD}:${n}`, { office: OFFICE, intake: RECORD, at: n }),
    ),
    entries: Array.from({ length: 5 }, (_, n) => entry(`${RECORD}:e${n}`, { office: OFFICE, intake: RECORD, at: n })),
  });

async function often(ask: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < TIMES; n += 1) {
    const begun = performance.now();
    await ask();
    took.push(performance.now() - begun);
  }
  return median(took);
}
