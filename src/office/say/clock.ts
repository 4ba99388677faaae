// Days, weekdays and times in the resident's language.
import { fill } from "../../flow/words/fill.ts";
import type { Words } from "../../flow/words.ts";
import { minutesOf, wallOf } from "../hours.ts";

/** The week as it runs; the days of `flows/` are written so. */
const WEEK = ["月", "火", "水", "木", "金", "土", "日"] as const;
/** Noon of a Monday in Japan. */
const MONDAY = Date.UTC(2026, 10, 23, 3);
const DAY = 86_400_000;
/** Fewer days in a row than this are told one by one. */
const RUN = 3;

/** 「11月24日(火)」, "Tue, November 24" */
export const sayDay = (at: number, { locale }: Words): string => partsOf(locale).date.format(at);

/** 「8時30分」「13時」, "8:30 am" */
export const sayTime = (at: number, words: Words): string => sayMinutes(wallOf(at).minutes, words);

/** "08:30" of a file of `flows/`. */
export const sayWritten = (time: string, words: Words): string => sayMinutes(minutesOf(time), words);

/** 「月・火・水・木・金」, "Mon–Fri, Sun" */
export function sayDays(days: readonly string[], { locale, facts }: Words): string {
  const { weekday } = partsOf(locale);
  const named = WEEK.map((day, n) => ({ day, n, name: weekday.format(MONDAY + n * DAY) }));
  const wanted = named.filter(({ day }) => days.includes(day));
  const runs = wanted.reduce<(typeof named)[]>((before, one) => {
    const last = before.at(-1);
    return last?.at(-1)?.n === one.n - 1 ? [...before.slice(0, -1), [...last, one]] : [...before, [one]];
  }, []);
  const join = (names: string[]): string => names.join(facts["day-join"]);
  return join(
    runs.map((run) => {
      const all = run.map(({ name }) => name);
      const ends = { first: all[0] ?? "", last: all.at(-1) ?? "", all: join(all) };
      return run.length < RUN ? ends.all : fill(facts["day-run"], ends);
    }),
  );
}

// --- internal ---

/** Building one takes longer than all that is then done with it. */
const built = new Map<string, Record<"date" | "weekday", Intl.DateTimeFormat>>();

function partsOf(locale: string): Record<"date" | "weekday", Intl.DateTimeFormat> {
  const known = built.get(locale);
  if (known !== undefined) return known;
  const tokyo = { timeZone: "Asia/Tokyo", weekday: "short" } as const;
  const made = {
    date: new Intl.DateTimeFormat(locale, { ...tokyo, month: "long", day: "numeric" }),
    weekday: new Intl.DateTimeFormat(locale, tokyo),
  };
  built.set(locale, made);
  return made;
}

function sayMinutes(minutes: number, { facts }: Words): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  const given = {
    h,
    h12: h % 12 === 0 ? 12 : h % 12,
    m,
    mm: String(m).padStart(2, "0"),
    ampm: h % 24 < 12 ? facts.am : facts.pm,
  };
  return fill(m === 0 ? facts["time-full"] : facts.time, given);
}
