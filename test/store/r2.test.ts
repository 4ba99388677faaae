// D1 with pictures, voices and files in R2: the same contract, and what only a bucket asks for.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bucket } from "../../src/store/chunks/bucket.ts";
import { inBucket } from "../../src/store/chunks/bucket.ts";
import { d1Store } from "../../src/store/d1.ts";
import type { Base } from "../../src/store/prisma/base.ts";
import { D1 } from "../../src/store/prisma/rows/sql.ts";
import { servedWorker } from "../worker/served.ts";
import { storeContract } from "./contract.ts";
import { leftContract } from "./contract/media.ts";
import { filing, gathered, intake, message, move } from "./samples.ts";

const dataKey = Buffer.alloc(32, 7).toString("base64");
const TABLES = "Talk Unheard Intake Message Entry Media MediaChunk Staff Session Invitation Failure Gone Mark".split(
  " ",
);
const DAY = 86_400_000;
const picture = { id: "p1", office: "aoba", intake: "i1", type: "image/png", state: "kept" as const };
let worker: Awaited<ReturnType<typeof servedWorker>>;

beforeAll(async () => void (worker = await servedWorker({}, true)));
afterAll(() => worker.close());

async function keys(): Promise<string[]> {
  return (await worker.env.MEDIA.list({})).objects.map(({ key }) => key);
}

async function fresh() {
  const { DB, MEDIA } = worker.env;
  await DB.batch(TABLES.map((table) => DB.prepare(`DELETE FROM "${table}"`).bind()));
  const all = await keys();
  if (all.length > 0) await MEDIA.delete(all);
  return d1Store({ db: DB, dataKey, bucket: MEDIA });
}

async function* bytes(size: number, then: () => Promise<void> = async () => {}): AsyncIterable<Uint8Array> {
  yield new Uint8Array(size).fill(7);
  await then();
}

const rowsOf = async (table: string): Promise<number> => {
  const [found] = await worker.env.DB.batch([worker.env.DB.prepare(`SELECT * FROM "${table}"`).bind()]);
  return found?.results?.length ?? 0;
};

storeContract("d1 with r2", fresh);
leftContract(fresh);

describe("in the bucket", () => {
  test("stands an object for each chunk, sealed, and no chunk in the database", async () => {
    const { media } = await fresh();
    await media.keep(picture, bytes(600_000));
    expect(await keys()).toEqual([
      expect.stringMatching(/^p1\/t\d{13}-[\w-]{36}\/0$/),
      expect.stringMatching(/^p1\/t\d{13}-[\w-]{36}\/1$/),
    ]);
    const object = await worker.env.MEDIA.get((await keys())[0] ?? "");
    expect(Buffer.from(await object!.arrayBuffer()).includes(Buffer.alloc(16, 7))).toBe(false);
    expect(await rowsOf("MediaChunk")).toBe(0);
  });

  test.each<[what: string, act: (store: Awaited<ReturnType<typeof fresh>>) => Promise<unknown>]>([
    ["is taken back", ({ talks }) => talks.file(filing({ retractions: [{ messageId: "p1", at: 5 }] }))],
    [
      "is taken back in the write of its talk",
      ({ talks }) =>
        talks.commit([{ ...move("k1", 0), filing: filing({ retractions: [{ messageId: "p1", at: 5 }] }) }]),
    ],
    ["is erased", ({ talks }) => talks.erase({ key: "", base: 0, leave: intake("i1"), seen: [], intake: "i1" })],
    ["is dropped", ({ media }) => media.drop("p1")],
    [
      "breaks off",
      ({ media }) =>
        media
          .keep(
            { ...picture, id: "p2" },
            bytes(600_000, () => Promise.reject(new Error("broke"))),
          )
          .catch(() => {}),
    ],
    [
      "is taken back while it comes",
      ({ media, talks }) =>
        media.keep(
          { ...picture, id: "p2" },
          bytes(600_000, () => talks.file(filing({ retractions: [{ messageId: "p2", at: 5 }] }))),
        ),
    ],
  ])("nothing is left of what %s; another's stays", async (what, act) => {
    const store = await fresh();
    const isFirst = !what.startsWith("breaks") && !what.endsWith("comes");
    await store.talks.file(filing({ messages: [message("p1", { mediaId: "p1" }), message("p2", { mediaId: "p2" })] }));
    if (isFirst) await store.media.keep(picture, bytes(600_000));
    await store.media.keep({ ...picture, id: "p12", intake: "i2" }, bytes(10));
    await act(store);
    expect((await keys()).map((key) => key.split("/")[0])).toEqual(["p12"]);
    expect((await gathered(store.media.read("p12"))).length).toBe(1);
  });

  test("what cannot be deleted fails before its row is gone, and goes at the next try", async () => {
    const { DB, MEDIA } = worker.env;
    const { media } = await fresh();
    await media.keep(picture, bytes(10));
    const down: Bucket = { ...bound(MEDIA), delete: () => Promise.reject(new Error("R2 is down")) };
    const erasure = { key: "", base: 0, leave: intake("i1"), seen: [], intake: "i1" };
    await expect(d1Store({ db: DB, dataKey, bucket: down }).talks.erase(erasure)).rejects.toThrow("R2 is down");
    expect((await media.find("p1"))?.state).toBe("kept");
    await d1Store({ db: DB, dataKey, bucket: MEDIA }).talks.erase(erasure);
    expect([await keys(), await media.find("p1")]).toEqual([[], null]);
  });

  test("what was kept in the database before there was a bucket is read from there, and goes as before", async () => {
    const { DB, MEDIA } = worker.env;
    await fresh();
    const before = d1Store({ db: DB, dataKey });
    await before.talks.file(filing({ messages: [message("p1", { mediaId: "p1" })] }));
    await before.media.keep(picture, bytes(600_000));
    const since = d1Store({ db: DB, dataKey, bucket: MEDIA });
    expect(Buffer.concat(await gathered(since.media.read("p1")))).toEqual(Buffer.alloc(600_000, 7));
    await since.talks.file(filing({ retractions: [{ messageId: "p1", at: 5 }] }));
    expect(await rowsOf("MediaChunk")).toBe(0);
  });

  test("what a Worker that died left goes at night, a day later; what counts or is still written stays", async () => {
    const { MEDIA } = worker.env;
    const { media } = await fresh();
    await media.keep(picture, bytes(600_000));
    const left = ["p1/another-upload/0", "nobody/upload/0"];
    for (const key of left) await MEDIA.put(key, new Uint8Array(3));
    expect(await media.tidy(Date.now())).toBe(0);
    expect(await media.tidy(Date.now() + DAY + 60_000)).toBe(2);
    expect(await gathered(media.read("p1"))).toHaveLength(2);
    expect((await keys()).filter((key) => left.includes(key))).toEqual([]);
  });

  test("a bucket of many pages is looked through to its end", async () => {
    const all = Array.from({ length: 7 }, (_, n) => ({ key: `p${n}/upload/0`, uploaded: new Date(0) }));
    const gone: string[] = [];
    const paged: Bucket = {
      ...bound(worker.env.MEDIA),
      list: async ({ cursor = "0", prefix = "" }) => {
        const page = all.filter(({ key }) => key.startsWith(prefix)).slice(Number(cursor), Number(cursor) + 2);
        return { objects: page, truncated: Number(cursor) + 2 < all.length, cursor: String(Number(cursor) + 2) };
      },
      delete: async (some) => void gone.push(...some),
    };
    const base = {
      sql: D1,
      query: async () => [{ id: "p6", upload: "upload" }],
      together: async () => [{ changed: 0, rows: [] }],
    } as unknown as Base;
    expect(await inBucket(paged, base).tidy(DAY + 1)).toBe(6);
    expect(gone).not.toContain("p6/upload/0");
    await inBucket(paged, base).keepOnly("p6", null);
    expect(gone).toContain("p6/upload/0");
  });
});

const bound = (bucket: Bucket): Bucket => ({
  put: (key, value) => bucket.put(key, value),
  get: (key) => bucket.get(key),
  list: (options) => bucket.list(options),
  delete: (some) => bucket.delete(some),
});
