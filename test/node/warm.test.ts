// What is made ready behind everybody's back, in slices that nobody notices.
import { setTimeout as rest } from "node:timers/promises";
import { expect, test } from "vitest";
import { gradual } from "../../src/flow/listen/ear/gradual.ts";
import { warm } from "../../src/node/warm.ts";

/** Takes a millisecond a step. */
function* slow(steps: number, made: string[], name: string): Generator<void, string> {
  for (let n = 0; n < steps; n += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield;
  }
  made.push(name);
  return name;
}

test("languages are made ready after the first words, only while nobody waits, and others have their turn between", async () => {
  const made: string[] = [];
  const languages = ["ja", "vi"].map((name) => gradual(() => slow(10, made, name)));
  let turns = 0;
  const others = setInterval(() => (turns += 1), 1);
  let quiet = (): void => {};
  const waits = new Promise<void>((resolve) => (quiet = resolve));
  const done = warm({ gradual: languages }, () => waits);
  await rest(2200);
  expect(made).toEqual([]);
  turns = 0;
  quiet();
  await done;
  clearInterval(others);
  expect(made).toEqual(["ja", "vi"]);
  expect(turns).toBeGreaterThan(10);
});

test("who needs it before makes it to its end, and it is made once", () => {
  const made: string[] = [];
  const language = gradual(() => slow(3, made, "ja"));
  expect([language.step(), language.step()]).toEqual([false, false]);
  expect([language.whole(), language.whole(), language.step()]).toEqual(["ja", "ja", true]);
  expect(made).toEqual(["ja"]);
});

test("what cannot be made says so each time", () => {
  const broken = gradual(function* (): Generator<void, string> {
    yield;
    throw new Error("この行が読めません");
  });
  expect(broken.step()).toBe(false);
  for (let n = 0; n < 2; n += 1) expect(() => broken.whole()).toThrow("この行が読めません");
});
