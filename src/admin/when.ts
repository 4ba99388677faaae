// Times as a person in Japan reads them: Asia/Tokyo has one offset and no summer time, so adding nine hours is exact.
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 「2026年11月22日（日）9:05」 for a time in ms since 1970. */
export function dateTime(at: number): string {
  return `${date(at)}${clock(at)}`;
}

/** 「2026年11月22日（日）」. */
export function date(at: number): string {
  const t = tokyo(at);
  return `${t.getUTCFullYear()}年${t.getUTCMonth() + 1}月${t.getUTCDate()}日（${"日月火水木金土"[t.getUTCDay()]}）`;
}

/** 「11/22 9:05」, for a list. */
export function short(at: number): string {
  const t = tokyo(at);
  return `${t.getUTCMonth() + 1}/${t.getUTCDate()} ${clock(at)}`;
}

/** 「9:05」. */
export function clock(at: number): string {
  const t = tokyo(at);
  return `${t.getUTCHours()}:${String(t.getUTCMinutes()).padStart(2, "0")}`;
}

/** 「9時5分」, as 送信取消 is marked. */
export function spokenClock(at: number): string {
  const t = tokyo(at);
  return `${t.getUTCHours()}時${t.getUTCMinutes()}分`;
}

/** How long from one time to another: 「3時間12分」, 「2日5時間」, 「1分たらず」. A clock that went back counts as now. */
export function waited(from: number, to: number): string {
  const ms = Math.max(0, to - from);
  if (ms < MINUTE) return "1分たらず";
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)}分`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)}時間${Math.floor((ms % HOUR) / MINUTE)}分`;
  return `${Math.floor(ms / DAY)}日${Math.floor((ms % DAY) / HOUR)}時間`;
}

/** Machine-readable, for <time datetime>. */
export const iso = (at: number): string => new Date(at).toISOString();

/** The 年度 (April to March) a time falls in. */
export function fiscalYear(at: number): number {
  const t = tokyo(at);
  return t.getUTCMonth() >= 3 ? t.getUTCFullYear() : t.getUTCFullYear() - 1;
}

/** The first moment of a 年度, in ms. */
export const fiscalStart = (year: number): number => Date.UTC(year, 3, 1) - 9 * HOUR;

/** 1 to 12. */
export const month = (at: number): number => tokyo(at).getUTCMonth() + 1;

const tokyo = (at: number): Date => new Date(at + 9 * HOUR);
