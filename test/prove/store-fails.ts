// The database may fail: LINE gets a 5xx and brings it again, nothing is half written, and it recovers without hands.
import { carryAll } from "../../src/try/trouble/carrier.ts";
import { audit } from "./audit.ts";
import { STORE_FAULTS } from "./bad-store.ts";
import { inDanger, people, writes } from "./people.ts";
import { hardshipsOf, row, untried, type Row } from "./report.ts";
import { world, type World, type WorldOptions } from "./world.ts";

export interface StoreFailsOptions extends WorldOptions {
  people: number;
  rounds: number;
  rate: number;
  /** The database itself is gone, so often. */
  outages: number;
}

export async function storeFails({
  people: count,
  rounds,
  rate,
  outages,
  ...options
}: StoreFailsOptions): Promise<Row> {
  const began = performance.now();
  const place = await world(options);
  try {
    const all = people(count);
    const to = place.programs.map(({ deliver }) => deliver);
    let refused = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const one of place.programs) one.trouble.set(STORE_FAULTS, rate);
      place.clock.ahead += 1;
      const events = all.map((person, n) => writes(place.line, person, n));
      refused += (await carryAll(events, to, place.by, { times: 2, inOneBody: 3, atOnce: 8 })).refused;
      await Promise.all(place.programs.map((one) => one.idle()));
      for (const { desk } of place.programs) await desk.sweep().catch(() => 0);
    }
    const during = [];
    for (let n = 0; n < outages; n += 1) during.push(await outage(place, writes(place.line, all[n]!, n)));
    await place.calm(all.map(({ key }) => key));
    const found = await audit(place.store, place.line, all);
    const counts = {
      ...hardshipsOf(place),
      ...Object.fromEntries(place.programs.flatMap((one) => [...one.trouble.done])),
      "webhooks answered 503": refused + during.length,
    };
    const short = inDanger(all) - place.alerts.length;
    return row(`the database may fail (${place.ground.name})`, { ...options, began, counts, found }, [
      ...(short > 0 ? [`${short} people in danger of whom nobody was told`] : []),
      ...(refused === 0 ? ["no webhook was refused: nothing was tried"] : []),
      ...untried(place),
      ...during.filter((status) => status !== 503).map((status) => `answered ${status} while the database was gone`),
      ...(await place.ground.broken()),
    ]);
  } finally {
    await place.close();
  }
}

// --- helpers ---

/** The database itself is gone while this event comes; then it comes again. The first answer. */
async function outage(place: World, event: ReturnType<typeof writes>): Promise<number> {
  for (const one of place.programs) one.trouble.set([], 0);
  const [first] = place.programs;
  const back = await place.ground.fail();
  try {
    return (await first!.deliver([event])).status;
  } finally {
    await back();
    while ((await first!.deliver([event], { redelivery: true })).status !== 200) await pause(200);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
