// The bench itself works: every bot it compares answers whole talks, and a fault that is there is seen. No figure is held here.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startLoad, type Load } from "./load.ts";
import { benchLine } from "./load/line.ts";
import { prepare } from "./prepare.ts";
import { startBot, type BotName } from "./server.ts";

let load: Load;
beforeAll(async () => {
  prepare();
  load = await startLoad();
}, 120_000);
afterAll(() => load.close());

describe("every bot", () => {
  test.each(["uketome", "by-hand", "prisma"] as BotName[])("%s answers every turn of the talk", async (name) => {
    const bot = await startBot(name, load.lineUrl);
    const end = await load.run({ do: "closed", url: bot.url, people: 3, atOnce: 3 });
    await bot.stop();
    expect(end).toMatchObject({ turns: 24, refused: 0, unanswered: 0, wrong: 0 });
  });

  test.each(["uketome", "limit"] as BotName[])("%s accepts what comes", async (name) => {
    const bot = await startBot(name, load.lineUrl);
    const { sent, accepted } = await load.run({ do: "steady", url: bot.url, seconds: 0.5, rate: 40 });
    await bot.stop();
    expect([sent, accepted]).toEqual([20, 20]);
  });
});

test("four faults, and none of them makes the program answer wrongly", async () => {
  const bot = await startBot("uketome", load.lineUrl);
  const faults = await load.run({ do: "faults", url: bot.url, people: 4 });
  await bot.stop();
  expect(faults.map(({ name, wrong }) => [name, wrong])).toEqual([
    ["every event delivered twice", 0],
    ["two messages of one person at once", 0],
    ["many people in one webhook", 0],
    ["LINE answers 500 to 20 %", 0],
  ]);
});

test("the local LINE takes a reply token once", async () => {
  const line = await benchLine();
  const body = JSON.stringify({ replyToken: "t", messages: [{ type: "text", text: "はい" }] });
  const reply = async () => (await fetch(`${line.url}/v2/bot/message/reply`, { method: "POST", body })).status;
  const answer = line.answerTo("t");
  expect([await reply(), await reply()]).toEqual([200, 400]);
  expect(await answer).toMatchObject({ texts: ["はい"] });
  line.close();
});
