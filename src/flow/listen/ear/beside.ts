// Words right beside another: what makes a number an age, and what is said of a person beside the name.
import { numbered } from "../edges.ts";
import { beginsWith } from "./search.ts";

/** Behind it, or (in the file 「takot sa 〜」) before it. */
export interface Beside {
  behind: string[];
  before: string[];
}

/** The same for what stands beside a name; behind it those apart that hold any number (「○ tuổi」). */
export interface BesideName extends Beside {
  numbers: (string | RegExp)[];
}

/** `words`: each form of the listed words. */
export const besideOf = (listed: string[], words: (list: string[]) => string[]): Beside => ({
  behind: words(listed.filter((word) => !word.endsWith(PLACE))),
  before: words(listed.filter((word) => word.endsWith(PLACE))),
});

/** A blank before a word is its own no more: the name ends there. */
export function besideName({ behind, before }: Beside): BesideName {
  const words = behind.map((word) => word.trim());
  const isNumber = (word: string): boolean => word.includes("○");
  return {
    behind: words.filter((word) => !isNumber(word)),
    numbers: words.filter(isNumber).map(numbered),
    before,
  };
}

/** Does one of these words stand between the two parts of a text that a name parts? */
export const isBeside = (last: string, next: string, { behind, numbers, before }: BesideName): boolean =>
  beginsWith(next, behind) ||
  numbers.some((pattern) => next.search(pattern) === 0) ||
  before.some((words) => last.endsWith(words));

// --- internal ---

/** Where the other word stands. */
const PLACE = "〜";
