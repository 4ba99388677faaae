// Pictures, voices and files: fetched at once, tried again while LINE is not ready, and never lost in silence.
import { describe, expect, test } from "vitest";
import type { Fetched } from "../../src/ports.ts";
import { gathered } from "../store/samples.ts";
import { BOOK, event, OTHER, settled, text, town, unsend, type Memory, type Town } from "./town.ts";

const BYTES = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
const ready = (bytes = BYTES): Fetched => ({
  state: "ready",
  chunks: (async function* () {
    yield bytes;
  })(),
});
const picture = (place: Town, more = {}) => event({ kind: "image", name: "" }, place.clock, more);
const find = (place: Town, { messageId }: { messageId: string | null }) => place.store.media.find(messageId!);

async function sweepFor(place: Town, ms: number, step: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += step) {
    place.clock.now += step;
    await place.desk.sweep();
  }
}

describe("a picture", () => {
  test("is kept with its true type, and belongs to the talk", async () => {
    const place = town();
    const sent = picture(place);
    place.line.media.set(sent.messageId!, ready());
    await place.take(sent);
    expect(await find(place, sent)).toMatchObject({
      state: "kept",
      type: "image/png",
      size: BYTES.length,
      intake: (await place.talk())!.state.intake,
    });
    expect(Buffer.concat(await gathered(place.store.media.read(sent.messageId!)))).toEqual(Buffer.from(BYTES));
  });

  test("that LINE does not have ready is fetched again, and kept once", async () => {
    const place = town();
    const sent = picture(place);
    const ends: Fetched[] = [{ state: "not-ready" }, { state: "again" }, ready()];
    place.line.media.set(sent.messageId!, async () => ends.shift()!);
    await place.take(sent);
    expect(await find(place, sent)).toBeNull();
    await sweepFor(place, 10_000, 1000);
    expect([(await find(place, sent))?.state, ends.length, (await place.talk())!.owed]).toEqual(["kept", 0, []]);
  });

  test.each([
    ["that LINE no longer has", (): Fetched => ({ state: "gone" }), "gone", "開けませんでした"],
    [
      "over the office's size",
      () => ready(new Uint8Array(BOOK.office.mediaMiB * 1024 * 1024 + 1)),
      "too-big",
      "大きい",
    ],
  ])("%s: staff see the mark, and the resident is told once", async (_, end, state, words) => {
    const place = town();
    const sent = picture(place);
    place.line.media.set(sent.messageId!, end());
    await place.take(sent);
    await sweepFor(place, 3000, 1000);
    expect([
      (await find(place, sent))?.state,
      (await gathered(place.store.media.read(sent.messageId!))).length,
    ]).toEqual([state, 0]);
    expect(place.line.shown.filter(({ text }) => text.includes(words)).map(({ by }) => by)).toEqual(["push"]);
    const intake = (await place.talk())!.state.intake!;
    expect(
      (await place.words(intake)).filter(({ text, direction }) => direction === "out" && text?.includes(words)).length,
    ).toBe(1);
  });

  test("that cannot be fetched for more than a day is marked as gone; until then it is tried", async () => {
    const place = town();
    const sent = picture(place);
    place.line.media.set(sent.messageId!, { state: "again" });
    await place.take(sent);
    await sweepFor(place, 20 * 3_600_000, 301_000);
    expect(await find(place, sent)).toBeNull();
    await sweepFor(place, 10 * 3_600_000, 301_000);
    expect((await find(place, sent))?.state).toBe("gone");
  });

  test("whose bytes break off half-way leaves nothing, and is fetched again", async () => {
    const place = town();
    const sent = picture(place);
    const broken: Fetched = {
      state: "ready",
      chunks: (async function* () {
        yield BYTES;
        throw new Error("reset");
      })(),
    };
    const ends = [broken, ready()];
    place.line.media.set(sent.messageId!, async () => ends.shift()!);
    await place.take(sent);
    expect(await find(place, sent)).toBeNull();
    await sweepFor(place, 3000, 1000);
    expect((await find(place, sent))?.size).toBe(BYTES.length);
  });

  test("sent while another system holds the chat: kept or marked, and nothing is said of it", async () => {
    const place = town();
    await place.take(picture(place, { standby: true, replyToken: null }));
    await sweepFor(place, 3000, 1000);
    expect(place.line.calls).toEqual([]);
  });

  test("that comes slowly, for longer than a claim is held, is fetched once; where whoever fetched it died, again", async () => {
    const place = town();
    const sent = picture(place);
    let [fetched, dies] = [0, false];
    const more = [1, 2, 3].map(() => Promise.withResolvers<void>());
    const slow: Fetched = {
      state: "ready",
      chunks: (async function* () {
        for (const { promise } of more) {
          yield BYTES;
          await promise;
          if (dies) await new Promise(() => {});
        }
      })(),
    };
    place.line.media.set(sent.messageId!, async () => ((fetched += 1), fetched === 1 ? slow : ready()));
    void place.take(sent);
    await settled();
    for (const { resolve } of more.slice(0, 2)) {
      await sweepFor(place, 20_000, 1000);
      resolve();
      await settled();
    }
    await sweepFor(place, 25_000, 1000);
    expect(fetched).toBe(1);
    dies = true;
    more[2]!.resolve();
    await settled();
    const restarted = place.again();
    place.clock.now += 31_000;
    await restarted.desk.sweep();
    expect([fetched, (await find(place, sent))?.state]).toEqual([2, "kept"]);
  });

  test("that takes long holds up neither the answer to it nor the next words", async () => {
    const place = town();
    const sent = picture(place);
    let release: (found: Fetched) => void = () => {};
    place.line.media.set(sent.messageId!, () => new Promise((resolve) => (release = resolve)));
    const taken = place.take(sent);
    await settled();
    await place.take(text("これは家の写真です", place.clock));
    expect(place.line.shown.length).toBe(2);
    release(ready());
    await taken;
    expect([(await find(place, sent))?.state, (await place.talk())!.owed]).toEqual(["kept", []]);
  });
});

describe("a picture that is taken back", () => {
  test.each([
    [
      "after it was fetched",
      async (place: Town, take: () => Promise<void>, back: () => Promise<void>) => [await take(), await back(), place],
    ],
    [
      "while it is being fetched",
      async (place: Town, take: () => Promise<void>, back: () => Promise<void>) => {
        let release = (): void => {};
        const slow = new Promise<void>((resolve) => (release = resolve));
        const [[id, found]] = [...place.line.media] as [[string, Fetched]];
        place.line.media.set(id, async () => slow.then(() => found));
        const taken = take();
        await settled();
        await back();
        release();
        await taken;
      },
    ],
  ])("%s: its bytes are gone", async (_, inOrder) => {
    const place = town();
    const sent = picture(place);
    place.line.media.set(sent.messageId!, ready());
    await inOrder(
      place,
      () => place.take(sent),
      () => place.take(unsend(sent, place.clock)),
    );
    expect(await gathered(place.store.media.read(sent.messageId!))).toEqual([]);
    expect((await find(place, sent))?.state ?? "never kept").toMatch(/retracted|never kept/);
  });

  test("before it was fetched is never fetched", async () => {
    const place = town();
    const sent = picture(place);
    let fetched = 0;
    place.line.media.set(sent.messageId!, async () => ((fetched += 1), ready()));
    await place.desk.receive([sent]);
    const restarted = place.again();
    await restarted.take(unsend(sent, place.clock));
    place.clock.now += 31_000;
    await restarted.desk.sweep();
    expect(fetched).toBe(0);
  });

  test("with everything else (記録しないで) leaves neither bytes nor mark, also when it arrives late", async () => {
    const place = town();
    const sent = picture(place, { person: OTHER });
    let release: (found: Fetched) => void = () => {};
    place.line.media.set(sent.messageId!, () => new Promise((resolve) => (release = resolve)));
    const taken = place.take(sent);
    await settled();
    await place.take(text("記録しないで", place.clock, { person: OTHER }));
    release(ready());
    await taken;
    expect((place.store as Memory).dump()).not.toContain(sent.messageId);
    expect(await place.talk(OTHER)).toBeUndefined();
  });
});
