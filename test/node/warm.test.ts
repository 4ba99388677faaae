// What is made ready behind everybody's back, in slices that nobody notices.
import { setTimeout as rest } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { gradual } from "../../src/flow/listen/ear/gradual.ts";
import { readying, warm } from "../../src/node/warm.ts";

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

describe("words in a language that is not ready", () => {
  /** Japanese is heard with one list, whatever holds another letter with all. */
  function languages() {
    const made: string[] = [];
    const all = ["ja", "vi", "en"].map((name) => ({
      ...gradual(() => slow(20, made, name)),
      neededFor: (text: string) => name === "ja" || /[a-z]/u.test(text),
    }));
    return { made, unready: readying({ gradual: all }) };
  }

  test("wait for what they need alone, and others have their turn between", async () => {
    const { made, unready } = languages();
    let turns = 0;
    const others = setInterval(() => (turns += 1), 1);
    await unready(["家賃が払えません"])?.();
    expect(made).toEqual(["ja"]);
    expect(unready(["たすけて"])).toBeNull();
    await unready(["help"])?.();
    clearInterval(others);
    expect(made).toEqual(["ja", "vi", "en"]);
    expect(turns).toBeGreaterThan(3);
    expect(unready(["help"])).toBeNull();
  });

  test("wait together: each language is made once, in one row", async () => {
    const { made, unready } = languages();
    await Promise.all([unready(["help"])?.(), unready(["giúp tôi"])?.(), unready(["help"])?.()]);
    expect(made).toEqual(["ja", "vi", "en"]);
  });

  test("wait for nobody's mistake in another's list", async () => {
    const made: string[] = [];
    const broken = gradual(function* (): Generator<void, string> {
      yield;
      throw new Error("この行が読めません");
    });
    const isEnglish = (text: string): boolean => /[a-z]/u.test(text);
    const good = { ...gradual(() => slow(2, made, "ja")), neededFor: () => true };
    const unready = readying({ gradual: [{ ...broken, neededFor: isEnglish }, good] });
    await unready(["help"])?.();
    expect(made).toEqual(["ja"]);
    // Whoever needs it is told; nobody waits for it.
    expect(unready(["help"])).toBeNull();
    expect(() => broken.whole()).toThrow("この行が読めません");
  });
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
