// Due work, looked after every second: words not sent yet, talks that went quiet, alerts.
import type { Desk } from "../desk.ts";
import type { Log } from "../ports.ts";

const EVERY_MS = 1000;
/** One call to LINE that hangs must not hold up the next look; this many looks may be under way at once. */
const AT_ONCE = 4;
/** A look that takes longer waits for a film that comes slowly, and is not counted any more. */
const LONG_MS = 15_000;

/**
 * Looks at once, for what a program before left undone, and then on. A fault never ends it. Gives the way to stop, which
 * ends when the looks that are under way have ended.
 */
export function startJobs(desk: Pick<Desk, "sweep">, log: Log): () => Promise<unknown> {
  const [counted, underWay] = [new Set<object>(), new Set<Promise<void>>()];
  async function look(): Promise<void> {
    const mark = {};
    counted.add(mark);
    const long = setTimeout(() => counted.delete(mark), LONG_MS);
    try {
      await desk.sweep();
    } catch (error) {
      log.error({ reason: error instanceof Error ? error.name : "unknown" }, "jobs: could not look for due work");
    } finally {
      clearTimeout(long);
      counted.delete(mark);
    }
  }
  function begin(): void {
    if (counted.size >= AT_ONCE) return;
    const looking = look().finally(() => underWay.delete(looking));
    underWay.add(looking);
  }
  begin();
  const timer = setInterval(begin, EVERY_MS);
  return () => {
    clearInterval(timer);
    return Promise.all(underWay);
  };
}
