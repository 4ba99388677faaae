// Twice is harmless: every event 1 to 5 times, in any order, many at once, to one program or several on one database.
import { carryAll } from "../../src/try/trouble/carrier.ts";
import { audit } from "./audit.ts";
import { inDanger, people, writes } from "./people.ts";
import { hardshipsOf, row, untried, type Row } from "./report.ts";
import { world, type WorldOptions } from "./world.ts";

export interface TwiceOptions extends WorldOptions {
  people: number;
  rounds: number;
}

export async function twice({ people: count, rounds, ...options }: TwiceOptions): Promise<Row> {
  const began = performance.now();
  const place = await world(options);
  try {
    const all = people(count);
    const keys = all.map(({ key }) => key);
    let [deliveries, doubled, unheard] = [0, 0, 0];
    for (let round = 0; round < rounds; round += 1) {
      // Two words each: they may come in either order, in one body or in two.
      const events = all.flatMap((person, n) => {
        place.clock.ahead += 1;
        return [writes(place.line, person, n), writes(place.line, person, n)];
      });
      const to = place.programs.map(({ deliver }) => deliver);
      const done = await carryAll(events, to, place.by, { times: 5, inOneBody: 6, atOnce: 16 });
      deliveries += done.bodies;
      doubled += done.doubled;
      await Promise.all(place.programs.map((one) => one.idle()));
      unheard += (await place.store.talks.load(keys, [])).unheard.length;
    }
    await place.calm(keys);
    const found = await audit(place.store, place.line, all);
    const counts = { programs: place.programs.length, deliveries, "events brought more than once": doubled };
    const alerts = place.alerts.length - inDanger(all);
    const problems = [
      ...(alerts === 0 ? [] : [`${alerts} alerts more than people in danger`]),
      // Nothing breaks here: whoever kept words hears them, and no job need look for them.
      ...(unheard === 0 ? [] : [`${unheard} words that were told 200 were heard by nobody who kept them`]),
      ...untried(place),
    ];
    return row(
      `twice is harmless (${place.ground.name})`,
      { ...options, began, counts: { ...counts, ...hardshipsOf(place) }, found },
      problems,
    );
  } finally {
    await place.close();
  }
}
