// Due work, looked after every second: words not sent yet, talks that went quiet, alerts.
import type { Desk } from "../desk.ts";
import type { Log } from "../ports.ts";

const EVERY_MS = 1000;

/** Starts looking; gives the way to stop. One look at a time, and a fault never ends it. */
export function startJobs(desk: Desk, log: Log): () => void {
  let stopped = false;
  async function look(): Promise<void> {
    try {
      await desk.sweep();
    } catch (error) {
      log.error({ reason: error instanceof Error ? error.name : "unknown" }, "jobs: could not look for due work");
    }
    if (!stopped) timer = setTimeout(() => void look(), EVERY_MS);
  }
  let timer = setTimeout(() => void look(), EVERY_MS);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
