// The staff's queries with a million records and ten million messages, against ten thousand records. As many are open
// in both: what a town has ended over the years is what grows.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteStore } from "../../../src/store/sqlite.ts";
import type { QueueFilter, Store } from "../../../src/ports.ts";
import { entry, filing, intake, message } from "../../store/samples.ts";
import { fill } from "../fill.ts";
import { atMost, median, type Bench, type Measure } from "../measure.ts";
import { DATA_KEY } from "../server.ts";

/** The small one in a quick run too: as many of the ended as a page looks at (`ENDED_LOOKED_AT`) are there in any town. */
const [SMALL, BIG] = [10_000, 1_000_000];
const OFFICE = "aoba";
const RECORD = "the-one-that-is-read";
const TIMES = 200;
/** A category that `fill` gives to none: whoever seeks it finds nothing before the end. */
const NOBODYS = "DEBT";

type Ask = (store: Store) => Promise<unknown>;
type Asks = Record<string, Ask>;

const listing =
  (filter: Pick<QueueFilter, "show"> & Partial<QueueFilter>): Ask =>
  ({ records }) =>
    records.queue({ office: OFFICE, limit: 50, offset: 0, ...filter });

const PAGES: Record<"queue" | "what has ended" | "record page", Asks> = {
  queue: {
    open: listing({ show: "open" }),
    urgent: listing({ show: "open", urgency: "E1" }),
    mine: listing({ show: "open", owner: "s1" }),
    longest: ({ records }) => records.longest(OFFICE),
    waiting: ({ records }) => records.waiting(OFFICE, { id: RECORD, receivedAt: Date.now(), urgent: false }),
  },
  "what has ended": {
    ended: listing({ show: "ended" }),
    "mine that ended": listing({ show: "ended", owner: "s1" }),
    "ended, about what nobody has": listing({ show: "ended", category: NOBODYS }),
    all: listing({ show: "all" }),
    "all, about what nobody has": listing({ show: "all", category: NOBODYS }),
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
    const [small, large] = [await filled(bench, SMALL), await filled(bench, BIG * bench.scale)];
    const [few, many]: [Took[], Took[]] = [[], []];
    try {
      // In turn, or the hour of the machine would be measured.
      for (let n = 0; n < bench.rounds; n += 1) {
        few.push(await asked(small.store));
        many.push(await asked(large.store));
      }
    } finally {
      await small.close();
      await large.close();
    }
    const lines = Object.entries(PAGES).map(([page, asks]) => {
      const [one, other] = [ofAll(few, asks), ofAll(many, asks)];
      const what = `${page}: ${(BIG * bench.scale).toLocaleString("en")} records against ${SMALL.toLocaleString("en")}`;
      return atMost(what, other / one, 1.3, "×", `${other.toFixed(2)} : ${one.toFixed(2)} ms`);
    });
    return { rounds: { small: few, large: many }, lines };
  },
};

// --- internal ---

/** Milliseconds, the median of many, by what was asked. */
type Took = Record<string, number>;

const ofAll = (rounds: Took[], asks: Asks): number =>
  median(rounds.map((took) => Object.keys(asks).reduce((all, ask) => all + (took[ask] ?? 0), 0)));

async function filled({ say }: Bench, records: number): Promise<{ store: Store; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "uketome-bench-big-"));
  const store = await storeWith(join(folder, "uketome.sqlite"), records, say).catch((error: unknown) => {
    rmSync(folder, { recursive: true });
    throw error;
  });
  return {
    store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function storeWith(file: string, records: number, say: Bench["say"]): Promise<Store> {
  const options = { url: `file:${file}`, dataKey: DATA_KEY };
  await (await sqliteStore(options)).close();
  const begun = performance.now();
  fill(file, records, OFFICE);
  say(`${records} records in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  const store = await sqliteStore(options);
  await store.talks.file(one());
  return store;
}

async function asked(store: Store): Promise<Took> {
  const took: Took = {};
  for (const [name, ask] of Object.values(PAGES).flatMap((asks) => Object.entries(asks)))
    took[name] = await often(() => ask(store));
  return took;
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
