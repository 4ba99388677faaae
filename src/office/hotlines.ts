// The numbers for emergencies: which ones answer at this moment, for which danger, in one short line each.
import type { RiskType } from "../flow/codes.ts";
import type { Hotline, Hotlines } from "./hotlines-file.ts";
import { isOpen } from "./open.ts";
import type { IsHoliday } from "./open.ts";

export { hotlinesSchema } from "./hotlines-file.ts";
export type { Hotline, Hotlines } from "./hotlines-file.ts";
export type { IsHoliday } from "./open.ts";

/** A resident is given no long list. */
const MOST_NUMBERS = 3;

export interface WhoAsks {
  /** Is the day of this moment a national holiday? `isNationalHoliday` of `hours.ts`. */
  holiday: IsHoliday;
  /** Prefecture, for example "岩手県"; left out where unknown. */
  area?: string;
  /** A child writes: the lines for children come first. */
  child?: boolean;
}

/** Those that answer at `at` (ms since 1970) in Japan. A number whose hours are not known is not among them. */
export function openNow(hotlines: Hotline[], at: number, { holiday }: { holiday: IsHoliday }): Hotline[] {
  return hotlines.filter((hotline) => isOpen(hotline, at, holiday));
}

/**
 * At most three numbers that answer at `at` for these dangers, gravest first: 110/119 where the danger asks for it, then a line
 * for each danger in turn. An unverified number stands only where no verified one is open for its danger.
 * ELDER_ABUSE and others have no national line: see `deskToo`.
 */
export function numbersFor(risks: RiskType[], at: number, hotlines: Hotlines, who: WhoAsks): Hotline[] {
  const open = openNow(hotlines.hotlines, at, who).filter((hotline) => servesArea(hotline, who.area));
  const pick = (ids: string[]) => ids.flatMap((id) => open.filter((hotline) => hotline.id === id));
  const firsts = risks.map((risk) => pick(hotlines.serves[risk].first));
  const children = who.child === true ? pick(hotlines.forChildren) : [];
  const lines = [children, ...risks.map((risk) => trusted(pick(hotlines.serves[risk].lines)))];
  const now = firsts.find((first) => first.length > 0) ?? [];
  return [...new Set([...now, ...inTurn(lines), ...firsts.flat()])].slice(0, MOST_NUMBERS);
}

/** Should the office's own desk be named beside the numbers? */
export const deskToo = (risks: RiskType[], { serves }: Hotlines): boolean => risks.some((risk) => serves[risk].desk);

/** One line each: 「よりそいホットライン 0120-279-338（無料・24時間）」. */
export const sayNumbers = (list: Hotline[]): string => list.map(sayNumber).join("\n");

function sayNumber({ name, number, cost, hours, also, caveat }: Hotline): string {
  const facts = [cost, hours === null ? null : sayHours(hours, also)].filter((fact) => fact !== null);
  return `${name} ${number}${facts.length > 0 ? `（${facts.join("・")}）` : ""}${caveat === null ? "" : `※${caveat}`}`;
}

function sayHours(hours: NonNullable<Hotline["hours"]>, also: Hotline["also"]): string | null {
  const [first, ...others] = hours;
  if (first === undefined || others.length > 0) return null;
  if (first.days.length === 7 && first.from === "00:00" && first.to === "24:00") return "24時間";
  const monthly = also.flatMap((rule) =>
    "monthly" in rule ? [`、毎月${rule.monthly}日は${clock(rule.from)}から${rule.forHours}時間`] : [],
  );
  return `${first.days.length === 7 ? "毎日" : first.days.join("")}${clock(first.from)}〜${clock(first.to)}${monthly.join("")}`;
}

const clock = (time: string): string => time.replace(/^0?(\d+):00$/, "$1時").replace(/^0?(\d+):(\d\d)$/, "$1時$2分");

const servesArea = ({ area, notIn }: Hotline, where: string | undefined): boolean =>
  (area === undefined || (where !== undefined && area.includes(where))) &&
  (where === undefined || !notIn.includes(where));

function trusted(lines: Hotline[]): Hotline[] {
  const verified = lines.filter((line) => line.verified);
  return verified.length > 0 ? verified : lines;
}

/** The first of each, then the second of each, and so on. */
function inTurn(lists: Hotline[][]): Hotline[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list.slice(n, n + 1))).flat();
}
