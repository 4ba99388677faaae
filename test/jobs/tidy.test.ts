// What is left of uploads that broke off with their program: looked for once a day, and told when there was any.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startTidying } from "../../src/jobs/tidy.ts";
import { noLog } from "../line/no-log.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [TEN_MINUTES, DAY] = [600_000, 86_400_000];

test("some time after the start, and then every day; a fault does not end it", async () => {
  const { log, lines } = noLog();
  const tidy = vi.fn<() => Promise<number>>().mockResolvedValue(0);
  tidy.mockRejectedValueOnce(new Error("locked by 花子")).mockResolvedValueOnce(3);
  void startTidying({ tidy }, () => 7, log);
  await vi.advanceTimersByTimeAsync(TEN_MINUTES - 1);
  expect(tidy).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1 + 2 * DAY);
  expect(tidy.mock.calls).toEqual([[7], [7], [7]]);
  expect(lines).toHaveLength(2);
  expect(JSON.stringify(lines)).toMatch(/Error.*"removed":3/u);
  expect(JSON.stringify(lines)).not.toContain("花子");
});

test("stopped, it looks no more, and waits for the look that is under way", async () => {
  const look = Promise.withResolvers<number>();
  const tidy = vi.fn(() => look.promise);
  const stop = startTidying({ tidy }, () => 7, noLog().log);
  await vi.advanceTimersByTimeAsync(TEN_MINUTES);
  let stopped = false;
  const stopping = stop().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(3 * DAY);
  expect([tidy.mock.calls.length, stopped]).toEqual([1, false]);
  look.resolve(0);
  await stopping;
  expect(stopped).toBe(true);
});
