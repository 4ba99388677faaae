// The numbers for emergencies: which ones answer at this moment, for which danger.
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
  /** Prefecture, for example "岩手県"; null where unknown. */
  area?: string | null;
  /** A child writes: the lines for children come first. */
  child?: boolean;
  /** Who raised a hand at home, and asks for help: lines to talk to come before the police. */
  seeksHelp?: boolean;
  /** Somebody who does not write Japanese: lines that answer in other languages come first among their like. */
  foreign?: boolean;
}

/** Those that answer at `at` (ms since 1970) in Japan. A number whose hours are not known is not among them. */
export function openNow(hotlines: Hotline[], at: number, { holiday }: { holiday: IsHoliday }): Hotline[] {
  return hotlines.filter((hotline) => isOpen(hotline, at, holiday));
}

/**
 * At most three numbers that answer at `at` for these dangers, gravest first: 110/119 where the danger asks for it, then a
 * line for each danger in turn. Where life is in danger at this moment (MEDICAL), whatever any of them asks for of 110 and
 * 119: who is being hit needs the police, and not the ambulance alone. An unverified number stands only where no verified
 * one is open for its danger. Where no danger is known, or no line fits it at this hour: those that always answer.
 * ELDER_ABUSE and others have no national line: see `deskToo`.
 */
export function numbersFor(risks: RiskType[], at: number, hotlines: Hotlines, who: WhoAsks): Hotline[] {
  const open = openNow(hotlines.hotlines, at, who).filter((hotline) => servesArea(hotline, who.area ?? null));
  const pick = (ids: string[]) => ids.flatMap((id) => open.filter((hotline) => hotline.id === id));
  const firsts = risks.map((risk) => pick(hotlines.serves[risk].first));
  const lines = risks.map((risk) => foreignFirst(trusted(pick(hotlines.serves[risk].lines)), who));
  const also = [
    who.child === true ? trusted(pick(hotlines.forChildren)) : [],
    ...lines,
    who.foreign === true ? trusted(pick(hotlines.forForeigners)) : [],
  ];
  const always = pick(hotlines.always);
  const gravest = firsts.find((first) => first.length > 0) ?? [];
  const now = risks.length === 0 ? always : risks.includes("MEDICAL") ? firsts.flat() : gravest;
  const talk = inTurn(also);
  const lead = who.seeksHelp === true && !risks.includes("MEDICAL") ? talk.slice(0, MOST_NUMBERS - 1) : [];
  const numbers = [...new Set([...lead, ...now, ...talk, ...firsts.flat()])].slice(0, MOST_NUMBERS);
  return numbers.length > 0 ? numbers : always;
}

/** Should the office's own desk be named beside the numbers? */
export const deskToo = (risks: RiskType[], { serves }: Hotlines): boolean => risks.some((risk) => serves[risk].desk);

// --- internal ---

const servesArea = ({ area, notIn }: Hotline, where: string | null): boolean =>
  (area === undefined || (where !== null && area.includes(where))) && (where === null || !notIn.includes(where));

const foreignFirst = (lines: Hotline[], { foreign }: WhoAsks): Hotline[] =>
  foreign === true ? lines.toSorted((a, b) => Number(a.langs === null) - Number(b.langs === null)) : lines;

function trusted(lines: Hotline[]): Hotline[] {
  const verified = lines.filter((line) => line.verified);
  return verified.length > 0 ? verified : lines;
}

/** The first of each, then the second of each, and so on. */
function inTurn(lists: Hotline[][]): Hotline[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list.slice(n, n + 1))).flat();
}
