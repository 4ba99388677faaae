// A place where the program runs as it will run for residents: Node with SQLite or PostgreSQL, or workerd with D1.
import type { Store } from "../../src/ports.ts";
import type { ServedLine } from "./line.ts";

export const DATA_KEY = Buffer.alloc(32, 7).toString("base64");

export interface Place {
  url: URL;
  line: ServedLine;
  /** The program's own database, looked at from beside it. */
  store: Store;
  /** The rows as they stand there, sealed. */
  rows(sql: string): Promise<unknown[]>;
  /** Sets the program's clock (LINE's has been set). */
  setAhead(ms: number): Promise<void>;
  /** Lets due work be done now. */
  sweep(): Promise<void>;
  /** Everything the program wrote to its log since it began. */
  log(): string;
  close(): Promise<void>;
}

/** Sets LINE's clock and the program's to this moment (ms); both go on from there. */
export async function moveTo(place: Place, at: number): Promise<void> {
  const ahead = at - Date.now();
  place.line.clock.ahead = ahead;
  await place.setAhead(ahead);
}
