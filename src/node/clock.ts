// The one now() of the program. Only the trial can move it.
import type { Clock } from "../try/clock.ts";

export function clock(): Clock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    offset: () => offset,
    set: (at) => void (offset = at - Date.now()),
    reset: () => void (offset = 0),
  };
}
