// PostgreSQL: the same contract, on a real server, and what only many writers at a time can get wrong.
import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import Database from "better-sqlite3";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgresServer, type PostgresServer } from "../../scripts/postgres-server.ts";
import type { Store } from "../../src/ports.ts";
import { cannotOpen, migratePostgres } from "../../src/store/opening/migrate-postgres.ts";
import { migrate } from "../../src/store/opening/migrate-sqlite.ts";
import { CannotOpenDatabase, readMigrations } from "../../src/store/opening/migrations.ts";
import { postgresStore } from "../../src/store/postgres.ts";
import { postgresPool } from "../../src/store/postgres/pool.ts";
import { sealer, WrongDataKey } from "../../src/store/seal.ts";
import { insertOf, rowsBefore, wentOn } from "./before.ts";
import { damaged, damagedRecord, damagedWords } from "./damaged.ts";
import { storeContract } from "./contract.ts";
import { leftContract } from "./contract/media.ts";
import { entry, filedWith, filing, gathered, intake, message, move } from "./samples.ts";

const dataKey = Buffer.alloc(32, 7).toString("base64");
const TABLES = "Talk Unheard Intake Message Entry Media MediaChunk Staff Session Invitation Failure Gone".split(" ");
let server: PostgresServer;
let url: string;
let pool: Pool;
const opened: Store[] = [];

beforeAll(async () => {
  server = await postgresServer();
  url = await server.fresh();
  pool = postgresPool(url);
  await migratePostgres(pool, await readMigrations("postgres"));
});

afterAll(async () => {
  await Promise.all(opened.map((store) => store.close()));
  await pool.end();
  await server.close();
});

async function open(at = url, key = dataKey): Promise<Store> {
  const store = await postgresStore({ url: at, dataKey: key });
  opened.push(store);
  return store;
}

let instances: [Store, Store] | undefined;
/** Two instances on one empty database: opened once, because each holds connections. */
async function both(): Promise<[Store, Store]> {
  await pool.query(TABLES.map((table) => `DELETE FROM "${table}"`).join(";"));
  return (instances ??= [await open(), await open()]);
}

storeContract("postgres", async () => (await both())[0]);
leftContract(async () => (await both())[0]);

test("a database full of the version before is brought on whole, and goes on", async () => {
  const at = await server.fresh();
  const beside = postgresPool(at);
  const migrations = await readMigrations("postgres");
  await migratePostgres(beside, migrations.slice(0, 1));
  for (const [table, rows] of Object.entries(rowsBefore(sealer(dataKey))))
    for (const row of rows) {
      let n = 0;
      await beside.query(
        insertOf(table, row).replaceAll("?", () => `$${(n += 1)}`),
        Object.values(row),
      );
    }
  await expect(open(at)).rejects.toThrow(/npm run migrate/);
  expect(await migratePostgres(beside, migrations)).toEqual(migrations.slice(1).map(({ name }) => name));
  expect(await migratePostgres(beside, migrations)).toEqual([]);
  await wentOn(await open(at));
  await beside.end();
});

test("a program that runs goes on while the next version's columns are added; the next start of it is refused", async () => {
  const at = await server.fresh();
  const beside = postgresPool(at);
  const migrations = await readMigrations("postgres");
  await migratePostgres(beside, migrations);
  const running = await open(at);
  const file = (id: string) =>
    running.talks.file(
      filing({ messages: [message(id)], intakes: [{ intake: intake(id), raise: null, talkRevision: 1 }] }),
    );
  await Promise.all([running.talks.commit([move("k1", 0)]), file("before")]);
  const next = {
    name: "99999999999999_next",
    sql: `ALTER TABLE "Talk" ADD COLUMN "more" TEXT; ALTER TABLE "Intake" ADD COLUMN "more" TEXT;`,
  };
  await migratePostgres(beside, [...migrations, next]);
  await Promise.all([running.talks.commit([move("k1", 1)]), file("after")]);
  expect((await running.talks.load(["k1"], [])).talks.get("k1")?.revision).toBe(2);
  expect((await gathered(running.records.all("aoba", {}))).map(({ id }) => id)).toEqual(["after", "before"]);
  await expect(open(at)).rejects.toThrow(/新しい版[^]*99999999999999_next/);
  await beside.end();
});

test("a name that no server has is told without the name: it may be a piece of the password", () => {
  const cause = Object.assign(new Error("getaddrinfo ENOTFOUND pass"), { code: "ENOTFOUND" });
  expect(() => cannotOpen(cause)).toThrow(/見つかりません[^]*%40/);
  expect(() => cannotOpen(cause)).not.toThrow(/pass/);
});

test.each([
  ["a talk that was damaged holds up nobody, and its person is heard anew", damaged],
  ["a record that was damaged is told of after all the others", damagedRecord],
  ["words and notes that were damaged say so, and the record is read", damagedWords],
])("%s", async (_, holds) => {
  await holds((await both())[0], async (sql) => void (await pool.query(sql)));
});

describe("instances that write at the same moment", () => {
  const talkOf = async (store: Store) => (await store.talks.load(["k1"], [])).talks.get("k1");

  const moving = (store: Store, order: string[], base: number) =>
    store.talks.commit(order.map((key) => move(key, base)));
  const striking = (store: Store, order: string[], base: number) =>
    store.talks.strike(order.map((key) => ({ key, base, ids: ["a"], dueAt: null })));

  test.each([
    ["moved by both", moving, moving],
    ["struck out of by both", striking, striking],
    ["moved by one and struck out of by the other", moving, striking],
  ])("many talks in any order, %s: each by one of them, and nobody waits for ever", async (_, first, second) => {
    const [one, two] = await both();
    const keys = Array.from({ length: 60 }, (_, n) => `k${n}`);
    await moving(one, keys, 0);
    const held = await holding(`SELECT 1 FROM "Talk" WHERE "key" = 'k30' FOR UPDATE`);
    const rounds = [first(one, keys, 1), second(two, keys.toReversed(), 1)];
    await blocked(2);
    await held();
    expect((await Promise.all(rounds)).flatMap((written) => [...written]).toSorted()).toEqual(keys.toSorted());
  });

  test("two staff save the same record: one is told no, and of theirs nothing stands", async () => {
    const stores = await both();
    await stores[0].talks.file(filing({ intakes: [{ intake: intake("i1"), raise: null, talkRevision: 1 }] }));
    const act = (n: number) => ({ id: "i1", base: 1, set: { owner: `s${n}` }, entry: entry(`x${n}`) });
    const saved = await Promise.all([0, 1, 2, 3].map((n) => stores[n % 2 === 0 ? 0 : 1].records.act(act(n))));
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect(await stores[0].records.entries("i1")).toMatchObject([{ id: `x${saved.indexOf(true)}` }]);
  });

  test.each(["before", "after"])(
    "words filed while they are erased do not stay: the erasure came %s",
    async (first) => {
      const [one, two] = await both();
      await one.talks.commit([move("k1", 0)]);
      const erase = () => one.talks.erase({ key: "k1", base: 1, leave: intake("i1"), seen: ["e0"], intake: "i1" });
      const file = () => two.talks.file(filing({ messages: [message("m1"), message("m2")], entries: [entry("x")] }));
      const held = await holding(`LOCK TABLE "${first === "before" ? "Message" : "Entry"}" IN SHARE MODE`);
      const begun = first === "before" ? erase() : file();
      await blocked(1);
      const other = first === "before" ? file() : erase();
      await held();
      await Promise.all([begun, other]);
      expect([await one.records.messages("i1"), await one.records.entries("i1")]).toEqual([[], []]);
    },
  );

  test("a talk that is erased while its next word is committed does not come back", async () => {
    const [one, two] = await both();
    await one.talks.commit([move("k1", 0)]);
    const held = await holding(`LOCK TABLE "Entry" IN SHARE MODE`);
    const erased = one.talks.erase({ key: "k1", base: 1, leave: intake("i1"), seen: ["e0"], intake: "i1" });
    await blocked(1);
    const written = two.talks.commit([move("k1", 1)]);
    await blocked(2);
    await held();
    expect([await erased, await written, await talkOf(one)]).toEqual([true, new Set(), undefined]);
  });

  test("a picture is not kept whose message is taken back in that moment", async () => {
    const [one, two] = await both();
    await one.talks.file(filing({ messages: [message("p1", { mediaId: "p1" })] }));
    const held = await holding(`LOCK TABLE "MediaChunk" IN SHARE MODE`);
    const back = one.talks.file(filing({ retractions: [{ messageId: "p1", at: 5 }] }));
    await blocked(1);
    const kept = two.media.keep({ id: "p1", office: "aoba", intake: "i1", type: "text/plain", state: "kept" }, words());
    await held();
    await Promise.all([back, kept]);
    expect(await Promise.all([one.media.find("p1"), gathered(one.media.read("p1"))])).toEqual([null, []]);
  });

  async function* words(): AsyncIterable<Uint8Array> {
    yield Buffer.from("写真");
  }
});

/** Another session that holds up whoever writes there; gives the way to let them on. */
async function holding(lock: string): Promise<() => Promise<void>> {
  const client = await pool.connect();
  await client.query(`BEGIN; ${lock}`);
  return async () => {
    await client.query("COMMIT");
    client.release();
  };
}

/** What PostgreSQL answers while it starts. https://www.postgresql.org/docs/18/protocol-message-formats.html */
function notYet(): Buffer {
  const fields = Buffer.from("SFATAL\0C57P03\0Mthe database system is starting up\0\0");
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + length.length);
  return Buffer.concat([Buffer.from("E"), length, fields]);
}

/** Another way to the server. Calls that are not let through are told "not yet"; those before a cut are never answered. */
async function byway(lets: (call: number) => boolean): Promise<{ url: string; cut(): void; close(): void }> {
  const ends: Socket[] = [];
  let calls = 0;
  const way = createServer((call) => {
    ends.push(call);
    if (!lets((calls += 1))) {
      call.end(notYet());
      return;
    }
    const there = connect(Number(new URL(url).port), "127.0.0.1");
    ends.push(there);
    call.pipe(there);
    there.pipe(call);
  });
  await once(way.listen(0, "127.0.0.1"), "listening");
  const at = new URL(url);
  at.port = String((way.address() as AddressInfo).port);
  return {
    url: at.href,
    cut: () => void ends.map((end) => end.unpipe().pause()),
    close: () => void [way.close(), ...ends.map((end) => end.destroy())],
  };
}

/** So many wait for a lock by now. */
async function blocked(count: number): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()",
    );
    if ((rows[0]?.n ?? 0) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe("the database", () => {
  test("has the tables and columns that SQLite has, and takes null where SQLite does", async () => {
    const file = new Database(":memory:");
    migrate(file, await readMigrations());
    const here = file
      .prepare<[], Column>(
        `SELECT m.name || '.' || c.name AS name, c."notnull" OR c.pk > 0 AS needed, c.type FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
         WHERE m.type = 'table' AND m.name <> '_migration' ORDER BY 1`,
      )
      .all();
    const { rows } = await pool.query<Column>(
      `SELECT table_name || '.' || column_name AS name, (is_nullable = 'NO')::int AS needed, upper(data_type) AS type
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_migration' ORDER BY (table_name || '.' || column_name) COLLATE "C"`,
    );
    expect(here.length).toBeGreaterThan(60);
    expect(rows.map((row) => ({ ...row, type: row.type.replace("BYTEA", "BLOB") }))).toEqual(here);
  });

  test("compares every text byte by byte, so that no index depends on the machine's language", async () => {
    const { rows } = await pool.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND data_type = 'text' AND table_name <> '_migration'
         AND collation_name IS DISTINCT FROM 'C'`,
    );
    expect(rows).toEqual([]);
  });

  test("never reads a whole table for a turn, not even where every plan was made while the tables were empty", async () => {
    const at = await server.fresh();
    const beside = postgresPool(at);
    await migratePostgres(beside, await readMigrations("postgres"));
    const store = await postgresStore({ url: at, dataKey });
    const turn = async (key: string, n: number): Promise<void> => {
      await store.talks.load([key], [`e${n}`], [key]);
      const said = message(`${key}-${n}`, { intake: key });
      const filed = { intakes: [{ intake: intake(key, { receiptNo: `${key}-0001` }), raise: null, talkRevision: n }] };
      await store.talks.commit([filedWith(move(key, n - 1, { intake: key }), { messages: [said], ...filed })]);
      await store.talks.strike([{ key, base: n, ids: ["a"], dueAt: null }]);
    };
    // PostgreSQL plans a statement for good at its sixth time.
    for (let n = 1; n <= 5; n += 2) for (let talk = 0; talk < 40; talk += 1) await turn(`k${talk}`, n);
    await store.close();
    const read = `SELECT relname, seq_tup_read::int AS whole, idx_tup_fetch::int AS found, n_tup_ins::int AS written FROM pg_stat_user_tables
      WHERE relname IN ('Talk', 'Intake', 'Message', 'Gone') ORDER BY relname`;
    const told = async () =>
      (await beside.query<Record<"whole" | "found" | "written", number> & { relname: string }>(read)).rows;
    await expect.poll(async () => (await told()).find(({ relname }) => relname === "Message")?.written).toBe(120);
    expect((await told()).map(({ relname, whole }) => [relname, whole])).toEqual(
      ["Gone", "Intake", "Message", "Talk"].map((name) => [name, 0]),
    );
    // Nor does it walk through a whole index: five rows of Talk a turn, however many stand there.
    expect((await told()).find(({ relname }) => relname === "Talk")?.found).toBeLessThanOrEqual(120 * 10);
    await beside.end();
  });

  interface Column {
    name: string;
    needed: number;
    type: string;
  }

  test("is not opened with another DATA_KEY, and says so", async () => {
    await both();
    await expect(open(url, Buffer.alloc(32, 8).toString("base64"))).rejects.toThrow(WrongDataKey);
  });

  test("is not opened where a power cut could undo what LINE was told", async () => {
    await pool.query("ALTER SYSTEM SET synchronous_commit = off");
    await pool.query("SELECT pg_reload_conf()");
    await expect.poll(() => open().catch((cause: Error) => cause.message)).toMatch(/synchronous_commit が off/);
    await pool.query("ALTER SYSTEM RESET synchronous_commit");
    await pool.query("SELECT pg_reload_conf()");
  });

  test("is waited for at the start, where it says that it is starting itself", async () => {
    const way = await byway((call) => call > 2);
    await (await postgresStore({ url: way.url, dataKey })).close();
    way.close();
  });

  test("is found again when the way was cut without a word: silent connections are not waited for one by one", async () => {
    const way = await byway(() => true);
    const store = await postgresStore({ url: way.url, dataKey });
    await Promise.all(Array.from({ length: 8 }, () => store.ping()));
    way.cut();
    const began = performance.now();
    const answers = (): Promise<boolean> =>
      store.ping().then(
        () => true,
        () => false,
      );
    while (!(await answers()));
    expect(performance.now() - began).toBeLessThan(9_000);
    way.close();
    await store.close();
  });

  const elsewhere: [what: string, change: (url: URL) => void][] = [
    ["nobody answers", (at) => (at.port = "1")],
    ["the password is wrong", (at) => (at.password = "geheim")],
    ["there is no such database", (at) => (at.pathname = "/nowhere")],
  ];
  test.each(elsewhere)("gives one clear error, without the password, when %s", async (_, change) => {
    const at = new URL(url);
    change(at);
    const why = await open(at.href).catch((cause: unknown) => cause as Error);
    expect(why).toBeInstanceOf(CannotOpenDatabase);
    expect((why as Error).message).toMatch(/^DATABASE_URL: PostgreSQL(?!.*(geheim|uketome:))/);
  });
});
