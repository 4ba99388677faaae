// Due work, looked after every second: words not sent yet, talks that went quiet, alerts.
import type { Desk } from "../desk.ts";
import type { Log } from "../ports.ts";

const EVERY_MS = 1000;
/** One call to LINE that hangs must not hold up the next look; this many looks may be under way at once. */
const AT_ONCE = 4;

/** Looks at once, for what a program before left undone, and then on; gives the way to stop. A fault never ends it. */
export function startJobs(desk: Pick<Desk, "sweep">, log: Log): () => void {
  let underWay = 0;
  async function look(): Promise<void> {
    if (underWay >= AT_ONCE) return;
    underWay += 1;
    try {
      await desk.sweep();
    } catch (error) {
      log.error({ reason: error instanceof Error ? error.name : "unknown" }, "jobs: could not look for due work");
    } finally {
      underWay -= 1;
    }
  }
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  return () => clearInterval(timer);
}
