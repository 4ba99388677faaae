// What was said waits a moment to be struck out of its row: the person's next word takes it along in its own write.
// Where none comes it is struck out alone.
import type { Claim, Done } from "../claim.ts";

/** What one talk's next write takes along. */
export interface Strike {
  done: Done[];
  /** It stands in the row no more. */
  ended(): void;
  /** It could not be taken along after all. */
  back(): void;
}

export interface Strikes {
  /** True when a next word took it along; false when the moment has passed, and it is to be struck out alone. */
  wait(key: string, done: Done[], moment: Promise<void>): Promise<boolean>;
  /** Gives it once; `ended` or `back` must follow. */
  take(key: string): Strike | undefined;
  /** What waits there: it was said, and stands in the row all the same. */
  waiting(key: string): Done[];
}

export function heldStrikes(): Strikes {
  const held = new Map<string, Strike>();
  return {
    wait: (key, done, moment) =>
      new Promise((resolve) => {
        const strike = { done, ended: () => resolve(true), back: () => resolve(false) };
        held.set(key, strike);
        void moment.then(() => {
          if (held.get(key) !== strike) return;
          held.delete(key);
          resolve(false);
        });
      }),
    take(key) {
      const strike = held.get(key);
      held.delete(key);
      return strike;
    },
    waiting: (key) => held.get(key)?.done ?? [],
  };
}

/**
 * May it wait? Only where all went well and at once: anything else is for the jobs and for staff to see, now. (Who was
 * killed before it was struck out cannot know whether it was said; after a second time it may have to be said twice.)
 */
export const canWait = ({ talk: { owed }, mine, done }: Claim): boolean =>
  owed.every((item) => item.do === "say") &&
  mine.every(({ tries }) => tries === 0) &&
  done.every(({ next, said, entries }) => next === null && said.length + entries.length === 0);
