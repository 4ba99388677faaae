// The tables of the memory store. Rows are kept as JSON text, so that state which is not JSON cannot hide.
import type { Entry, Intake, Message } from "../../intake/intake.ts";
import type { Media, Staff, Talk, TalkCodes, Unheard } from "../../ports.ts";

export interface Table<Row> {
  get(id: string): Row | undefined;
  put(id: string, row: Row): void;
  /** Inserts, or leaves the row that stands there. True if it was inserted. */
  add(id: string, row: Row): boolean;
  drop(id: string): void;
  all(): Row[];
  entries(): [string, Row][];
}

export interface Tables {
  talks: Table<{ talk: Talk; codes: TalkCodes }>;
  unheard: Table<Unheard>;
  /** `filed` is the revision of the talk it was last filed from; `ERASED` closes it for good. */
  intakes: Table<{ intake: Intake; filed: number }>;
  messages: Table<Message>;
  entries: Table<Entry>;
  media: Table<Media>;
  chunks: Map<string, Uint8Array[]>;
  gone: Set<string>;
  staff: Table<Staff>;
  sessions: Table<{ staff: string; expiresAt: number }>;
  invitations: Table<{ staff: string; expiresAt: number }>;
  failures: { login: string; at: number }[];
}

export function tables(): Tables {
  return {
    talks: table(),
    unheard: table(),
    intakes: table(),
    messages: table(),
    entries: table(),
    media: table(),
    chunks: new Map(),
    gone: new Set(),
    staff: table(),
    sessions: table(),
    invitations: table(),
    failures: [],
  };
}

function table<Row>(): Table<Row> {
  const rows = new Map<string, string>();
  const read = (text: string): Row => JSON.parse(text) as Row;
  return {
    get: (id) => (rows.has(id) ? read(rows.get(id) ?? "") : undefined),
    put: (id, row) => void rows.set(id, JSON.stringify(row)),
    add: (id, row) => !rows.has(id) && rows.set(id, JSON.stringify(row)) === rows,
    drop: (id) => void rows.delete(id),
    all: () => [...rows.values()].map(read),
    entries: () => [...rows].map(([id, text]) => [id, read(text)]),
  };
}
