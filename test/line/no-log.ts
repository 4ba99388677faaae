// A log that only remembers, so that a test can read what was noted.
import type { Log } from "../../src/ports.ts";

export function noLog(): { log: Log; lines: unknown[] } {
  const lines: unknown[] = [];
  const note = (fields: Record<string, unknown>, message: string): void => void lines.push({ ...fields, message });
  return { log: { info: note, warn: note, error: note }, lines };
}
