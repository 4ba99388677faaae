// More people at once than can be heard: they are kept as they came, told 200, and heard in turn.
import { describe, expect, test } from "vitest";
import type { Arrival, Store } from "../../src/ports.ts";
import { backlogOf } from "../../src/watch/backlog.ts";
import {
  event,
  failing,
  memory,
  OTHER,
  PERSON,
  settled,
  text,
  town,
  twoOnOneFile,
  unsend,
  type Memory,
  type Method,
  type Town,
} from "./town.ts";

/** One webhook at a time is heard before its 200. */
const busy = { atOnce: 1, few: 1, gather: async () => {} };
const LATE_MS = 10_001;

/** A store that plays nothing until the gate is opened. */
function shut(store: Store): { store: Store; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  const { load } = store.talks;
  const talks = { ...store.talks, load: (...asked: Parameters<typeof load>) => opened.then(() => load(...asked)) };
  return { store: { ...store, talks }, open };
}

const told = async (place: Town, person = PERSON) => {
  const intake = (await place.talk(person))?.state.intake ?? "";
  return (await place.words(intake)).filter(({ direction }) => direction === "in").map((word) => word.text);
};

const answersTo = ({ line }: Town, { replyToken }: Arrival): number =>
  line.shown.filter((call) => call.with === replyToken).length;

/** PERSON is being heard, and somebody else writes two words meanwhile. */
function crowded(kept: Memory = memory()) {
  const gate = shut(kept);
  const place = town({ store: gate.store, busy });
  const first = place.take(text("母のことです", place.clock));
  const [hello, more] = [{ person: OTHER }, { person: OTHER }].map((who, n) => {
    place.clock.now += 1;
    return text(["家賃が払えません", "仕事もなくしました"][n] ?? "", place.clock, who);
  });
  return { kept, gate, place, first, hello: hello!, more: more! };
}

describe("who comes while others are heard", () => {
  test("is told 200 once the words are durable, before they are heard, and is answered in turn", async () => {
    const { kept, gate, place, first, hello, more } = crowded();
    const keys = [...(await place.desk.receive([hello])), ...(await place.desk.receive([more]))];
    expect((await kept.talks.load(keys, [])).unheard.map(({ arrival }) => arrival)).toMatchObject([hello, more]);
    expect([place.line.shown, (await kept.talks.load(keys, [])).talks.size]).toEqual([[], 0]);
    gate.open();
    await Promise.all([first, place.desk.run(keys)]);
    expect(await told(place, OTHER)).toEqual(["家賃が払えません", "仕事もなくしました"]);
    expect(place.line.shown.length).toBe(2);
    expect((await kept.talks.load(keys, [])).unheard).toEqual([]);
    expect(await told(place)).toEqual(["母のことです"]);
  });

  describe("whose language is not ready yet", () => {
    /** English waits until the test says so. */
    function starting(kept = memory()) {
      const asked: string[][] = [];
      let [ready, isReady] = [(): void => {}, false];
      const made = new Promise<void>((resolve) => (ready = resolve));
      const unready = (words: string[]): (() => Promise<void>) | null => {
        asked.push(words);
        return isReady || !words.some((one) => /[a-z]/u.test(one)) ? null : () => made;
      };
      const place = town({ store: kept, busy: { ...busy, atOnce: 9 }, unready });
      const get = (): void => void ([isReady] = [true, ready()]);
      return { kept, asked, place, get };
    }

    test("is told 200 before, and heard when it is; nobody else waits for it", async () => {
      const { kept, place, get } = starting();
      const keys = await place.desk.receive([text("I lost my job", place.clock)]);
      const { talks, unheard } = await kept.talks.load(keys, []);
      expect([place.line.shown, talks.size, unheard.length]).toEqual([[], 0, 1]);
      await place.take(text("家賃が払えません", place.clock, { person: OTHER }));
      expect(await told(place, OTHER)).toEqual(["家賃が払えません"]);
      get();
      await place.desk.run(keys);
      expect(await told(place)).toEqual(["I lost my job"]);
      expect((await kept.talks.load(keys, [])).unheard).toEqual([]);
      await place.desk.receive([text("I have no money", place.clock)]);
      expect(await told(place)).toEqual(["I lost my job", "I have no money"]);
    });

    test("what they send besides is told 200, too, and heard behind it, by whichever program", async () => {
      const { kept, place, get } = starting();
      const english = await place.desk.receive([text("I lost my job", place.clock)]);
      place.clock.now += 1;
      // Another request on Workers, another program: it knows of nothing that is under way.
      const other = starting(kept);
      const sticker = event({ kind: "sticker", text: "" }, other.place.clock);
      const keys = await other.place.desk.receive([sticker]);
      const { talks, unheard } = await kept.talks.load(keys, []);
      expect([talks.size, unheard.length]).toEqual([0, 2]);
      other.get();
      await other.place.desk.run(keys);
      get();
      await place.desk.run(english);
      expect((await kept.talks.load(keys, [])).unheard).toEqual([]);
      expect(await told(place)).toEqual(["I lost my job", ""]);
      expect([answersTo(place, sticker), answersTo(other.place, sticker)]).toEqual([0, 1]);
    });

    test("a talk that is merely quiet waits for no language", async () => {
      const { kept, place } = starting();
      await place.take(text("家賃が払えません", place.clock));
      const next = starting(kept);
      next.place.clock.now += 1000 * 3_600_000;
      await next.place.desk.sweep();
      expect((await next.place.record())?.status).toBeDefined();
    });

    test("keeps the order of their words, and what a program that died left waits for it, too", async () => {
      const { kept, place } = starting();
      await place.desk.receive([text("I lost my job", place.clock)]);
      place.clock.now += 1;
      await place.desk.receive([text("家賃が払えません", place.clock)]);
      const next = starting(kept);
      next.place.clock.now += LATE_MS;
      const sweeping = next.place.desk.sweep();
      await settled();
      expect([next.asked[0], next.place.line.shown]).toEqual([["I lost my job", "家賃が払えません"], []]);
      next.get();
      await sweeping;
      expect(await told(next.place)).toEqual(["I lost my job", "家賃が払えません"]);
    });
  });

  test("is heard by the next program where this one dies first, with their next word and before it", async () => {
    const { kept, place, hello, more } = crowded();
    await place.desk.receive([hello]);
    const next = place.again(kept);
    await next.take(more);
    expect(await told(next, OTHER)).toEqual(["家賃が払えません", "仕事もなくしました"]);
    expect((await kept.talks.load([(await next.talk(OTHER))!.key], [])).unheard).toEqual([]);
  });

  test("is heard after ten seconds where nobody writes again", async () => {
    const { kept, place, hello } = crowded();
    await place.desk.receive([hello]);
    const next = place.again(kept);
    expect(await next.desk.sweep()).toBe(0);
    expect(await backlogOf(kept, next.clock.now)).toEqual({ people: 1, oldestMs: 1, alerts: 0 });
    next.clock.now += LATE_MS;
    expect(await backlogOf(kept, next.clock.now)).toEqual({ people: 1, oldestMs: LATE_MS + 1, alerts: 0 });
    expect(await next.desk.sweep()).toBe(1);
    expect(await told(next, OTHER)).toEqual(["家賃が払えません"]);
    expect(answersTo(next, hello)).toBe(1);
    next.clock.now += 60_000;
    expect(await next.desk.sweep()).toBe(0);
  });

  test("gets no 200 where they cannot be kept", async () => {
    const gate = shut(memory());
    const place = town({ store: failing(gate.store, (method) => (method === "keep" ? "before" : null)), busy });
    const first = place.take(text("母のことです", place.clock));
    await expect(place.desk.receive([text("家賃が払えません", place.clock, { person: OTHER })])).rejects.toThrow(
      "down",
    );
    gate.open();
    await first;
    expect([await told(place), await place.talk(OTHER)]).toEqual([["母のことです"], undefined]);
  });

  test("is heard once, however often LINE brings it, whether it is still waiting or not", async () => {
    const { kept, gate, place, first, hello } = crowded();
    const again = [await place.desk.receive([hello]), await place.desk.receive([hello])].flat();
    gate.open();
    await Promise.all([first, place.desk.run(again)]);
    await place.take(hello);
    expect(await told(place, OTHER)).toEqual(["家賃が払えません"]);
    expect(answersTo(place, hello)).toBe(1);
    expect((await kept.talks.load(again, [])).unheard).toEqual([]);
  });

  test("is heard once where it could not be struck off the list of those who wait", async () => {
    let broken = true;
    const { gate, place, first, hello } = crowded();
    const once = town({
      store: failing(place.store, (method: Method) => (method === "heard" && broken ? "before" : null)),
      busy,
      clock: place.clock,
      line: place.line,
    });
    const held = once.take(text("母のことです", place.clock));
    const keys = await once.desk.receive([hello]);
    gate.open();
    await Promise.all([first, held, once.desk.run(keys)]);
    broken = false;
    await settled();
    place.clock.now += LATE_MS;
    expect(await once.desk.sweep()).toBe(1);
    await settled();
    expect(await once.desk.sweep()).toBe(0);
    expect(await told(once, OTHER)).toEqual(["家賃が払えません"]);
    expect(answersTo(place, hello)).toBe(1);
  });

  test("is heard in the order of the webhook where LINE gives two words the same time", async () => {
    const kept = memory();
    const load: typeof kept.talks.load = async (...asked) => {
      const loaded = await kept.talks.load(...asked);
      return { ...loaded, unheard: loaded.unheard.toReversed() };
    };
    const { gate, place, first } = crowded({ ...kept, talks: { ...kept.talks, load } });
    const said = ["いちばん", "にばん", "さんばん"].map((words) => text(words, place.clock, { person: OTHER }));
    const keys = await place.desk.receive(said);
    gate.open();
    await Promise.all([first, place.desk.run(keys)]);
    expect((await place.talk(OTHER))!.seen).toEqual(said.map(({ id }) => id));
  });

  test("is answered by push where the minute of the reply token passed while they waited", async () => {
    const { kept, place, hello } = crowded();
    await place.desk.receive([hello]);
    const next = place.again(kept);
    next.clock.now += 70_000;
    next.line.ends.push("silence", "token");
    await next.desk.sweep();
    next.clock.now += 60_000;
    await next.desk.sweep();
    expect(next.line.calls.map(({ by }) => by)).not.toContain("reply");
    expect(next.line.shown.length).toBe(1);
  });

  test("does not overtake their own words: while those are being kept, the next go the same way", async () => {
    let [keep, hold] = [(): void => {}, true];
    const keeping = new Promise<void>((resolve) => (keep = resolve));
    const kept = memory();
    const talks = {
      ...kept.talks,
      async keep(all: Parameters<typeof kept.talks.keep>[0]) {
        if (hold) await keeping;
        hold = false;
        return kept.talks.keep(all);
      },
    };
    const { gate, place, first, hello, more } = crowded({ ...kept, talks });
    const slow = place.desk.receive([hello]);
    gate.open();
    await first;
    const quick = place.desk.receive([more]);
    await settled();
    keep();
    await place.desk.run([...(await slow), ...(await quick)]);
    const heard = (await place.words((await place.talk(OTHER))!.state.intake!)).filter(({ by }) => by === null);
    expect(heard.filter(({ direction }) => direction === "in").map((word) => word.text)).toEqual([
      "家賃が払えません",
      "仕事もなくしました",
    ]);
    expect((await place.talk(OTHER))!.seen).toEqual([hello.id, more.id]);
  });

  describe("and cannot be heard at all", () => {
    const broken = (place: Town): Arrival => ({ ...text("?", place.clock, { person: OTHER }), input: null as never });

    test("holds up neither others nor what they write besides; it is looked at again every minute", async () => {
      const { kept, gate, place, first, hello, more } = crowded();
      const bad = broken(place);
      const keys = [];
      for (const one of [hello, bad, more]) keys.push(...(await place.desk.receive([one])));
      gate.open();
      await Promise.all([first, place.desk.run(keys)]);
      expect([await told(place), await told(place, OTHER)]).toEqual([
        ["母のことです"],
        ["家賃が払えません", "仕事もなくしました"],
      ]);
      let looks = 0;
      for (let second = 0; second < 300; second += 10) {
        place.clock.now += 10_000;
        looks += await place.desk.sweep();
        await settled();
      }
      expect(looks).toBe(5);
      expect((await kept.talks.load(keys, [])).unheard.map(({ arrival }) => arrival.id)).toEqual([bad.id]);
      await place.take(text("死にたい", place.clock, { person: OTHER }));
      expect([(await told(place, OTHER)).at(-1), place.alerts.length]).toEqual(["死にたい", 1]);
    });

    test.each([
      ["with the message that is taken back", (bad: Arrival, place: Town) => unsend(bad, place.clock)],
      ["with everything", (_: Arrival, place: Town) => text("記録しないで", place.clock, { person: OTHER })],
    ])("it goes %s", async (_, wish) => {
      const { kept, gate, place, first, hello } = crowded();
      const bad = broken(place);
      const keys = [...(await place.desk.receive([hello])), ...(await place.desk.receive([bad]))];
      gate.open();
      await Promise.all([first, place.desk.run(keys)]);
      expect((await kept.talks.load(keys, [])).unheard.length).toBe(1);
      place.clock.now += 1000;
      await place.take(wish(bad, place));
      expect((await kept.talks.load(keys, [])).unheard).toEqual([]);
    });
  });

  test("holds up nothing that is owed to others", async () => {
    const kept = memory();
    const place = town({ store: kept, busy });
    place.line.ends.push("again", "again", "again");
    await place.take(text("家賃が払えません", place.clock));
    await kept.talks.keep([
      { key: "k", office: "demo", arrival: text("はい", place.clock, { person: OTHER }), dueAt: 0 },
    ]);
    let answer = (): void => {};
    place.line.channel.languageOf = () => new Promise((resolve) => (answer = () => resolve(null)));
    const follows = place.take(event({ kind: "follow" }, place.clock, { person: `U${"3".repeat(32)}` }));
    await settled();
    place.clock.now += 31_000;
    const looking = place.desk.sweep();
    await settled();
    expect(place.line.shown.length).toBe(1);
    answer();
    await Promise.all([follows, looking]);
    expect((await kept.talks.load(["k"], [])).unheard).toEqual([]);
  });

  test("of two programs on one database: a word kept by one is heard before the next, which comes to the other", async () => {
    const [one, two] = await twoOnOneFile();
    const gate = shut(one);
    const here = town({ store: gate.store, busy });
    const there = here.again(two);
    const first = here.take(text("母のことです", here.clock));
    const hello = text("家賃が払えません", here.clock, { person: OTHER });
    const keys = await here.desk.receive([hello]);
    here.clock.now += 1;
    await there.take(text("仕事もなくしました", here.clock, { person: OTHER }));
    gate.open();
    await Promise.all([first, here.desk.run(keys)]);
    expect(await told(there, OTHER)).toEqual(["家賃が払えません", "仕事もなくしました"]);
    expect((await two.talks.load(keys, [])).unheard).toEqual([]);
  });
});
