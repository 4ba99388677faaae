// The program on Workers (workerd, D1): golden conversations, the laws of the webhook, and what only Workers ask for.
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import worker from "../../src/worker.ts";
import { next, refused } from "../golden/faults.ts";
import { book, golden } from "../golden/golden.ts";
import { laws } from "../golden/laws.ts";
import { moveTo, type Place } from "../golden/place.ts";
import { bring, resident } from "../golden/resident.ts";
import { startWorker } from "./start.ts";

let place: Place;
beforeAll(async () => void (place = await startWorker()));
afterAll(() => place.close());

golden(() => place);
laws(() => place);

describe("on Workers", () => {
  const somebody = () => resident(place, book.office.id);

  it("many requests at the same moment share nothing, and each is answered", async () => {
    const people = Array.from({ length: 8 }, somebody);
    const answers = await Promise.all(people.map((one) => bring(place, [one.writes("あの")])));
    for (const one of people) await one.settled();
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
    expect(people.map((one) => one.got() > 0)).toEqual(people.map(() => true));
  });

  it("the next requests use the token that one request was issued", async () => {
    // Later than every conversation above, so that the token of none of them is still good.
    await moveTo(place, Date.now() + 400 * 86_400_000);
    place.line.line.forgetCalls();
    for (const one of [somebody(), somebody(), somebody()]) {
      await bring(place, [one.writes("あの")]);
      await one.settled();
    }
    const paths = place.line.line.calls().map(({ path }) => path.split("/").at(-1));
    expect(paths).toEqual(["token", "reply", "reply", "reply"]);
  });

  it("the cron says what LINE refused, once, when the reply token is long too old", async () => {
    const hana = somebody();
    next(place.line, "/reply", refused, refused, refused);
    await bring(place, [hana.writes("あの")]);
    await vi.waitFor(async () => expect((await hana.talk())?.owed).toMatchObject([{ do: "say", tries: 3 }]), 5000);
    expect(hana.got()).toBe(0);
    await moveTo(place, place.line.clock.now() + 120_000);
    await place.sweep();
    await hana.settled();
    await place.sweep();
    expect(hana.got()).toBe(3);
  });

  it("says nothing of its settings to whoever asks, and how to mend them in its log", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const request = new Request("https://uketome.example/healthz");
    const answer = await worker.fetch(request, { LINE_CHANNEL_ID: "一" } as never, { waitUntil: () => {} });
    const told = log.mock.calls.join("\n");
    log.mockRestore();
    expect([answer.status, await answer.text()]).toEqual([503, "準備ができていません。"]);
    expect(told).toMatch(/SettingsProblem.*LINE_CHANNEL_ID.*LINE_CHANNEL_SECRET/);
  });
});

it("the first words that are not Japanese get their 200 before all languages are ready for them, and are answered", async () => {
  const fresh = await startWorker();
  const one = resident(fresh, book.office.id);
  const { status } = await bring(fresh, [one.writes("I lost my job and cannot pay the rent")]);
  const kept = (await fresh.rows(`SELECT "key" FROM "Unheard"`)).length;
  const heard = (await fresh.rows(`SELECT "key" FROM "Talk"`)).length;
  await one.settled();
  const after = (await fresh.rows(`SELECT "key" FROM "Unheard"`)).length;
  const said = one.got();
  await fresh.close();
  expect({ status, kept, heard, after }).toEqual({ status: 200, kept: 1, heard: 0, after: 0 });
  expect(said).toBeGreaterThan(0);
});
