// Media: whole or not at all, in small chunks, gone when taken back.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Fresh } from "../contract.ts";
import { filing, gathered, intake, message } from "../samples.ts";

const picture = { id: "p1", office: "aoba", intake: "i1", type: "image/png", state: "kept" as const };
const [CHUNK, DAY] = [512 * 1024, 86_400_000];

/** Bytes that differ everywhere, in pieces as a network brings them. */
async function* arriving(size: number, piece = 100_000, breaks = false): AsyncIterable<Uint8Array> {
  for (let from = 0; from < size; from += piece) {
    yield Uint8Array.from(
      { length: Math.min(piece, size - from) },
      (_, n) => ((from + n) * 31 + ((from + n) >> 8)) & 255,
    );
    if (breaks && from > size / 2) throw new Error("the line broke");
  }
}

const digest = (chunks: Uint8Array[]): string => {
  const hash = createHash("sha256");
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
};

export function mediaContract(fresh: Fresh): void {
  describe("media", () => {
    test.each([
      ["3 MiB", 3 * 1024 * 1024, 6],
      ["one byte over a chunk", CHUNK + 1, 2],
      ["just a chunk", CHUNK, 1],
      ["nothing", 0, 0],
    ])("%s comes back byte for byte, in chunks of at most 512 KiB", async (_, size, chunks) => {
      const { media } = await fresh();
      expect(await media.keep(picture, arriving(size))).toEqual({ ...picture, size });
      expect(await media.find("p1")).toEqual({ ...picture, size });
      const read = await gathered(media.read("p1"));
      expect(read.length).toBe(chunks);
      expect(Math.max(0, ...read.map((chunk) => chunk.length))).toBeLessThanOrEqual(CHUNK);
      expect(digest(read)).toBe(digest(await gathered(arriving(size))));
    });

    test("nothing stays when it breaks off, and it can be kept at the next try", async () => {
      const { media } = await fresh();
      await expect(media.keep(picture, arriving(2 * CHUNK, 100_000, true))).rejects.toThrow("the line broke");
      expect(await media.find("p1")).toBeNull();
      expect(await gathered(media.read("p1"))).toEqual([]);
      expect(await media.keep(picture, arriving(10))).toMatchObject({ size: 10, state: "kept" });
    });

    test("kept twice, even at once, it is one of them whole", async () => {
      const { media } = await fresh();
      await Promise.all([media.keep(picture, arriving(CHUNK + 5)), media.keep(picture, arriving(CHUNK + 5))]);
      await media.keep(picture, arriving(3));
      expect(digest(await gathered(media.read("p1")))).toBe(digest(await gathered(arriving(CHUNK + 5))));
    });

    test.each(["too-big", "gone"] as const)("what could not be kept is marked %s", async (state) => {
      const { media } = await fresh();
      await media.mark({ ...picture, size: 99, state });
      expect(await media.find("p1")).toEqual({ ...picture, size: 99, state });
      expect(await gathered(media.read("p1"))).toEqual([]);
    });

    test("a picture that is taken back goes, and stays gone whatever comes late", async () => {
      const { media, talks } = await fresh();
      await talks.file(filing({ messages: [message("p1", { kind: "image", text: null, mediaId: "p1" })] }));
      await media.keep(picture, arriving(10));
      await talks.file(filing({ retractions: [{ messageId: "p1", at: 5 }] }));
      expect(await media.find("p1")).toMatchObject({ state: "retracted" });
      await media.mark({ ...picture, size: 10, state: "gone" });
      await media.keep(picture, arriving(10));
      expect(await media.find("p1")).toMatchObject({ state: "retracted" });
      expect(await gathered(media.read("p1"))).toEqual([]);
    });

    test("a picture that is taken back while it is fetched is not kept", async () => {
      const { media, talks } = await fresh();
      await talks.file(filing({ messages: [message("p1", { kind: "image", text: null, mediaId: "p1" })] }));
      async function* interrupted(): AsyncIterable<Uint8Array> {
        yield* arriving(CHUNK);
        await talks.file(filing({ retractions: [{ messageId: "p1", at: 5 }] }));
        yield* arriving(CHUNK);
      }
      expect(await media.keep(picture, interrupted())).toMatchObject({ state: "retracted", size: 0 });
      expect(await gathered(media.read("p1"))).toEqual([]);
    });

    test("what counts, and what still comes, is left where it is when the store is tidied up", async () => {
      const { media } = await fresh();
      await media.keep(picture, arriving(CHUNK + 5));
      async function* tidied(): AsyncIterable<Uint8Array> {
        yield* arriving(CHUNK);
        expect(await media.tidy(Date.now())).toBe(0);
        yield* arriving(CHUNK);
      }
      await media.keep({ ...picture, id: "p2" }, tidied());
      expect(await media.tidy(Date.now() + 2 * DAY)).toBe(0);
      expect(digest(await gathered(media.read("p1")))).toBe(digest(await gathered(arriving(CHUNK + 5))));
      expect(await gathered(media.read("p2"))).toHaveLength(2);
    });

    test("dropped, it is as if it had never been", async () => {
      const { media } = await fresh();
      await media.keep(picture, arriving(10));
      await media.drop("p1");
      expect(await media.find("p1")).toBeNull();
      expect(await gathered(media.read("p1"))).toEqual([]);
    });
  });
}

/** Of stores that outlive the program. */
export function leftContract(fresh: Fresh): void {
  test("what a program left that died in an upload, its record being erased meanwhile, goes a day later", async () => {
    const { media, talks } = await fresh();
    await media.keep(picture, arriving(CHUNK + 5));
    const died = Promise.withResolvers<void>();
    async function* dying(): AsyncIterable<Uint8Array> {
      yield* arriving(CHUNK);
      await talks.erase({ key: "", base: 0, leave: intake("i2"), seen: [], intake: "i2" });
      yield* arriving(CHUNK);
      died.resolve();
      await new Promise(() => {});
    }
    await talks.file(filing({ messages: [message("p2", { intake: "i2", mediaId: "p2" })] }));
    void media.keep({ ...picture, id: "p2", intake: "i2" }, dying());
    await died.promise;
    expect(await media.tidy(Date.now())).toBe(0);
    // What came before is gone with the record.
    expect(await media.tidy(Date.now() + DAY + 60_000)).toBe(1);
    expect(await media.tidy(Date.now() + DAY + 60_000)).toBe(0);
    expect(await gathered(media.read("p1"))).toHaveLength(2);
  });
}
