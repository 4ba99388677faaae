// What takes long to make: made in small steps while nobody needs it, or to its end by whoever does.

export interface Gradual<T> {
  /** As far as it is not made yet, it is made now. Once for all. @throws what making it throws, each time */
  whole(): T;
  /** Makes a little more of it; true when nothing is left to make. @throws as `whole` */
  step(): boolean;
  isMade(): boolean;
}

/** `making` yields wherever it may pause. */
export function gradual<T>(making: () => Iterator<void, T>): Gradual<T> {
  let under: Iterator<void, T> | undefined;
  let made: { it: T } | undefined;
  function step(): boolean {
    if (made !== undefined) return true;
    under ??= making();
    try {
      const next = under.next();
      if (next.done) made = { it: next.value };
    } catch (error) {
      under = undefined;
      throw error;
    }
    return made !== undefined;
  }
  return {
    step,
    isMade: () => made !== undefined,
    whole() {
      while (made === undefined) step();
      return made.it;
    },
  };
}
