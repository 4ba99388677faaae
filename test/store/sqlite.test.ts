// SQLite: the contract, and what only a file can get wrong.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, test } from "vitest";
import type { Store } from "../../src/ports.ts";
import { migrate } from "../../src/store/opening/migrate-sqlite.ts";
import { CannotOpenDatabase, readMigrations } from "../../src/store/opening/migrations.ts";
import { sealer, WrongDataKey } from "../../src/store/seal.ts";
import { sqliteStore } from "../../src/store/sqlite.ts";
import { insertOf, rowsBefore, wentOn } from "./before.ts";
import { damaged, damagedRecord, damagedUnheard, damagedWords } from "./damaged.ts";
import { storeContract } from "./contract.ts";
import { leftContract } from "./contract/media.ts";
import { entry, filing, gathered, intake, message, move, SECRETS, staff } from "./samples.ts";

const root = mkdtempSync(join(tmpdir(), "uketome-store-"));
const dataKey = Buffer.alloc(32, 7).toString("base64");
const opened: Store[] = [];
let files = 0;

const newFile = (): string => join(root, `${(files += 1)}.db`);

async function open(path = newFile(), key = dataKey, apart = false): Promise<Store> {
  const store = await sqliteStore({ url: `file:${path}`, dataKey: key, apart });
  opened.push(store);
  return store;
}

afterAll(async () => {
  await Promise.all(opened.map((store) => store.close()));
  rmSync(root, { recursive: true });
});

storeContract("sqlite", open);
leftContract(open);
storeContract("sqlite, written by a thread of its own", () => open(newFile(), dataKey, true));
storeContract("sqlite, whose talks another program reads", async () => {
  const path = newFile();
  const [writes, reads] = [await open(path), await open(path)];
  return { ...writes, talks: { ...writes.talks, load: reads.talks.load } };
});

/** What a program remembers of a talk it wrote must never stand before what the database holds. */
test("two programs that take turns at one talk each see what the other wrote", async () => {
  const path = newFile();
  const both = [(await open(path)).talks, (await open(path)).talks];
  for (let base = 0; base < 6; base += 1) {
    const turn = move("k1", base, {}, [message(`m${base}`)]);
    expect(await both[base % 2]?.commit([turn])).toEqual(new Set(["k1"]));
    for (const { load } of both) expect((await load(["k1"], [])).talks.get("k1")).toEqual(turn.talk);
  }
});

/** One of everything that holds somebody's words. */
async function fill({ talks, records, staff: accounts, media }: Store): Promise<void> {
  await talks.commit([move("k1", 0, {}, [message("m0")])]);
  const filed = { intake: intake("i1"), raise: null, talkRevision: 1 };
  await talks.file(filing({ messages: [message("m1")], entries: [entry("x")], intakes: [filed] }));
  await records.act({ id: "i1", base: 1, set: { unread: false }, entry: entry("y") });
  await accounts.save(staff("s1"));
  await accounts.noteFailure(SECRETS.login, 1);
  await media.keep({ id: "p1", office: "aoba", intake: "i1", type: "text/plain", state: "kept" }, words());
}

async function* words(): AsyncIterable<Uint8Array> {
  yield Buffer.from(SECRETS.story);
}

const bytesOf = (path: string): Buffer[] =>
  readdirSync(root)
    .filter((name) => join(root, name).startsWith(path))
    .map((name) => readFileSync(join(root, name)));

describe("the file", () => {
  test("is really written by the question whether it can be", async () => {
    const path = newFile();
    const store = await open(path);
    const before = statSync(`${path}-wal`).size;
    await store.touch();
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(before);
  });

  test("that another program holds is read, and said to take nothing", async () => {
    const path = newFile();
    const store = await open(path);
    const other = new Database(path);
    other.exec("BEGIN IMMEDIATE");
    await store.ping();
    await expect(store.touch()).rejects.toThrow();
    other.exec("ROLLBACK");
    await store.touch();
    other.close();
  }, 20_000);

  test("holds no word, name or LINE id in clear, the journal neither", async () => {
    const path = newFile();
    const store = await open(path);
    await fill(store);
    const clear = Object.entries(SECRETS).filter(([, secret]) => bytesOf(path).some((bytes) => bytes.includes(secret)));
    expect(clear).toEqual([]);
    expect(bytesOf(path).some((bytes) => bytes.includes("RECEIVED"))).toBe(true);
  });

  test("holds what was kept when it is opened again", async () => {
    const path = newFile();
    const first = await sqliteStore({ url: `file:${path}`, dataKey });
    await fill(first);
    await first.close();
    const store = await open(path);
    expect((await store.talks.load(["k1"], [])).talks.get("k1")).toEqual(move("k1", 0, {}, [message("m0")]).talk);
    expect(await store.records.messages("i1")).toEqual([message("m1")]);
    expect(Buffer.concat(await gathered(store.media.read("p1"))).toString()).toBe(SECRETS.story);
  });

  test("is not opened with another DATA_KEY, and says so", async () => {
    const path = newFile();
    await open(path);
    await expect(open(path, Buffer.alloc(32, 8).toString("base64"))).rejects.toThrow(WrongDataKey);
  });

  test.each([
    ["its folder is missing", () => join(root, "nowhere", "a.db")],
    ["it is a folder", () => root],
    ["it is no database", () => written("これはデータベースではありません。".repeat(100))],
  ])("gives one clear error when %s", async (_, path) => {
    await expect(open(path())).rejects.toThrow(CannotOpenDatabase);
  });

  test("survives a cell that was moved to another row: it does not open", async () => {
    const path = newFile();
    const store = await open(path);
    await store.talks.file(filing({ messages: [message("m1"), message("m2")] }));
    const raw = new Database(path);
    raw.exec(`UPDATE "Message" SET text = (SELECT text FROM "Message" WHERE id = 'm1') WHERE id = 'm2'`);
    raw.close();
    const told = (await store.records.messages("i1")).map((one) => one.damaged ?? one.text);
    expect(told).toEqual([message("m1").text, true]);
  });

  test("leaves no chunk behind of what broke off, was taken back or was erased", async () => {
    const path = newFile();
    const store = await open(path);
    await fill(store);
    await store.talks.erase({ key: "k1", base: 1, leave: intake("i1"), seen: [], intake: "i1" });
    const raw = new Database(path, { readonly: true });
    expect(raw.prepare(`SELECT count(*) FROM "MediaChunk"`).pluck().get()).toBe(0);
    raw.close();
  });
});

test("what is deleted is not left in the file, whichever connection deletes it", async () => {
  const path = newFile();
  const { staff: accounts, talks } = await open(path);
  const left = (word: string): boolean => {
    const raw = new Database(path);
    raw.pragma("wal_checkpoint(TRUNCATE)");
    raw.close();
    return bytesOf(path).some((bytes) => bytes.includes(word));
  };
  await accounts.openSession({ tokenHash: "thumbprint-of-a-token", staff: "s1", createdAt: 1, expiresAt: 9 });
  await talks.file(filing({ messages: [message("message-of-somebody")] }));
  expect([left("thumbprint-of-a-token"), left("message-of-somebody")]).toEqual([true, true]);
  await accounts.closeSession("thumbprint-of-a-token");
  await talks.erase({ key: "k1", base: 0, leave: intake("i1"), seen: [], intake: "i1" });
  expect([left("thumbprint-of-a-token"), left("message-of-somebody")]).toEqual([false, false]);
});

test.each([
  ["a talk that was damaged holds up nobody, and its person is heard anew", damaged],
  ["a record that was damaged is told of after all the others", damagedRecord],
  ["words that were damaged before they were heard hold up nobody", damagedUnheard],
  ["words and notes that were damaged say so, and the record is read", damagedWords],
])("%s", async (_, holds) => {
  const path = newFile();
  await holds(await open(path), async (sql) => {
    const raw = new Database(path);
    raw.exec(sql);
    raw.close();
  });
});

const written = (text: string): string => {
  const path = newFile();
  writeFileSync(path, text);
  return path;
};

test("a database full of the version before is brought on whole, and goes on", async () => {
  const [path, old] = [newFile(), (await readMigrations()).slice(0, 1)];
  const raw = new Database(path);
  migrate(raw, old);
  for (const [table, rows] of Object.entries(rowsBefore(sealer(dataKey))))
    for (const row of rows) raw.prepare(insertOf(table, row)).run(...Object.values(row));
  raw.close();
  await wentOn(await open(path));
});

describe("two programs on one file", () => {
  test("begin it at once, and each sees what the other kept", async () => {
    const path = newFile();
    const [one, two] = await Promise.all([open(path), open(path)]);
    await one.talks.commit([move("k1", 0)]);
    expect((await two.talks.load(["k1"], [])).talks.size).toBe(1);
    expect(await two.talks.commit([move("k1", 0)])).toEqual(new Set());
  });

  test("write at once without losing a word", async () => {
    const path = newFile();
    const both = await Promise.all([open(path), open(path)]);
    const file = (store: Store, n: number): Promise<void> =>
      store.talks.file(filing({ messages: [message(`m${n}`)], entries: [entry(`x${n}`)] }));
    await Promise.all(Array.from({ length: 40 }, (_, n) => file(both[n % 2 === 0 ? 0 : 1], n)));
    expect((await both[0].records.messages("i1")).length).toBe(40);
    expect((await both[1].records.entries("i1")).length).toBe(40);
  });
});
