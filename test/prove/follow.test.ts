// Somebody adds the account while LINE hangs, its tokens too: nobody waits for what is only asked to greet them well.
import { afterAll, beforeAll, expect, test } from "vitest";
import { people, writes, type Person } from "./people.ts";
import { world, type World } from "./world.ts";

/** LINE gives up on a webhook after so long; what is asked for a greeting takes 0.7 s of it at most. */
const LINE_WAITS_MS = 2000;
const TOKEN_MS = 15 * 60_000;
let place: World;

beforeAll(async () => (place = await world({ seed: 1, timeoutMs: 5000 })));
afterAll(async () => place.close());

test("who adds the account and who writes in the same moment have their 200 in time, and their answers later", async () => {
  const all = people(4);
  const [before, adds, beside, behind] = all as [Person, Person, Person, Person];
  const [{ deliver, idle }] = place.programs as [World["programs"][number]];
  await deliver([writes(place.line, before, 0)]);
  await idle();
  place.clock.ahead += TOKEN_MS;
  place.trouble.set(["hang"], 1);
  const begun = performance.now();
  const both = deliver([place.line.say(adds.id, { kind: "follow" }), writes(place.line, beside, 1)]);
  const next = deliver([writes(place.line, behind, 2)]);
  expect((await Promise.all([both, next])).map(({ status }) => status)).toEqual([200, 200]);
  expect(performance.now() - begun).toBeLessThan(LINE_WAITS_MS);
  await place.calm(all.map(({ key }) => key));
  for (const { id } of all) expect(place.line.arrived(id).length).toBeGreaterThan(0);
}, 60_000);
