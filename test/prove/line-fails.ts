// LINE may fail, in every way it can: nothing is dropped, nothing is said twice that staff are not told of.
import { FAULTS, type FaultName } from "../../src/try/trouble/faults.ts";
import { carryAll } from "../../src/try/trouble/carrier.ts";
import { audit, type Audit } from "./audit.ts";
import { people, writes, type Person } from "./people.ts";
import { hardshipsOf, row, untried, type Row } from "./report.ts";
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
    for (const [n, mix] of mixes.entries())
      await write(place, { all: all[n] ?? [], from: n * count }, rounds, mix, rate);
    const gone = await blocking(place, { all: people(count, mixes.length + 1), from: mixes.length * count });
    const everybody = [...all.flat(), ...gone];
    await place.calm(everybody.map(({ key }) => key));
    const found = await audit(place.store, place.line, everybody);
    const counts = {
      ...hardshipsOf(place),
      "blocked the account": gone.length,
      ...Object.fromEntries(place.trouble.done),
    };
    const never = names.filter((name) => !place.trouble.done.has(name));
    return row("LINE may fail", { ...options, began, counts, found }, [
      ...never.map((name) => `${name} never came to pass`),
      ...unfit(found, gone.length),
      ...untried(place),
    ]);
  } finally {
    await place.close();
  }
}

// --- helpers ---

/** Who writes, numbered on, so that nobody's text was another's before. */
interface Writers {
  all: Person[];
  from: number;
}

async function write(
  place: World,
  { all, from }: Writers,
  rounds: number,
  mix: FaultName[],
  rate: number,
): Promise<void> {
  const to = place.programs.map(({ deliver }) => deliver);
  for (let round = 0; round < rounds; round += 1) {
    place.trouble.set(mix, rate);
    place.clock.ahead += 1;
    await carryAll(
      all.map((person, n) => writes(place.line, person, from + n)),
      to,
      place.by,
      { times: 1, inOneBody: 3, atOnce: 8 },
    );
    await Promise.all(place.programs.map((one) => one.idle()));
    for (const { desk } of place.programs) await desk.sweep();
  }
}

/** People who block the account before LINE let anything through to them: staff are told of each answer. */
async function blocking(place: World, { all, from }: Writers): Promise<Person[]> {
  const [first] = place.programs;
  place.trouble.set(["429"], 1);
  for (const [n, person] of all.entries()) {
    await first!.deliver([writes(place.line, person, from + n)]);
    await first!.idle();
    await first!.deliver([place.line.say(person.id, { kind: "unfollow" })]);
  }
  return all;
}

/** Nothing that was written is refused for good, and nobody else blocked the account: such ends would hide a loss. */
function unfit({ told, saidOutOfOrder }: Audit, gone: number): string[] {
  const blocked = told["blocked"] ?? 0;
  const others = ["never", "gave-up", "hushed"].flatMap((state) => (told[state] ? [`${told[state]} × ${state}`] : []));
  const order = saidOutOfOrder > 0 ? [`${saidOutOfOrder} read their answers in another order`] : [];
  return [
    ...others,
    ...order,
    ...(blocked === gone ? [] : [`${gone} blocked the account, staff are told of ${blocked}`]),
  ];
}
