// When people read: the office's hours in Asia/Tokyo, its holidays, and the days it closes at the turn of the year.
import { holidays } from "./generated/holidays.ts";
import type { Office } from "./office.ts";

/** Japan has no summer time: local time is always UTC+9. */
const TOKYO = 9 * 3_600_000;
const DAY = 86_400_000;
const WEEKDAYS = "日月火水木金土";

/** A moment as a clock on the wall of the office shows it. */
export interface Wall {
  year: number;
  month: number;
  day: number;
  weekday: string;
  /** Minutes since midnight. */
  minutes: number;
}

export function wallOf(at: number): Wall {
  const shifted = new Date(at + TOKYO);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: WEEKDAYS[shifted.getUTCDay()] ?? "日",
    minutes: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
}

/** 年度: April to March. */
export const fiscalYear = (at: number): number => (wallOf(at).month >= 4 ? wallOf(at).year : wallOf(at).year - 1);

/** Is the Tokyo day of this moment a national holiday (国民の祝日)? */
export function isNationalHoliday(at: number): boolean {
  const { year, month, day } = wallOf(at);
  return HOLIDAYS.has(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

/** As @holiday-jp/holiday_jp lists them, 1970 to 2050; its own question copies and searches the whole list each time. */
const HOLIDAYS = new Set(holidays.split(" "));

/** Is anybody there to read right now? False where the office has not given its hours. */
export const isOpen = (office: Office, at: number): boolean =>
  spansOf(office, at).some(([from, to]) => at >= from && at < to);

/** Start of the next opening after `at`; `at` itself while open. */
export function nextOpen(office: Office, at: number): number {
  if (isOpen(office, at)) return at;
  for (let day = 0; day < 60; day += 1) {
    const [start] = spansOf(office, at + day * DAY)
      .filter(([from]) => from > at)
      .map(([from]) => from);
    if (start !== undefined) return start;
  }
  return at;
}

/**
 * The last office day of the promise: `replyWithinDays` office days, counted from the day it is read. null where the office
 * has given no hours or promises nothing.
 */
export function replyBy(office: Office, at: number): number | null {
  if (office.hours === null || office.replyWithinDays === null) return null;
  let day = nextOpen(office, at);
  for (let left = office.replyWithinDays - 1; left > 0; left -= 1) day = nextOpen(office, startOfDay(day) + DAY);
  return day;
}

export const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};

/** The opening of this moment's Tokyo day that is still to end, or null. */
export const closingToday = (office: Office, at: number): number | null =>
  spansOf(office, at).find(([from, to]) => at >= from && at < to)?.[1] ?? null;

// --- internal ---

const startOfDay = (at: number): number => Math.floor((at + TOKYO) / DAY) * DAY - TOKYO;

/** The openings of the Tokyo day that holds `at`, in order. */
function spansOf(office: Office, at: number): [number, number][] {
  const { weekday, month, day } = wallOf(at);
  const stamp = `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (office.closed.includes(stamp) || isNationalHoliday(at)) return [];
  return (office.hours ?? [])
    .filter(({ days }) => (days as string[]).includes(weekday))
    .map(({ from, to }): [number, number] => [
      startOfDay(at) + minutesOf(from) * 60_000,
      startOfDay(at) + minutesOf(to) * 60_000,
    ])
    .sort((a, b) => a[0] - b[0]);
}
