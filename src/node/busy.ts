// How one process serves many at once: what arrives in the same moment is one batch.
import { setImmediate, setTimeout as rest } from "node:timers/promises";
import type { Busy } from "../desk/room.ts";

/** So long (ms) a next word may take what was said before along. */
const MOMENT_MS = 100;

/** So many webhooks may wait for their turn before their 200. */
const AT_ONCE = 32;

/** And so many of them are heard in one go while more than that wait. */
const FEW = 4;

/**
 * Where several programs share a database and one of them is in demand, it waits so long (ms) for others to write with:
 * each program alone has few at a time, and a write costs the database and the machine more than a row more in it.
 */
const IN_DEMAND_MS = 20;

/** @param shared is the database shared by several programs? */
export function busy(shared: boolean): Busy {
  // There the rest before each batch lets others in, and costs the same however many are in it.
  if (shared) return { atOnce: AT_ONCE, few: Number.POSITIVE_INFINITY, gather: inDemand() };
  let coming: Promise<void> | null = null;
  // One moment for all who begin to wait in it, so that those without a next word are written together.
  const moment = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(() => {
        coming = null;
        resolve();
      }, MOMENT_MS);
    });
  return { atOnce: AT_ONCE, few: FEW, gather: () => setImmediate(), linger: () => (coming ??= moment()) };
}

// --- internal ---

/** Waits for others only where a batch was begun a moment ago: who comes alone waits for nobody. */
function inDemand(): Busy["gather"] {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const isRare = performance.now() - last > 3 * IN_DEMAND_MS;
    await (isRare ? setImmediate() : rest(IN_DEMAND_MS));
    last = performance.now();
  };
}
