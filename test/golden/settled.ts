// Waits until a program in another process has done what it owes; the row of the talk says so.
import { setTimeout as pause } from "node:timers/promises";
import type { Place } from "./place.ts";

const PATIENCE_MS = 8000;

/** Nothing more is owed in this talk. @throws with the kinds of what is still owed */
export async function settled(place: Place, key: string): Promise<void> {
  await until(async () => {
    const talk = (await place.store.talks.load([key], [])).talks.get(key);
    return [...(talk?.owed ?? []).map((item) => item.do), ...(talk?.unfiled ?? []).map(() => "unfiled")];
  });
}

/** No talk's time has come any more. */
export const swept = (place: Place): Promise<void> => until(() => place.store.talks.due(place.line.clock.now(), 1));

async function until(left: () => Promise<string[]>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (let still = await left(); still.length > 0; still = await left()) {
    if (performance.now() > end) throw new Error(`still owed: ${still.join(", ")}`);
    await pause(5);
  }
}
