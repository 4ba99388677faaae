// A talk without what was done.
import type { Owed, Talk } from "../../ports.ts";
import type { Done } from "../claim.ts";

/** What is owed instead of what was done stands in it; so do the words that came of it. */
export function withoutDone(talk: Talk, done: Done[]): Talk {
  const ended = new Map(done.map((one) => [one.id, one]));
  const said = talk.owed.flatMap(({ id }) => ended.get(id)?.said ?? []);
  return {
    ...talk,
    unfiled: [...talk.unfiled, ...said],
    owed: talk.owed.flatMap((item) => (isErasing(talk, item) ? [item] : after(item, ended.get(item.id)))),
  };
}

/** Is nothing else to be noted of it but that it is done? */
export const isPlain = ({ next, said }: Done): boolean => next === null && said.length === 0;

// --- internal ---

/** The wish to be erased stays until the row goes, unless new words have begun a new talk in it. */
const isErasing = ({ state }: Talk, item: Owed): boolean => item.do === "erase" && state.intake === null;

/** How a try went is noted on the words as they stand in the row: what they quoted may have been taken back meanwhile. */
function after(item: Owed, done: Done | undefined): Owed[] {
  if (done === undefined) return [item];
  const { next } = done;
  if (next?.do !== "say" || item.do !== "say") return next === null ? [] : [next];
  const { leased: _, ...free } = item;
  return [{ ...free, tries: next.tries, nextAt: next.nextAt, unsure: next.unsure }];
}
