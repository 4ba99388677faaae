// What those who watch the program are told: /healthz, /readyz, /metrics.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { measured } from "../../src/node/watch/prom.ts";
import { watch, type LineStanding, type WatchOptions } from "../../src/watch/watch.ts";
import { failing, memory, text, town, type Town } from "../desk/town.ts";

const TOKEN = "a token of more than sixteen letters";
const standing = (token: Awaited<ReturnType<LineStanding["token"]>> = "ok", left: number | null = null) => ({
  token: async () => token,
  quotaLeft: async () => left,
});

function watching({ store, clock }: Town, more: Partial<WatchOptions> = {}) {
  const door = watch({ store, line: standing(), now: () => clock.now, metrics: null, ...more });
  return async (path: string, headers: Record<string, string> = {}) => {
    const answer = await door.request(path, { headers });
    const body = await answer.text();
    return { status: answer.status, body };
  };
}

test("ready: the database can be read, LINE takes the token, no word waits", async () => {
  const { status, body } = await watching(town())("/readyz");
  expect([status, JSON.parse(body)]).toEqual([
    200,
    { ready: true, database: "ok", line: "ok", oldestUnsentSeconds: 0 },
  ]);
});

test("a word that waits is told by its age, and events are still taken", async () => {
  const place = town();
  place.line.ends.push("token", "quota");
  await place.take(text("死にたい", place.clock));
  place.clock.now += 90_000;
  const { status, body } = await watching(place)("/readyz");
  expect([status, JSON.parse(body)]).toMatchObject([200, { ready: true, oldestUnsentSeconds: 90 }]);
});

test.each([
  ["refused", 503],
  // Words are kept meanwhile; turning them away would lose them.
  ["unreachable", 200],
] as const)("LINE's answer to the token is %s: %i", async (token, expected) => {
  const { status, body } = await watching(town(), { line: standing(token) })("/readyz");
  expect([status, JSON.parse(body)]).toMatchObject([expected, { line: token, database: "ok" }]);
});

test("a database that is down: not ready, and why", async () => {
  const place = town({ store: failing(memory(), () => "before") });
  const { status, body } = await watching(place)("/readyz");
  expect([status, JSON.parse(body)]).toEqual([
    503,
    { ready: false, database: "down", line: "ok", oldestUnsentSeconds: null },
  ]);
});

test("a database that is read and takes nothing, as on a full disk: not ready, and why; then ready again by itself", async () => {
  const place = town();
  let isFull = true;
  const touch = async (): Promise<void> => {
    if (isFull) throw new Error("database or disk is full");
  };
  const ask = watching(place, { store: { ...place.store, touch } });
  const told = async () => JSON.parse((await ask("/readyz")).body);
  expect(await told()).toMatchObject({ ready: false, database: "read-only" });
  isFull = false;
  place.clock.now += 10_000;
  expect(await told()).toMatchObject({ ready: true, database: "ok" });
});

test("LINE is not asked at every look of a probe", async () => {
  const place = town();
  let asked = 0;
  const ask = watching(place, { line: { ...standing(), token: async () => ((asked += 1), "ok" as const) } });
  for (let n = 0; n < 5; n += 1) await ask("/readyz");
  expect(asked).toBe(1);
  place.clock.now += 61_000;
  await ask("/readyz");
  expect(asked).toBe(2);
});

test("nor are the talks that wait read anew for everybody who asks", async () => {
  const place = town();
  let read = 0;
  const due = ((...asked) => ((read += 1), place.store.talks.due(...asked))) as typeof place.store.talks.due;
  const ask = watching(place, { store: { ...place.store, talks: { ...place.store.talks, due } } });
  await Promise.all(Array.from({ length: 5 }, () => ask("/readyz")));
  expect(read).toBe(1);
  place.clock.now += 1000;
  await ask("/readyz");
  expect(read).toBe(2);
});

test.each([
  ["where nobody measures there is no such page", null, `Bearer ${TOKEN}`, 404],
  ["without the token", TOKEN, undefined, 401],
  ["with another one", TOKEN, "Bearer another", 401],
  ["with the token", TOKEN, `Bearer ${TOKEN}`, 200],
])("/metrics, %s", async (_label, token, authorization, expected) => {
  const metrics = token === null ? null : measured(token).metrics;
  const { status } = await watching(town(), { metrics })("/metrics", authorization ? { authorization } : {});
  expect(status).toBe(expected);
});

test("/metrics in Prometheus' format: events in and out, times, what waits, what LINE refused, what is left", async () => {
  const place = town();
  place.pagerEnds.push(false);
  place.line.ends.push("wait");
  await place.take(text("死にたい", place.clock));
  place.clock.now += 30_000;
  const { meter, metrics } = measured(TOKEN);
  meter.took({ status: 200, events: 3, ms: 4 });
  meter.took({ status: 503, events: 0, ms: 9000 });
  meter.called({ endpoint: "reply", end: "ok", ms: 40 });
  meter.called({ endpoint: "push", end: "quota", ms: 20 });
  const ask = watching(place, { metrics, line: standing("ok", 17) });
  const { body } = await ask("/metrics", { authorization: `Bearer ${TOKEN}` });
  expect(body.split("\n")).toEqual(
    expect.arrayContaining([
      `uketome_webhooks_total{status="200"} 1`,
      `uketome_webhooks_total{status="503"} 1`,
      "uketome_events_total 3",
      `uketome_webhook_seconds_bucket{le="0.005"} 1`,
      "uketome_webhook_seconds_count 1",
      `uketome_line_calls_total{endpoint="push",end="quota"} 1`,
      `uketome_line_call_seconds_count{endpoint="reply"} 1`,
      "uketome_owed_people 1",
      "uketome_oldest_unsent_seconds 30",
      "uketome_alerts_owed 1",
      "uketome_line_quota_left 17",
    ]),
  );
  expect(body).toContain("process_resident_memory_bytes");
});

describe("nobody who looks waits long", () => {
  const never = () => new Promise<never>(() => {});
  const asMeasurer = { authorization: `Bearer ${TOKEN}` };
  const GAUGES = /uketome_(owed_people|oldest_unsent_seconds|alerts_owed)/;
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  /** What was answered in so long (ms); undefined where nothing was. */
  async function within<T>(ms: number, asked: Promise<T>): Promise<T | undefined> {
    let answer: T | undefined;
    void asked.then((given) => (answer = given));
    await vi.advanceTimersByTimeAsync(ms);
    // A hash, a page and the counts behind it take turns of their own.
    for (let n = 0; n < 20; n += 1) await new Promise((resolve) => setImmediate(resolve));
    return answer;
  }
  const hangs = (place: Town): Partial<WatchOptions> => ({
    store: { ...place.store, talks: { ...place.store.talks, due: never } },
  });

  test("for LINE: after a second it is unreachable, and what it says later is told to who looks then", async () => {
    const place = town();
    let answer: (token: "refused") => void = () => {};
    const token = () => new Promise<"refused">((resolve) => (answer = resolve));
    const ask = watching(place, { line: { ...standing(), token } });
    const first = await within(1000, ask("/readyz"));
    const second = await within(0, ask("/readyz"));
    answer("refused");
    await within(0, Promise.resolve());
    const third = await within(0, ask("/readyz"));
    expect([first, second, third].map((told) => [told?.status, JSON.parse(told?.body ?? "{}").line])).toEqual([
      [200, "unreachable"],
      [200, "unreachable"],
      [503, "refused"],
    ]);
  });

  test("for the month's quota: it is left out", async () => {
    const { metrics } = measured(TOKEN);
    const ask = watching(town(), { metrics, line: { ...standing(), quotaLeft: never } });
    const told = await within(1000, ask("/metrics", asMeasurer));
    expect(told).toMatchObject({ status: 200, body: expect.stringMatching(GAUGES) });
    expect(told?.body).not.toContain("quota_left");
  });

  test.each([
    ["that is gone", (): Partial<WatchOptions> => ({ store: failing(memory(), () => "before") }), 0],
    ["that hangs", hangs, 5000],
  ])("for a database %s: the counts are told, and not what waits", async (_label, broken, ms) => {
    const place = town();
    const { meter, metrics } = measured(TOKEN);
    meter.took({ status: 503, events: 0, ms: 9000 });
    const ask = watching(place, { metrics, line: standing("ok", 17), ...broken(place) });
    const told = await within(ms, ask("/metrics", asMeasurer));
    expect([told?.status, told?.body.split("\n")]).toEqual([
      200,
      expect.arrayContaining([`uketome_webhooks_total{status="503"} 1`, "uketome_line_quota_left 17"]),
    ]);
    expect(told?.body).not.toMatch(GAUGES);
  });

  test("for a database that hangs: not ready", async () => {
    const place = town();
    const told = await within(5000, watching(place, hangs(place))("/readyz"));
    expect([told?.status, JSON.parse(told?.body ?? "{}")]).toMatchObject([503, { database: "down" }]);
  });
});
