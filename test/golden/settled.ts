// Waits until a program in another process has done what it owes; the row of the talk says so.
import { setTimeout as pause } from "node:timers/promises";
import type { Place } from "./place.ts";

const PATIENCE_MS = 8000;

/** All of this talk was heard, and nothing more is owed in it. @throws with the kinds of what is still owed after so long (ms) */
export async function settled(place: Place, key: string, patienceMs = PATIENCE_MS): Promise<void> {
  await until(patienceMs, async () => {
    const { talks, unheard } = await place.store.talks.load([key], []);
    const { owed = [], unfiled = [] } = talks.get(key) ?? {};
    return [...owed.map((item) => item.do), ...unfiled.map(() => "unfiled"), ...unheard.map(() => "unheard")];
  });
}

/** No talk's time has come any more. */
export const swept = (place: Place): Promise<void> =>
  until(PATIENCE_MS, () => place.store.talks.due(place.line.clock.now(), 1));

async function until(patienceMs: number, left: () => Promise<string[]>): Promise<void> {
  const end = performance.now() + patienceMs;
  for (let still = await left(); still.length > 0; still = await left()) {
    if (performance.now() > end) throw new Error(`still owed: ${still.join(", ")}`);
    await pause(5);
  }
}
