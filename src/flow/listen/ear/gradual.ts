// What takes long to make: made in small steps while nobody needs it, or to its end by whoever does.

export interface Gradual<T> {
  /** As far as it is not made yet, it is made now. Once for all. @throws what making it throws, each time */
  whole(): T;
  /** Makes a little more of it; true when nothing is left to make. @throws as `whole` */
  step(): boolean;
  /** Is nothing left to wait for: made, or seen to be impossible? */
  isOver(): boolean;
}

/** `making` yields wherever it may pause. */
export function gradual<T>(making: () => Iterator<void, T>): Gradual<T> {
  let under: Iterator<void, T> | undefined;
  let made: { it: T } | undefined;
  let failed = false;
  function step(): boolean {
    if (made !== undefined) return true;
    under ??= making();
    try {
      const next = under.next();
      if (next.done) made = { it: next.value };
    } catch (error) {
      [under, failed] = [undefined, true];
      throw error;
    }
    return made !== undefined;
  }
  return {
    step,
    isOver: () => made !== undefined || failed,
    whole() {
      while (made === undefined) step();
      return made.it;
    },
  };
}

/** Makes all of these, one after the other and so much at a time; `pause` lets others in. */
export async function makeAll(
  wanted: Pick<Gradual<unknown>, "step">[],
  slice: () => () => boolean,
  pause: () => Promise<unknown>,
): Promise<void> {
  for (const one of wanted) while (!madeUntil(one, slice())) await pause();
}

/** Makes it until it is over (true), or until that is enough for now. What cannot be made is told to whoever needs it. */
export function madeUntil({ step }: Pick<Gradual<unknown>, "step">, isEnough: () => boolean): boolean {
  try {
    while (!step()) if (isEnough()) return false;
  } catch {
    return true;
  }
  return true;
}
