// The trial's clock: reads what POST /try/clock was given as the moment to move to.
const HOUR = 3_600_000;
const JST = 9 * HOUR;
const EARLIEST = Date.parse("2000-01-01T00:00:00+09:00");
const LATEST = Date.parse("2100-01-01T00:00:00+09:00");

export interface Clock {
  now(): number;
  /** How far it stands from the real time (ms). */
  offset(): number;
  /** Makes it this moment (ms); it goes on from there. */
  set(at: number): void;
  /** Back to the real time. */
  reset(): void;
}

/**
 * The moment that is asked for (ms), "reset", or null where it cannot be understood.
 * `at`: ISO 8601 or ms · `days`, `hours`, `minutes`: that much later · `morning`: the next 9:00 in Japan · `reset`.
 */
export function momentOf(body: Record<string, unknown>, now: number): number | "reset" | null {
  if (isYes(body.reset)) return "reset";
  if (isYes(body.morning)) return nextMorning(now);
  const asked = body.at !== undefined ? instant(body.at) : now + later(body);
  return asked >= EARLIEST && asked <= LATEST && asked !== now ? asked : null;
}

const isYes = (value: unknown): boolean => value === true || value === "true" || value === "1";

const instant = (at: unknown): number =>
  typeof at === "number" || /^\d+$/.test(String(at)) ? Number(at) : Date.parse(String(at));

function later(body: Record<string, unknown>): number {
  const [days, hours, minutes] = ["days", "hours", "minutes"].map((unit) => Number(body[unit] ?? 0));
  return ((days! * 24 + hours!) * 60 + minutes!) * 60_000;
}

function nextMorning(now: number): number {
  const midnight = Math.floor((now + JST) / (24 * HOUR)) * 24 * HOUR - JST;
  const nine = midnight + 9 * HOUR;
  return nine > now ? nine : nine + 24 * HOUR;
}
