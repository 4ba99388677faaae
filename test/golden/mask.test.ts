// The mask hides receipt numbers and how many wait, and leaves every other word to be compared.
import { expect, it } from "vitest";
import { receiptNo } from "../../src/intake/receipt.ts";
import { masked } from "./mask.ts";

it.each(["a", "b", "c", "d"])("hides the number of record %s", (id) => {
  const text = `受け付けました。\n受付番号：${receiptNo(2026, "demo", id)}\nお返事は、11月26日(木)までにします。`;
  expect(masked(text)).toBe("受け付けました。\n受付番号：（番号）\nお返事は、11月26日(木)までにします。");
});

it.each(["はいません", "が1人います", "が14人います"])("hides how many wait: %s", (words) => {
  expect(masked(`いま、先にお待ちの方${words}。`)).toBe("いま、先にお待ちの方（人数）。");
});

it.each([
  ["no number", "受付番号：なし"],
  ["a number that is named otherwise", "番号：2026-6H3AGQ"],
  ["a date", "受付番号：2026-11-24"],
  ["a telephone number", "よりそいホットライン 0120-279-338（無料・24時間）"],
  ["a longer word", "受付番号：2026-6H3AGQX"],
])("leaves %s", (_label, text) => {
  expect(masked(text)).toBe(text);
});
