// LINE may fail, in every way it can: nothing is dropped, nothing is said twice that staff are not told of.
import { FAULTS, type FaultName } from "../../src/try/trouble/faults.ts";
import { carryAll } from "../../src/try/trouble/carrier.ts";
import { audit, type Audit } from "./audit.ts";
import { people, writes } from "./people.ts";
import { faultsOf, row, type Row } from "./report.ts";
import { world, type World, type WorldOptions } from "./world.ts";

export interface LineFailsOptions extends WorldOptions {
  /** So many people write while each fault is on, and then while all are. */
  people: number;
  rounds: number;
  /** Which part of the calls fails. */
  rate: number;
  /** Only these faults. */
  only?: FaultName[];
}

/** A quota is only met by a push, and a push only where the reply token is no good. */
const MIXED: Partial<Record<FaultName, FaultName[]>> = {
  "monthly quota": ["monthly quota", "expired reply token"],
};

export async function lineFails({ only, people: count, rounds, rate, ...options }: LineFailsOptions): Promise<Row> {
  const began = performance.now();
  const place = await world(options);
  try {
    const names = only ?? (Object.keys(FAULTS) as FaultName[]);
    const mixes = [...names.map((name) => MIXED[name] ?? [name]), names];
    const all = mixes.map((_, n) => people(count, n + 1));
    for (const [n, mix] of mixes.entries()) await write(place, all[n] ?? [], rounds, mix, rate);
    await place.calm(all.flat().map(({ key }) => key));
    const found = await audit(place.store, place.line, all.flat());
    const counts = { ...faultsOf(place), ...Object.fromEntries(place.trouble.done) };
    const never = names.filter((name) => !place.trouble.done.has(name));
    return row("LINE may fail", { ...options, began, counts, found }, [
      ...never.map((name) => `${name} never came to pass`),
      ...unfit(found),
    ]);
  } finally {
    await place.close();
  }
}

// --- helpers ---

async function write(
  place: World,
  all: ReturnType<typeof people>,
  rounds: number,
  mix: FaultName[],
  rate: number,
): Promise<void> {
  const to = place.programs.map(({ deliver }) => deliver);
  for (let round = 0; round < rounds; round += 1) {
    place.trouble.set(mix, rate);
    place.clock.ahead += 1;
    await carryAll(
      all.map((person, n) => writes(place.line, person, n)),
      to,
      place.by,
      { times: 1, inOneBody: 3, atOnce: 8 },
    );
    await Promise.all(place.programs.map((one) => one.idle()));
    for (const { desk } of place.programs) await desk.sweep();
  }
}

/** Nobody blocked the account and nothing that was written is refused for good: such ends would hide a loss. */
const unfit = ({ told }: Audit): string[] =>
  ["never", "gave-up", "blocked", "hushed"].flatMap((state) => (told[state] ? [`${told[state]} × ${state}`] : []));
