// How long a batch waits for others: a lone person nothing, many at once on a shared database a moment.
import { setTimeout as rest } from "node:timers/promises";
import { expect, test } from "vitest";
import { busy } from "../../src/node/busy.ts";

/** Shorter than the moment somebody is waited for (ms). */
const MOMENT = 15;

async function waited(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** The shortest of some tries: the machine may be busy with something else during one of them. */
async function shortest(work: () => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 5; n += 1) least = Math.min(least, await work());
  return least;
}

test("a program alone on its database waits for nobody", async () => {
  const { gather } = busy(false);
  expect(await shortest(() => waited(gather))).toBeLessThan(MOMENT);
});

test("on a shared database who comes after a quiet time waits for nobody", async () => {
  const first = () => waited(busy(true).gather);
  const afterQuiet = async () => {
    const { gather } = busy(true);
    await gather();
    await rest(80);
    return waited(gather);
  };
  expect([await shortest(first), await shortest(afterQuiet)].every((time) => time < MOMENT)).toBe(true);
});

test("on a shared database many at once are gathered", async () => {
  const { gather } = busy(true);
  await gather();
  for (let n = 0; n < 3; n += 1) expect(await waited(gather)).toBeGreaterThan(MOMENT);
});
