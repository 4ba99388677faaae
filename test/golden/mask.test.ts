// The mask hides receipt numbers and how many wait, and leaves every other word to be compared.
import { expect, it } from "vitest";
import { fileURLToPath } from "node:url";
import { readBook } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { receiptNo } from "../../src/intake/receipt.ts";
import { masked as maskedIn } from "./mask.ts";

const flows = fileURLToPath(new URL("../../flows/", import.meta.url));
const words = Object.values(readBook(await readFiles(flows), "demo", "when needed").flow.words);
const masked = (text: string): string => maskedIn(text, words);

it.each(["a", "b", "c", "d"])("hides the number of record %s", (id) => {
  const text = `受け付けました。\n受付番号：${receiptNo(2026, "demo", id)}\nお返事は、11月26日(木)までにします。`;
  expect(masked(text)).toBe("受け付けました。\n受付番号：（番号）\nお返事は、11月26日(木)までにします。");
});

it.each(["はいません", "が1人います", "が14人います"])("hides how many wait: %s", (said) => {
  expect(masked(`はい。いま、先にお待ちの方${said}。`)).toBe("はい。（人数）");
});

it("hides both in other languages", () =>
  expect(
    masked("Receipt number: 2026-6H3AGQ\n12 people are waiting before you now.\n番号(ばんごう)：2026-6H3AGQ"),
  ).toBe("Receipt number: （番号）\n（人数）\n番号(ばんごう)：2026-6H3AGQ"));

it.each([
  ["no number", "受付番号：なし"],
  ["a number that is named otherwise", "番号：2026-6H3AGQ"],
  ["a date", "受付番号：2026-11-24"],
  ["a telephone number", "よりそいホットライン 0120-279-338（無料・24時間）"],
  ["a longer word", "受付番号：2026-6H3AGQX"],
])("leaves %s", (_label, text) => {
  expect(masked(text)).toBe(text);
});
