// --from and --to: inclusive days of receivedAt in Asia/Tokyo.
const DAY_MS = 86_400_000;

export interface ExportRequest {
  from?: number;
  /** Exclusive (ms). */
  to?: number;
  all: boolean;
}

/** @throws with a plain sentence where a word is not understood */
export function readRequest(args: string[]): ExportRequest {
  const request: ExportRequest = { all: false };
  for (let n = 0; n < args.length; n += 1) {
    const word = args[n];
    if (word === "--all") request.all = true;
    else if (word === "--from") request.from = dayOf(word, args[(n += 1)]);
    else if (word === "--to") request.to = dayOf(word, args[(n += 1)]) + DAY_MS;
    else throw new Error(`「${word}」は使えません。使えるのは --from 2026-04-01、--to 2027-03-31、--all です。`);
  }
  if ((request.from ?? 0) >= (request.to ?? Number.POSITIVE_INFINITY))
    throw new Error("--from が --to よりあとになっています。日付を確かめてください。");
  return request;
}

// --- internal ---

/** Midnight in Tokyo at the beginning of this day (ms). */
function dayOf(option: string, day: string | undefined): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(day ?? "") ? Date.parse(`${day}T00:00:00+09:00`) : Number.NaN;
  if (Number.isNaN(at) || new Date(at + 9 * 3_600_000).toISOString().slice(0, 10) !== day)
    throw new Error(`${option}: 日付は 2026-04-01 のように書いてください。`);
  return at;
}
