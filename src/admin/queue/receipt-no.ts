// A 受付番号 as people read it out and type it: any width, any case, with spaces or without the hyphen, or its end alone.

/** The 年度 an end alone may belong to: the last ten. */
const YEARS = 10;

/**
 * 「２０２６ 7kq4mn」 → `2026-7KQ4MN`; 「7kq4mn」 → that end in each of the last years, this one (`year`) first. [] where
 * it cannot be a number of ours.
 */
export function readReceiptNos(typed: string, year: number): string[] {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
  const [, told, end] = /^(\d{4})?([0-9A-Z]{6})$/.exec(plain) ?? [];
  if (end === undefined) return [];
  return told === undefined ? Array.from({ length: YEARS }, (_, n) => `${year - n}-${end}`) : [`${told}-${end}`];
}
