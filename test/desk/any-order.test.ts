// Whatever comes in whatever order, whatever breaks: every accepted word is found afterwards, in order, once, and nothing
// is said twice unless a process died at that very moment, more than a minute passed, and staff see that it may be so.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Arrival } from "../../src/ports.ts";
import { paperLine, type End } from "./line.ts";
import { failing, memory, OTHER, PERSON, text, town, type Memory, type Town } from "./town.ts";

/** Which call to the store fails next, counted from now, and when. */
interface Break {
  after: number;
  when: "before" | "after";
}

type Step =
  | { do: "arrive"; people: boolean[]; at: "once" | "in two processes at once" }
  | { do: "redeliver"; pick: number }
  | { do: "sweep"; ms: number }
  | { do: "crash" }
  | { do: "break"; how: Break }
  /** From this call on nothing reaches the store: the process is dead, and another takes its place at the next step. */
  | { do: "die"; after: number }
  | { do: "line"; ends: End[] };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("arrive" as const),
      people: fc.array(fc.boolean(), { minLength: 1, maxLength: 3 }),
      at: fc.constantFrom("once" as const, "in two processes at once" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("redeliver" as const), pick: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("sweep" as const), ms: fc.constantFrom(500, 5000, 31_000, 61_000) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("die" as const), after: fc.nat(6) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("break" as const),
      how: fc.record({ after: fc.nat(6), when: fc.constantFrom("before" as const, "after" as const) }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("line" as const),
      ends: fc.array(fc.constantFrom<End>("lost", "silence", "again", "ok"), { maxLength: 4 }),
    }),
  },
);

/** A town whose store breaks when told to, and whose process can be replaced. */
class Trouble {
  readonly store: Memory = memory();
  readonly sent: Arrival[] = [];
  readonly accepted = new Set<string>();
  private breaks: Break[] = [];
  private written = 0;
  private callsToLive = Infinity;
  private place: Town;
  /** Another process on the same store. */
  private other: Town;

  constructor() {
    const line = paperLine();
    // Every answer bears a number of its own, so that none is taken for another of the same words.
    line.channel.write = () => [{ text: `#${(this.written += 1)}`, buttons: [] }];
    this.place = town({ line, store: failing(this.store, () => this.fails()) });
    this.other = this.place.again();
  }

  async take(step: Step): Promise<void> {
    if (this.callsToLive < 0) this.replace();
    if (step.do === "arrive") await this.arrive(step.people, step.at === "once" ? 1 : 2);
    if (step.do === "redeliver" && this.sent.length > 0) await this.deliver([this.sent[step.pick % this.sent.length]!]);
    if (step.do === "sweep") await this.sweep(step.ms);
    if (step.do === "crash") this.replace();
    if (step.do === "die") this.callsToLive = step.after;
    if (step.do === "break") this.breaks.push(step.how);
    if (step.do === "line") this.place.line.ends.push(...step.ends);
  }

  /** Everything works again: LINE sends what it got no 200 for, and the jobs look for two minutes. */
  async calm(): Promise<Town> {
    this.breaks = [];
    this.replace();
    this.place.line.ends.length = 0;
    for (const arrival of this.sent) if (!this.accepted.has(arrival.id)) await this.deliver([arrival]);
    for (let n = 0; n < 30; n += 1) await this.sweep(31_000);
    return this.place;
  }

  private async arrive(people: boolean[], times: number): Promise<void> {
    this.place.clock.now += 1000;
    const arrivals = people.map((first, n) =>
      text(`ことば${this.sent.length + n}`, this.place.clock, {
        at: this.place.clock.now + n,
        person: first ? PERSON : OTHER,
      }),
    );
    this.sent.push(...arrivals);
    const places = times === 1 ? [this.place] : [this.place, this.other];
    await Promise.all(places.map((place) => this.deliver(arrivals, place)));
  }

  private async deliver(arrivals: Arrival[], { desk }: Town = this.place): Promise<void> {
    const keys = await desk.receive(arrivals).catch(() => null);
    if (keys === null) return;
    arrivals.forEach(({ id }) => this.accepted.add(id));
    await desk.run(keys);
  }

  private async sweep(ms: number): Promise<void> {
    this.place.clock.now += ms;
    await this.place.desk.sweep().catch(() => 0);
  }

  private replace(): void {
    this.callsToLive = Infinity;
    this.place = this.place.again();
    this.other = this.place.again();
  }

  private fails(): "before" | "after" | null {
    if ((this.callsToLive -= 1) < 0) return "before";
    this.breaks.forEach((one) => (one.after -= 1));
    const hit = this.breaks.findIndex(({ after }) => after < 0);
    return hit < 0 ? null : this.breaks.splice(hit, 1)[0]!.when;
  }
}

async function wordsOf(place: Town, store: Memory, person: string): Promise<(string | null)[]> {
  const intake = (await place.talk(person))?.state.intake;
  if (intake == null) return [];
  return (await store.records.messages(intake))
    .filter(({ direction }) => direction === "in")
    .map(({ text: words }) => words);
}

test("every accepted word is found, in order, once; no answer is said twice; nothing stays owed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const trouble = new Trouble();
      for (const one of steps) await trouble.take(one);
      const place = await trouble.calm();
      for (const person of [PERSON, OTHER]) {
        const sent = trouble.sent.filter((arrival) => arrival.person === person);
        expect(await wordsOf(place, trouble.store, person)).toEqual(
          sent.map(({ input }) => "text" in input && input.text),
        );
        const talk = await place.talk(person);
        expect([talk?.owed ?? [], talk?.unfiled ?? []]).toEqual([[], []]);
      }
      await expectSaidOnce(place, trouble.store);
    }),
    { numRuns: 150 },
  );
}, 60_000);

/** Each answer reached the telephone; by a reply and a push only where staff are told that it may be so. */
async function expectSaidOnce(place: Town, store: Memory): Promise<void> {
  const times = [...Map.groupBy(place.line.shown, (call) => call.text).values()].map((calls) =>
    calls.map(({ by }) => by).join(),
  );
  const [answers, marks] = [new Set<string>(), [] as string[]];
  for (const person of [PERSON, OTHER]) {
    const intake = (await place.talk(person))?.state.intake ?? "";
    for (const { id, direction } of await store.records.messages(intake))
      if (direction === "out") answers.add(id.replace(/:\d+$/, ""));
    marks.push(
      ...(await store.records.entries(intake)).filter(({ body }) => body.state === "unsure").map(({ id }) => id),
    );
  }
  expect(times.length).toBe(answers.size);
  const doubled = times.filter((ways) => ways !== "reply" && ways !== "push");
  expect(doubled.filter((ways) => ways !== "reply,push")).toEqual([]);
  expect(doubled.length).toBeLessThanOrEqual(marks.length);
}
