// 受付番号: the fiscal year and six characters that cannot be misheard, drawn from the record's id. No counter: a counter
// would tell how many asked, and would need one place that counts.
import { createHash } from "node:crypto";

/** No 0/O, 1/I/L, 2/Z, 5/S, 8/B: read over a telephone none is taken for another. */
const ALPHABET = "34679ACDEFGHJKMNPQRTUVWXY";

/** 「2026-7KQ4MN」. `attempt` gives another number for the same id, for the rare case that one is taken. */
export function receiptNo(fiscalYear: number, office: string, id: string, attempt = 0): string {
  const digest = createHash("sha256").update(`${office}\0${id}\0${attempt}`).digest();
  let number = digest.readBigUInt64BE(0);
  let letters = "";
  for (let n = 0; n < 6; n += 1) {
    letters += ALPHABET[Number(number % BigInt(ALPHABET.length))];
    number /= BigInt(ALPHABET.length);
  }
  return `${fiscalYear}-${letters}`;
}
