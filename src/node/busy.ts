// How one process serves many at once: what arrives in the same moment is one batch.
import { setImmediate } from "node:timers/promises";
import type { Busy } from "../desk/room.ts";

/** So long (ms) a next word may take what was said before along. */
const MOMENT_MS = 100;

/** @param shared is the database shared by several programs? */
export function busy(shared: boolean): Busy {
  if (shared) return { gather };
  let coming: Promise<void> | null = null;
  // One moment for all who begin to wait in it, so that those without a next word are written together.
  const moment = (): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(() => {
        coming = null;
        resolve();
      }, MOMENT_MS);
    });
  return { gather, linger: () => (coming ??= moment()) };
}

// --- internal ---

const gather = (): Promise<void> => setImmediate();
