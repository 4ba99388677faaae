// An office moves from SQLite to PostgreSQL: everything arrives, nothing twice, and never into somebody else's.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgresServer, type PostgresServer } from "../../scripts/postgres-server.ts";
import type { Store } from "../../src/ports.ts";
import { CannotOpenDatabase } from "../../src/store/opening/migrations.ts";
import { postgresStore } from "../../src/store/postgres.ts";
import { CannotMove, moveToPostgres, type Moved } from "../../src/store/postgres/move.ts";
import { postgresPool } from "../../src/store/postgres/pool.ts";
import { WrongDataKey } from "../../src/store/seal.ts";
import { sqliteStore } from "../../src/store/sqlite.ts";
import { entry, filing, gathered, intake, message, move, staff, unheard } from "./samples.ts";

const folder = mkdtempSync(join(tmpdir(), "uketome-move-"));
const dataKey = Buffer.alloc(32, 7).toString("base64");
const otherKey = Buffer.alloc(32, 8).toString("base64");
/** More than one batch of rows, and of bytes. */
const MANY = 1_203;
const PICTURE = Buffer.alloc(5 * 1024 * 1024, "絵");
let server: PostgresServer;
let file: string;
let files = 0;

beforeAll(async () => {
  server = await postgresServer();
  file = await office();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** A database file with something in every table that has words, left by a program that ended. */
async function office(key = dataKey): Promise<string> {
  const path = join(folder, `${(files += 1)}.sqlite`);
  const store = await sqliteStore({ url: `file:${path}`, dataKey: key });
  const messages = Array.from({ length: MANY }, (_, n) => message(`m${n}`, { at: n, japanese: "ことば" }));
  const filed = { intake: intake("i1", { unread: false, confirmed: {} }), raise: null, talkRevision: 1 };
  await store.talks.commit([move("k1", 0), move("k2", 0, { intake: "i2", draft: false, dueAt: 9 })]);
  await store.talks.keep([unheard("e8", "k2")]);
  await store.talks.file(filing({ messages, entries: [entry("x")], intakes: [filed] }));
  await store.media.keep(
    PHOTO,
    (async function* () {
      yield PICTURE;
    })(),
  );
  await store.staff.save(staff("s1"));
  await store.staff.openSession({ tokenHash: "t", staff: "s1", createdAt: 1, expiresAt: 9 });
  await store.talks.erase({ key: "k3", base: 0, leave: intake("i3"), seen: ["e9"], intake: "i3" });
  await store.close();
  return path;
}
const PHOTO = { id: "p1", office: "aoba", intake: "i1", type: "image/png", state: "kept" } as const;

async function brokenOff(from: string, url: string, after: string): Promise<void> {
  const breaks = ({ table }: Moved): void => {
    if (table === after) throw new Error("the power went");
  };
  await expect(moveToPostgres({ file: from, url, dataKey, told: breaks })).rejects.toThrow("the power went");
}

/** Somebody writes, takes back a word and a picture, is helped; and who helped goes home. */
async function workGoesOn({ talks, records, staff: accounts }: Store): Promise<void> {
  await talks.commit([move("k1", 1)]);
  const retractions = ["m1", "p1"].map((messageId) => ({ messageId, at: MANY }));
  await talks.file(filing({ retractions }));
  await records.act({ id: "i1", base: 1, set: { status: "SUPPORTING", unread: false }, entry: entry("y") });
  await accounts.closeSession("t");
}

/** Everything a store tells of that office. */
async function told({ talks, records, media, staff: accounts }: Store) {
  const { talks: found, gone, unheard: waits } = await talks.load(["k1", "k2"], ["e9"]);
  return {
    waits,
    talks: [...found].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    gone: [...gone],
    due: await talks.due(9, 9),
    queue: await records.queue({ office: "aoba", show: "all", limit: 9, offset: 0 }),
    intakes: await gathered(records.all("aoba", {})),
    messages: await records.messages("i1"),
    entries: await records.entries("i1"),
    photo: [await media.find("p1"), Buffer.concat(await gathered(media.read("p1"))).equals(PICTURE)],
    staff: [await accounts.list("aoba"), await accounts.session("t", 5)],
  };
}

const using = async <T>(store: Store, work: (store: Store) => Promise<T>): Promise<T> =>
  work(store).finally(() => store.close());

describe("an office that moves", () => {
  test("finds everything there as it was, and both sides count the same", async () => {
    const url = await server.fresh();
    const moved = await moveToPostgres({ file, url, dataKey });
    expect(moved.every(({ from, to }) => from === to)).toBe(true);
    expect(moved).toContainEqual({ table: "Message", from: MANY, to: MANY });
    expect(moved).toContainEqual({ table: "MediaChunk", from: 10, to: 10 });
    const there = await using(await postgresStore({ url, dataKey }), told);
    expect(there).toEqual(await using(await sqliteStore({ url: `file:${file}`, dataKey }), told));
    expect(there.messages).toHaveLength(MANY);
  });

  test("may be broken off anywhere: until it is through nothing starts there, and it can be begun again", async () => {
    const url = await server.fresh();
    await brokenOff(file, url, "Message");
    await expect(postgresStore({ url, dataKey })).rejects.toThrow(/引っこしが、まだ終わっていません/);
    const moved = await moveToPostgres({ file, url, dataKey });
    expect(moved).toContainEqual({ table: "Message", from: MANY, to: MANY });
    await (await postgresStore({ url, dataKey })).close();
  });

  test("may go on where it was meanwhile: begun again, nothing stays of what was copied before", async () => {
    const [url, source] = [await server.fresh(), await office()];
    await brokenOff(source, url, "Talk");
    await using(await sqliteStore({ url: `file:${source}`, dataKey }), workGoesOn);
    await moveToPostgres({ file: source, url, dataKey });
    const there = await using(await postgresStore({ url, dataKey }), told);
    expect(there).toEqual(await using(await sqliteStore({ url: `file:${source}`, dataKey }), told));
    const { talks, intakes, messages, photo, staff: accounts } = there;
    expect(talks.map(([key, { revision }]) => [key, revision])).toEqual([
      ["k1", 2],
      ["k2", 1],
    ]);
    expect(intakes.find(({ id }) => id === "i1")).toMatchObject({ status: "SUPPORTING", revision: 2 });
    expect(messages.filter(({ text }) => text === null).map(({ id }) => id)).toEqual(["m1"]);
    expect([photo[0], accounts[1]]).toMatchObject([{ state: "retracted" }, null]);
  });
});

/** How many rows it is about. */
async function inside(url: string, sql: string): Promise<number | null> {
  const pool = postgresPool(url, "operator's");
  return (await pool.query(sql).finally(() => pool.end())).rowCount;
}

describe("nothing is moved", () => {
  test("while a program still writes into the file", async () => {
    const running = await sqliteStore({ url: `file:${file}`, dataKey });
    const moving = moveToPostgres({ file, url: await server.fresh(), dataKey });
    await expect(moving).rejects.toThrow(/動いているプログラムを止めてから/);
    await running.close();
  });

  test("from a file that is not there, or under another key than its own", async () => {
    const url = await server.fresh();
    await expect(moveToPostgres({ file: join(folder, "no"), url, dataKey })).rejects.toThrow(CannotOpenDatabase);
    await expect(moveToPostgres({ file, url, dataKey: otherKey })).rejects.toThrow(WrongDataKey);
  });

  test("to where another office, another key or this one already is", async () => {
    const url = await server.fresh();
    await moveToPostgres({ file, url, dataKey });
    await expect(moveToPostgres({ file: await office(), url, dataKey })).rejects.toThrow(/別の窓口のデータ/);
    const other = { file: await office(otherKey), url, dataKey: otherKey };
    await expect(moveToPostgres(other)).rejects.toThrow(/別の鍵のデータ/);
    await expect(moveToPostgres({ file, url, dataKey })).rejects.toThrow(CannotMove);
    await using(await postgresStore({ url, dataKey }), async ({ records }) => {
      expect(await records.messages("i1")).toHaveLength(MANY);
    });
  });

  test("to where rows lie that no move and no program left there", async () => {
    const url = await server.fresh();
    await moveToPostgres({ file, url, dataKey });
    await inside(url, `DELETE FROM "Mark"`);
    for (const _ of ["once", "again"])
      await expect(moveToPostgres({ file: await office(), url, dataKey })).rejects.toThrow(/空のデータベースに/);
    expect(await inside(url, `SELECT id FROM "Message"`)).toBe(MANY);
    expect(await inside(url, `SELECT id FROM "Mark"`)).toBe(0);
  });
});
