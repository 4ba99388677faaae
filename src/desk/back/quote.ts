// The check reads answers back to whoever holds the telephone: where that may no longer be, the same is said without them.
import type { Say } from "../../flow/effect.ts";
import type { State } from "../../flow/state.ts";
import type { Owed } from "../../ports.ts";

/** Does this read back what was told? */
export const quotes = ({ summary }: Say): boolean => summary !== "";

/** The same question in the words for a screen that others see; its buttons stay. */
export const withoutQuote = (say: Say): Say =>
  quotes(say) && say.question !== null ? { ...say, summary: "", question: { ...say.question, words: "covered" } } : say;

/** The messages in which everything was told that a check of this moment reads back. */
export const toldIn = ({ answers }: State): string[] => [
  ...new Set(Object.values(answers).flatMap(({ from }) => from.split(" "))),
];

/** What is owed, without what it reads back. */
export function bare(item: Owed): Owed {
  if (item.do !== "say" || item.check === undefined) return item;
  const { check, ...words } = item;
  return { ...words, messages: check.bare };
}

/** Does it read back what was told in one of these messages? */
export const isOf = (check: { of: string[] } | undefined, messages: string[]): boolean =>
  check?.of.some((id) => messages.includes(id)) ?? false;
