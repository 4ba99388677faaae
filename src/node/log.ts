// The log: one JSON line an event, on standard error. Never a resident's words, names or LINE ids.
import { pino } from "pino";
import type { Log } from "../ports.ts";

/** Bytes that wait at most while nothing can be written; what comes then is dropped. */
const HELD = 64 * 1024;

/** `fd`: where it is written. A full disk or a closed pipe costs lines of the log, and never the work that is told of. */
export function logTo(level: string, fd = 2): Log {
  const lines = pino.destination({ fd, sync: true, maxLength: HELD });
  lines.on("error", () => {});
  return pino({ level, base: null }, lines);
}
