// An office moves to PostgreSQL in the middle of somebody's talk: the talk goes on where it was.
import { once } from "node:events";
import { expect, it } from "vitest";
import { book } from "../golden/golden.ts";
import { bring, resident } from "../golden/resident.ts";
import { settled } from "../golden/settled.ts";
import { onPostgres } from "./on-postgres.ts";
import { heard, program, startNode, type NodePlace } from "./start.ts";

async function move(place: NodePlace, to: string): Promise<{ code: number; said: string }> {
  const file = place.settings["DATABASE_URL"] ?? "";
  const child = program("src/database/move.ts", { ...place.settings, DATABASE_URL: to }, ["--from", file]);
  const said = heard(child);
  const [code] = (await once(child, "close")) as [number];
  return { code, said: said() };
}

it("npm run move: refused while the program runs, then every table is counted and the talk goes on", async () => {
  const [before, kept] = [await startNode(), await onPostgres()];
  const hana = resident(before, book.office.id);
  await bring(before, [hana.writes("死にたい")]);
  await hana.settled();
  const then = await hana.talk();
  expect(await move(before, kept.databaseUrl)).toEqual({ code: 1, said: expect.stringMatching(/止めてから/) });
  before.child().kill("SIGTERM");
  await once(before.child(), "exit");
  await before.store.close();
  const { code, said } = await move(before, kept.databaseUrl);
  expect([code, said]).toEqual([
    0,
    expect.stringMatching(/Message\t4\t4\n[^]*Intake\t1\t1\nTalk\t1\t1\n移し終わりました/),
  ]);
  const after = await startNode("src/node.ts", kept);
  const talk = async () => (await after.store.talks.load([hana.key], [])).talks.get(hana.key);
  expect(await talk()).toEqual(then);
  await bring(after, [after.line.line.say(hana.id, { kind: "text", text: "いまは家にいます" })]);
  await settled(after, hana.key);
  expect((await talk())?.state.intake).toBe(then?.state.intake);
  const words = await after.store.records.messages(then?.state.intake ?? "");
  expect(words.map(({ text }) => text)).toEqual(expect.arrayContaining(["死にたい", "いまは家にいます"]));
  expect(after.line.line.arrived(hana.id).length).toBeGreaterThan(0);
  await after.close();
  await before.close();
}, 120_000);
