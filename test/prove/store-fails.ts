// The database may fail: LINE gets a 5xx and brings it again, nothing is half written, and it recovers without hands.
import Database from "better-sqlite3";
import { carryAll } from "../../src/try/trouble/carrier.ts";
import { audit } from "./audit.ts";
import { STORE_FAULTS } from "./bad-store.ts";
import { inDanger, people, writes } from "./people.ts";
import { faultsOf, row, type Row } from "./report.ts";
import { world, type World, type WorldOptions } from "./world.ts";

export interface StoreFailsOptions extends WorldOptions {
  people: number;
  rounds: number;
  rate: number;
  /** Another program holds the file longer than we wait for it, so often. */
  locks: number;
}

export async function storeFails({ people: count, rounds, rate, locks, ...options }: StoreFailsOptions): Promise<Row> {
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
    const lockedOut = [];
    for (let n = 0; n < locks; n += 1) lockedOut.push(await locked(place, writes(place.line, all[n]!, n)));
    await place.calm(all.map(({ key }) => key));
    const found = await audit(place.store, place.line, all);
    const counts = {
      ...faultsOf(place),
      ...Object.fromEntries(place.programs.flatMap((one) => [...one.trouble.done])),
      "webhooks answered 503": refused + lockedOut.length,
    };
    const short = inDanger(all) - place.alerts.length;
    return row("the database may fail", { ...options, began, counts, found }, [
      ...(short > 0 ? [`${short} people in danger of whom nobody was told`] : []),
      ...(refused === 0 ? ["no webhook was refused: nothing was tried"] : []),
      ...lockedOut.filter((status) => status !== 503).map((status) => `answered ${status} while the file was locked`),
      ...broken(place.file),
    ]);
  } finally {
    await place.close();
  }
}

// --- helpers ---

/** The file is held by another program while this event comes; then it comes again. The first answer. */
async function locked(place: World, event: ReturnType<typeof writes>): Promise<number> {
  for (const one of place.programs) one.trouble.set([], 0);
  const other = new Database(place.file);
  other.exec("BEGIN IMMEDIATE");
  const [first] = place.programs;
  try {
    return (await first!.deliver([event])).status;
  } finally {
    other.exec("ROLLBACK");
    other.close();
    await first!.deliver([event], { redelivery: true });
  }
}

function broken(file: string): string[] {
  const database = new Database(file, { readonly: true });
  try {
    const ends = database.pragma("integrity_check", { simple: true });
    return ends === "ok" ? [] : [`integrity_check: ${String(ends)}`];
  } finally {
    database.close();
  }
}
