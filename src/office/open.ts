// Does a number answer at this moment in Japan? Weekdays, holidays, yearly closed days and the exceptions of `hotlines.yaml`.
import { wallOf } from "./hours.ts";
import type { Wall } from "./hours.ts";
import type { Hotline } from "./hotlines-file.ts";

/** Is the day of this moment (ms since 1970) a national holiday in Japan? For example `isNationalHoliday` of `hours.ts`. */
export type IsHoliday = (at: number) => boolean;

const HOUR_MS = 3_600_000;

/** `at` in ms since 1970. False where the hours are not known. An exception that opens wins over one that closes. */
export function isOpen({ hours, also, closed }: Hotline, at: number, holiday: IsHoliday): boolean {
  const now = wallOf(at);
  if (also.some((rule) => exceptionHolds(rule, at))) return true;
  if (hours === null || closed.some((range) => inYearlyRange(monthDay(now), range))) return false;
  return hours.some(
    (span) =>
      span.days.some((day) => day === now.weekday) &&
      minutesOf(span.from) <= now.minutes &&
      now.minutes < minutesOf(span.to) &&
      !(span.holidays === "closed" && holiday(at)),
  );
}

function exceptionHolds(rule: Hotline["also"][number], at: number): boolean {
  if ("between" in rule) return fromJapan(rule.between[0]) <= at && at < fromJapan(rule.between[1]);
  const sinceBegin = at - minutesOf(rule.from) * (HOUR_MS / 60);
  // It runs over midnight: it began on the day it was `hour` hours ago.
  return Array.from({ length: rule.forHours }, (_, hour) => sinceBegin - hour * HOUR_MS).some(
    (then) => wallOf(then).day === rule.monthly && wallOf(then).minutes < 60,
  );
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** "2025-09-10 08:00" in Japan → ms since 1970. */
const fromJapan = (moment: string): number => Date.parse(`${moment.replace(" ", "T")}:00+09:00`);

const monthDay = ({ month, day }: Wall): string => `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** Both days included; 12-29 to 01-03 runs over the new year. */
const inYearlyRange = (day: string, { from, to }: { from: string; to: string }): boolean =>
  from <= to ? from <= day && day <= to : day >= from || day <= to;
