// 受付番号: the 年度 and six characters nobody mishears; the same for the same record, and never a counter.
import { describe, expect, it } from "vitest";
import { receiptNo } from "../../src/intake/receipt.ts";

const ids = Array.from({ length: 5000 }, (_, n) => `01JD${n.toString(36).padStart(6, "0").toUpperCase()}`);
const numbers = ids.map((id) => receiptNo(2026, "demo", id));

describe("受付番号", () => {
  it("looks like 2026-7KQ4MN", () => {
    for (const number of numbers) expect(number).toMatch(/^2026-[0-9A-Z]{6}$/);
  });

  it.each(["0", "O", "1", "I", "L", "2", "Z", "5", "S", "8", "B"])(
    "never holds %s, which is taken for another",
    (letter) => expect(numbers.some((number) => number.slice(5).includes(letter))).toBe(false),
  );

  it("stays the same for the same record", () =>
    expect(receiptNo(2026, "demo", "01JD000000")).toBe(receiptNo(2026, "demo", "01JD000000")));

  it.each([
    ["another record", receiptNo(2026, "demo", "01JD000001")],
    ["another office", receiptNo(2026, "aoba", "01JD000000")],
    ["another attempt, where the first is taken", receiptNo(2026, "demo", "01JD000000", 1)],
    ["another 年度", receiptNo(2027, "demo", "01JD000000")],
  ])("differs for %s", (_, other) => expect(other).not.toBe(receiptNo(2026, "demo", "01JD000000")));

  it("does not run office and id together", () =>
    expect(receiptNo(2026, "a", "bc")).not.toBe(receiptNo(2026, "ab", "c")));

  it("five thousand records hardly ever share one (25⁶ numbers in a year)", () =>
    expect(new Set(numbers).size).toBeGreaterThanOrEqual(ids.length - 1));

  it("uses every letter of its alphabet about equally often, in every place", () => {
    for (let place = 5; place < 11; place += 1) {
      const counts = new Map<string, number>();
      for (const number of numbers) counts.set(number.charAt(place), (counts.get(number.charAt(place)) ?? 0) + 1);
      expect(counts.size).toBe(25);
      // 200 expected in each; six standard deviations of a fair draw are 83.
      for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(90);
    }
  });

  it("tells nothing of the order: neighbours differ in most places", () => {
    const shared = numbers
      .slice(1)
      .map((number, n) => [5, 6, 7, 8, 9, 10].filter((at) => number.charAt(at) === numbers[n]?.charAt(at)).length);
    expect(shared.filter((count) => count >= 4).length).toBeLessThan(10);
  });
});
