// The program's life on one machine: how it says that it cannot start, how it ends, and what it takes up again.
import { once } from "node:events";
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { logTo } from "../../src/node/log.ts";
import { open } from "../../src/node/open.ts";
import { hanging, next, refused } from "../golden/faults.ts";
import { book } from "../golden/golden.ts";
import { DATA_KEY } from "../golden/place.ts";
import { bring, resident, type Resident } from "../golden/resident.ts";
import { freePort } from "../../scripts/free-port.ts";
import { heard, METRICS_TOKEN, program, startNode, type NodePlace } from "./start.ts";

/** So many messages are said to first words of which nothing is understood. */
const GREETING = 3;

let place: NodePlace;
beforeAll(async () => void (place = await startNode()));
afterAll(() => place.close());

describe("where it cannot start, it says why in plain words", () => {
  const folder = mkdtempSync(join(tmpdir(), "uketome-life-"));
  const letter = join(folder, "letter.txt");
  writeFileSync(letter, "お手紙です。データベースではありません。");
  afterAll(() => rmSync(folder, { recursive: true }));
  const real = { LINE_CHANNEL_SECRET: "s", LINE_CHANNEL_ACCESS_TOKEN: "t", DATA_KEY, DATA_DIR: folder };

  it.each([
    ["an office nobody wrote", { OFFICE: "atlantis" }, /atlantis/],
    ["a database that is a folder", { DATABASE_URL: `file:${folder}` }, /データベース .* を開けません/],
    ["a folder that cannot be made", { DATABASE_URL: "file:/dev/null/a/b.sqlite" }, /DATABASE_URL: .*\/dev\/null\/a/],
    ["the Worker's database without its key", { DATABASE_URL: "d1:local", DATA_KEY: "" }, /DATA_KEY.*PUBLIC_URL/],
  ])("%s", async (_label, settings, words) => {
    await expect(
      open({ ...real, LINE_CHANNEL_SECRET: "", LINE_CHANNEL_ACCESS_TOKEN: "", ...settings }),
    ).rejects.toThrow(words);
  });

  it("a key that is not the one the data was begun with", async () => {
    const other = Buffer.alloc(32, 8).toString("base64");
    await expect(open({ ...place.settings, DATA_KEY: other })).rejects.toThrow(
      /^DATA_KEY: このデータベースを始めたときの鍵とちがいます/,
    );
  });

  const processes: [label: string, settings: () => Record<string, string>, words: RegExp, lines: number][] = [
    [
      "every wrong setting at once",
      () => ({ PORT: "abc", PUBLIC_URL: "http://a.example", LINE_CHANNEL_SECRET: "s" }),
      /PORT[^]*LINE_CHANNEL_ID[^]*DATA_KEY[^]*PUBLIC_URL/,
      5,
    ],
    [
      "a database that is a letter",
      () => ({ ...real, DATABASE_URL: `file:${letter}` }),
      /データベース .* を開けません/,
      1,
    ],
    ["a port that is taken", () => ({ ...place.settings, DATA_DIR: folder }), /^PORT: /, 1],
  ];
  it.each(processes)("and ends with 1, without a stack trace: %s", async (_label, settings, words, lines) => {
    const child = program("src/node.ts", settings());
    const said = heard(child);
    const [code] = (await once(child, "close")) as [number];
    expect(said()).toMatch(words);
    expect([code, said().trim().split("\n").length, /\bat .*:\d+/.test(said())]).toEqual([1, lines, false]);
  });
});

it("keeps a connection for longer than nginx or Caddy do, who would else send a webhook into a closed one", async () => {
  const { headers } = await fetch(new URL("/healthz", place.url));
  const [, seconds] = /timeout=(\d+)/.exec(headers.get("keep-alive") ?? "") ?? [];
  expect(Number(seconds)).toBeGreaterThan(120);
});

it("a trial does not begin on data of real residents, whose answers its own LINE would swallow", async () => {
  const { DATABASE_URL = "" } = place.settings;
  const child = program("src/node.ts", { DATABASE_URL, DATA_KEY, PORT: String(await freePort()) });
  const said = heard(child);
  expect(await once(child, "close")).toEqual([1, null]);
  expect(said()).toMatch(/^LINE_CHANNEL_SECRET: [^\n]*本当の相談（OFFICE=demo）[^\n]*お試しでは使えません/);
});

it("a second trial on a port that is taken leaves the first one's sign-in as it is", async () => {
  const folder = mkdtempSync(join(tmpdir(), "uketome-twice-"));
  const trial = { DATA_DIR: folder, PORT: String(await freePort()) };
  const first = program("src/node.ts", trial);
  const said = heard(first);
  await vi.waitFor(() => expect(said()).toContain("/healthz"), { timeout: 20_000, interval: 50 });
  const accounts = () => {
    const database = new Database(join(folder, "uketome.sqlite"), { readonly: true });
    const rows = database.prepare(`SELECT * FROM "Staff"`).all();
    database.close();
    return rows;
  };
  const before = accounts();
  expect(before).toHaveLength(1);
  const second = program("src/node.ts", trial);
  expect(await once(second, "close")).toEqual([1, null]);
  expect(accounts()).toEqual(before);
  // Nothing answers in place of the one that is still there.
  expect((await fetch(`http://127.0.0.1:${trial.PORT}/healthz`)).status).toBe(200);
  first.kill("SIGTERM");
  await once(first, "close");
  rmSync(folder, { recursive: true });
}, 60_000);

it.runIf(existsSync("/dev/full"))("a log that cannot be written stops nothing that is told of in it", () => {
  const full = openSync("/dev/full", "w");
  const log = logTo("info", full);
  for (let n = 0; n < 1000; n += 1) log.error({ reason: "x".repeat(1000) }, "told");
  closeSync(full);
});

it("exports every record as NDJSON, and nothing else, beside the running server", async () => {
  const [hana, jiro] = [resident(place, book.office.id), resident(place, book.office.id)];
  await bring(place, [hana.writes("死にたい"), jiro.writes("あの")]);
  await Promise.all([hana.settled(), jiro.settled()]);
  const lines = await exported("--all");
  const number = expect.stringMatching(/^\d{4}-\w{6}$/) as string;
  expect(lines).toMatchObject([
    { status: "RECEIVED", completeness: "PARTIAL", urgency: "E0", riskTypes: ["SELF_HARM"], receiptNo: number },
    { status: "DRAFT", completeness: "DRAFT", receiptNo: null },
  ]);
  expect(Object.keys(lines[0] ?? {})).toEqual(expect.arrayContaining(FIELDS));
  expect(lines[0]).toMatchObject({ messages: [{ direction: "in", kind: "text", text: "死にたい" }, {}, {}, {}] });
});

it("tells those who measure, and nobody else, what came in, what went out, and what LINE did", async () => {
  const [hana, { fault, letGo }] = [resident(place, book.office.id), hanging()];
  next(place.line, "/reply", refused, fault);
  await bring(place, [hana.writes("あの")]);
  const measures = (authorization: string) =>
    fetch(new URL("/metrics", place.url), { headers: { authorization } }).then(async (answer) => answer.text());
  const waiting = await vi.waitFor(async () => {
    const body = await measures(`Bearer ${METRICS_TOKEN}`);
    expect(body).toMatch(/line_calls_total\{endpoint="reply",end="500"\} 1/);
    return body;
  });
  expect(waiting).toMatch(/^uketome_owed_people [1-9]/m);
  letGo();
  await hana.settled();
  const body = await measures(`Bearer ${METRICS_TOKEN}`);
  expect(body).toMatch(/^uketome_events_total [1-9]/m);
  expect(body).toMatch(/^uketome_webhook_seconds_count [1-9]/m);
  expect(body).toMatch(/^uketome_owed_people 0$/m);
  expect(body).not.toContain(hana.id);
  expect(await measures("Bearer nobody")).toBe("unauthorized");
});

describe("what it owes when it ends is done after the next start", () => {
  /** Somebody wrote, the answer hangs at LINE, and the program ends. */
  async function cutOff(signal: NodeJS.Signals): Promise<{ hana: Resident; code: number | null; ms: number }> {
    const hana = resident(place, book.office.id);
    const { fault, reached } = hanging();
    next(place.line, "/reply", fault);
    expect((await bring(place, [hana.writes("あの")])).status).toBe(200);
    await reached;
    const began = performance.now();
    place.child().kill(signal);
    const [code] = (await once(place.child(), "exit")) as [number | null];
    return { hana, code, ms: performance.now() - began };
  }

  it("killed between its 200 and its answer: it is said once", async () => {
    const { hana } = await cutOff("SIGKILL");
    expect(hana.got()).toBe(0);
    await place.again();
    // The jobs look after fresh work only when whoever took it must have died.
    await place.setAhead((place.line.clock.ahead += 40_000));
    await hana.settled();
    expect(hana.got()).toBe(GREETING);
  });

  it("SIGTERM: it ends cleanly within ten seconds, though LINE hangs, and still owes the answer", async () => {
    const { hana, code, ms } = await cutOff("SIGTERM");
    expect([code, ms < 10_000, hana.got()]).toEqual([0, true, 0]);
    expect((await hana.talk())?.owed).toMatchObject([{ do: "say" }]);
  });
});

// --- helpers ---

async function exported(...args: string[]): Promise<Record<string, unknown>[]> {
  const child = program("src/export.ts", place.settings, args);
  let out = "";
  child.stdout?.setEncoding("utf8").on("data", (part: string) => (out += part));
  const [code] = (await once(child, "close")) as [number];
  expect(code).toBe(0);
  const lines = out.trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** What those who read the export were promised. */
const FIELDS = `receiptNo receivedAt office completeness status urgency urgencyReasons riskTypes flags reporter subjects
  primaryCategory categories district contactPlan safeToPush blocked lang needsSupport wish proposals linkedFrom
  consents answers messages`.split(/\s+/);
