// A 受付番号 as people read it out and type it: any width, any case, with spaces or without the hyphen.

/** 「２０２６ 7kq4mn」 → `2026-7KQ4MN`; null where it cannot be a number of ours. */
export function readReceiptNo(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
  const parts = /^(\d{4})([0-9A-Z]{6})$/.exec(plain);
  return parts ? `${parts[1]}-${parts[2]}` : null;
}
