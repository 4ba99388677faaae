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
export const sayDay = (at: number, words: Words): string => partsOf(words).date(at);

/** 「8時30分」「13時」, "8:30 am" */
export const sayTime = (at: number, words: Words): string => sayMinutes(wallOf(at).minutes, words);

/** "08:30" of a file of `flows/`. */
export const sayWritten = (time: string, words: Words): string => sayMinutes(minutesOf(time), words);

/** 「月・火・水・木・金」, "Mon–Fri, Sun" */
export function sayDays(days: readonly string[], words: Words): string {
  const { facts } = words;
  const { weekday } = partsOf(words);
  const named = WEEK.map((day, n) => ({ day, n, name: weekday(MONDAY + n * DAY) }));
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

interface Parts {
  date(at: number): string;
  weekday(at: number): string;
}

/** Building one takes longer than all that is then done with it. */
const built = new Map<string, Parts>();

function partsOf({ lang, locale, calendar }: Words): Parts {
  const known = built.get(lang);
  if (known !== undefined) return known;
  const made = calendar === undefined ? byLocale(locale) : byCalendar(calendar);
  built.set(lang, made);
  return made;
}

function byLocale(locale: string): Parts {
  const tokyo = { timeZone: "Asia/Tokyo", weekday: "short" } as const;
  const date = new Intl.DateTimeFormat(locale, { ...tokyo, month: "long", day: "numeric" });
  const weekday = new Intl.DateTimeFormat(locale, tokyo);
  return { date: (at) => date.format(at), weekday: (at) => weekday.format(at) };
}

/** Japan has no summer time: the wall is nine hours ahead. */
const AHEAD = 9 * 3_600_000;

function byCalendar({ weekdays, months, date }: NonNullable<Words["calendar"]>): Parts {
  const weekday = (at: number): string => weekdays[(new Date(at + AHEAD).getUTCDay() + 6) % 7] ?? "";
  return {
    weekday,
    date(at) {
      const wall = new Date(at + AHEAD);
      return fill(date, { weekday: weekday(at), month: months[wall.getUTCMonth()] ?? "", day: wall.getUTCDate() });
    },
  };
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
