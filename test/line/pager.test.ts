// Telling the people on duty: what they read, and what never leaves the house.
import { expect, test } from "vitest";
import { webhookPager } from "../../src/line/pager.ts";
import type { Alert } from "../../src/ports.ts";
import { hang, json, localServer, nobody, reset, text } from "./local-server.ts";

const ALERT: Alert = {
  office: "demo",
  intake: "01KAX2V4WQ8ZJ4T5N6M7P8R9S0",
  receiptNo: "2026-7KQ4MN",
  urgency: "E0",
  risks: ["SELF_HARM", "DV"],
  at: Date.parse("2026-08-01T05:04:00Z"),
};

async function told(alert: object): Promise<Record<string, unknown>> {
  const { url, asked } = await localServer(text(200, "ok"));
  expect(await webhookPager(url, 200).tell({ ...ALERT, ...alert })).toBe(true);
  expect(asked[0]?.headers["content-type"]).toBe("application/json; charset=utf-8");
  return JSON.parse(asked[0]?.body ?? "");
}

test("one line for people, fields for programs", async () => {
  expect(await told({})).toEqual({
    text: "【緊急 E0】LINE相談 8/1 14:04 自殺・自傷・DV（受付番号 2026-7KQ4MN）。受付一覧の先頭をすぐに確認してください。",
    office: "demo",
    urgency: "E0",
    receiptNo: "2026-7KQ4MN",
    risks: ["SELF_HARM", "DV"],
    at: "2026-08-01T05:04:00.000Z",
  });
});

test.each([
  ["the same day", { urgency: "E1" }, /^【至急 E1】/],
  ["no number yet", { receiptNo: null }, /（受付番号はまだありません）/],
  ["no kind of risk", { risks: [] }, /14:04（受付番号/],
  ["a risk of tomorrow", { risks: ["FLOOD"] }, /14:04 FLOOD（/],
])("%s", async (_label, alert, line) => {
  expect((await told(alert)).text).toMatch(line);
});

test("whatever else an alert may carry stays here", async () => {
  expect(JSON.stringify(await told({ text: "助けて", person: "U0123" }))).not.toMatch(/助けて|U0123|01KAX/);
});

test.each([
  ["204", json(204, ""), true],
  ["400", json(400, {}), false],
  ["500", json(500, {}), false],
  ["silence", hang, false],
  ["the line breaks", reset, false],
])("told or not: %s", async (_label, answer, result) => {
  const { url } = await localServer(answer);
  expect(await webhookPager(url, 200).tell(ALERT)).toBe(result);
});

test("told or not: nobody there, or no address at all", async () => {
  expect(await webhookPager(await nobody(), 200).tell(ALERT)).toBe(false);
  expect(await webhookPager("not an address", 200).tell(ALERT)).toBe(false);
});
