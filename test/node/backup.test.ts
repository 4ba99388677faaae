// A backup is worth what comes back of it: made under load, put back, and the conversation goes on.
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { book } from "../golden/golden.ts";
import { bring, resident, type Resident } from "../golden/resident.ts";
import { settled } from "../golden/settled.ts";
import { heard, onSqlite, program, startNode, type NodePlace } from "./start.ts";

const folder = mkdtempSync(join(tmpdir(), "uketome-backup-"));
let place: NodePlace;
beforeAll(async () => void (place = await startNode()));
afterAll(async () => {
  await place.close();
  rmSync(folder, { recursive: true });
});

async function backup(to: string, settings = place.settings): Promise<{ code: number; said: string }> {
  const child = program("src/database/backup.ts", settings, [to]);
  const said = heard(child);
  const [code] = (await once(child, "close")) as [number];
  return { code, said: said() };
}

/** People write without a pause; the keys of those whose words got a 200, in that order. */
function crowd(): { heard: string[]; end(): Promise<void> } {
  const [kept, going] = [[] as string[], { on: true }];
  const one = async (): Promise<void> => {
    while (going.on) {
      const somebody = resident(place, book.office.id);
      const { status } = await bring(place, [somebody.writes("母のことで相談したいです")]);
      if (status === 200) kept.push(somebody.key);
    }
  };
  const all = Promise.all([one(), one(), one(), one()]);
  return { heard: kept, end: () => ((going.on = false), all.then(() => {})) };
}

describe("a backup made while people write", () => {
  const file = join(folder, "copy.sqlite");
  let hana: Resident;
  let before: string[];

  beforeAll(async () => {
    hana = resident(place, book.office.id);
    await bring(place, [hana.writes("死にたい")]);
    await hana.settled();
    const people = crowd();
    await vi.waitFor(() => expect(people.heard.length).toBeGreaterThan(20), 10_000);
    before = [...people.heard];
    expect(await backup(file)).toMatchObject({ code: 0, said: expect.stringMatching(/^控えました: .*受付票 1、/) });
    expect(people.heard.length).toBeGreaterThan(before.length);
    await people.end();
  });

  it("is whole, for its owner's eyes, and one file", () => {
    const copy = new Database(file, { readonly: true });
    expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
    copy.close();
    expect([statSync(file).mode & 0o777, existsSync(`${file}-wal`), existsSync(`${file}.part`)]).toEqual([
      0o600,
      false,
      false,
    ]);
  });

  it("has everything that had got its 200 when it began, and the conversation goes on after it is put back", async () => {
    const back = await startNode("src/node.ts", onSqlite(file));
    try {
      expect((await back.store.talks.load(before, [])).talks.size).toBe(before.length);
      const [then, intake] = [(await back.store.talks.load([hana.key], [])).talks.get(hana.key), await recordOf(back)];
      expect(then).toEqual(await hana.talk());
      await bring(back, [back.line.line.say(hana.id, { kind: "text", text: "いまは家にいます" })]);
      await settled(back, hana.key);
      const words = (await back.store.records.messages(intake)).map(({ text }) => text);
      expect(words).toEqual(expect.arrayContaining(["死にたい", "いまは家にいます"]));
      expect(back.line.line.arrived(hana.id).length).toBeGreaterThan(0);
      expect(await recordOf(back)).toBe(intake);
    } finally {
      await back.close();
    }
  });

  const recordOf = async ({ store }: NodePlace): Promise<string> =>
    (await store.talks.load([hana.key], [])).talks.get(hana.key)?.state.intake ?? "";

  it("does not open under another key", async () => {
    const settings = {
      ...place.settings,
      DATABASE_URL: `file:${file}`,
      DATA_KEY: Buffer.alloc(32, 8).toString("base64"),
    };
    const child = program("src/export.ts", settings);
    const said = heard(child);
    const [code] = (await once(child, "close")) as [number];
    expect([code, said()]).toEqual([
      1,
      expect.stringMatching(/^DATA_KEY: このデータベースを始めたときの鍵とちがいます/),
    ]);
  });
});

describe("no backup is made, and nothing is left of it", () => {
  it.each([
    ["over a file that is there", () => written("old.sqlite"), {}, /もうあります/],
    ["into a folder that is not there", () => join(folder, "no", "a.sqlite"), {}, /控えられません/],
    [
      "of a database that is not there",
      () => join(folder, "b.sqlite"),
      { DATABASE_URL: "file:/nowhere.sqlite" },
      /開けません/,
    ],
    ["of PostgreSQL, which has its own", () => join(folder, "c"), { DATABASE_URL: "postgresql://a@b/c" }, /pg_dump/],
  ])("%s", async (_label, to, more, words) => {
    const path = to();
    const was = existsSync(path);
    const { code, said } = await backup(path, { ...place.settings, ...more });
    expect([code, said]).toEqual([1, expect.stringMatching(words)]);
    expect([existsSync(path), existsSync(`${path}.part`)]).toEqual([was, false]);
  });
});

function written(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, "前の控え");
  return path;
}
