// Does a number answer at this moment in Japan? Weekdays, holidays, yearly closed days and the exceptions of `hotlines.yaml`.
import type { Hotline } from "./hotlines-file.ts";

/** Is this day ("2026-11-23") a national holiday? */
export type IsHoliday = (day: string) => boolean;

/** Japan keeps one offset all year. */
const JAPAN_AHEAD_MS = 9 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const WEEK = ["日", "月", "火", "水", "木", "金", "土"] as const;

/** `at` in ms since 1970. False where the hours are not known. An exception that opens wins over one that closes. */
export function isOpen({ hours, also, closed }: Hotline, at: number, holiday: IsHoliday): boolean {
  const now = inJapan(at);
  if (also.some((rule) => exceptionHolds(rule, at))) return true;
  if (hours === null || closed.some((range) => inYearlyRange(now.day.slice(5), range))) return false;
  return hours.some(
    (span) =>
      span.days.includes(now.weekday) &&
      span.from <= now.time &&
      now.time < span.to &&
      !(span.holidays === "closed" && holiday(now.day)),
  );
}

/** The wall clock in Japan: day "2026-11-23", time "08:30", weekday 月. */
export function inJapan(at: number) {
  const there = new Date(at + JAPAN_AHEAD_MS);
  const iso = there.toISOString();
  return { day: iso.slice(0, 10), time: iso.slice(11, 16), weekday: WEEK[there.getUTCDay()] ?? "日" };
}

function exceptionHolds(rule: Hotline["also"][number], at: number): boolean {
  if ("between" in rule) return fromJapan(rule.between[0]) <= at && at < fromJapan(rule.between[1]);
  const length = rule.forHours * HOUR_MS;
  // It may have begun today or, running past midnight, on an earlier day.
  const began = [inJapan(at).day, inJapan(at - length).day, inJapan(at - length / 2).day]
    .filter((day) => Number(day.slice(8)) === rule.monthly)
    .map((day) => fromJapan(`${day} ${rule.from}`));
  return began.some((start) => start <= at && at < start + length);
}

/** "2025-09-10 08:00" in Japan → ms since 1970. */
const fromJapan = (moment: string): number => Date.parse(`${moment.replace(" ", "T")}:00+09:00`);

/** Both days included; 12-29 to 01-03 runs over the new year. */
const inYearlyRange = (day: string, { from, to }: { from: string; to: string }): boolean =>
  from <= to ? from <= day && day <= to : day >= from || day <= to;
