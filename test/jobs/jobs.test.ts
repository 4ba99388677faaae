// The jobs: they look at once and then every second, one stuck look holds up no other, and stopping waits for them.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startJobs } from "../../src/jobs/jobs.ts";
import { noLog } from "../line/no-log.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("they look at once, for what a program before left undone, and then every second", async () => {
  const sweep = vi.fn(async () => 0);
  void startJobs({ sweep }, noLog().log);
  expect(sweep).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(3000);
  expect(sweep).toHaveBeenCalledTimes(4);
});

test("looks that take long (a film that comes slowly) do not end the looking", async () => {
  const sweep = vi.fn(() => new Promise<number>(() => {}));
  void startJobs({ sweep }, noLog().log);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sweep.mock.calls.length).toBeGreaterThan(8);
  expect(sweep.mock.calls.length).toBeLessThan(40);
});

test("a fault does not end them", async () => {
  const { log, lines } = noLog();
  const sweep = vi.fn(() => Promise.reject<number>(new Error("locked")));
  void startJobs({ sweep }, log);
  await vi.advanceTimersByTimeAsync(2000);
  expect([sweep.mock.calls.length, lines.length, JSON.stringify(lines)]).toEqual([
    3,
    3,
    expect.not.stringContaining("locked"),
  ]);
});

test("stopping ends the looking, and waits for the look that is under way", async () => {
  const look = Promise.withResolvers<number>();
  const sweep = vi.fn(() => look.promise);
  const stop = startJobs({ sweep }, noLog().log);
  let stopped = false;
  const stopping = stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(5000);
  expect([sweep.mock.calls.length, stopped]).toEqual([1, false]);
  look.resolve(0);
  await stopping;
  expect(stopped).toBe(true);
});
