// What there is to doubt about a telephone number, for staff: residents are never told, it would only frighten them.
import type { Hotline } from "./hotlines-file.ts";
import { wallOf } from "./hours.ts";

/** unsourced: no source was found. undated: nobody says when it was right. old: too long ago. unsigned: nobody of the office checked it. */
export type Doubt = "unsourced" | "undated" | "old" | "unsigned";

export function doubtsOf(hotline: Hotline, maxAgeMonths: number, now: number): Doubt[] {
  const { verified, verifiedOn, by } = hotline;
  const doubts: [Doubt, boolean][] = [
    ["unsourced", !verified],
    ["undated", verifiedOn === null],
    ["old", verifiedOn !== null && isOver(verifiedOn, maxAgeMonths, now)],
    ["unsigned", by === null],
  ];
  return doubts.flatMap(([doubt, holds]) => (holds ? [doubt] : []));
}

// --- internal ---

/** Of a month or a year only, the first day is meant: rather too early than too late. */
function isOver(verifiedOn: string, months: number, now: number): boolean {
  const [year = 0, month = 1, day = 1] = verifiedOn.split("-").map(Number);
  const today = wallOf(now);
  const age = (today.year - year) * 12 + today.month - month;
  return age > months || (age === months && today.day > day);
}
