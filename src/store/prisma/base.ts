// What every part of the Prisma store stands on, whatever database lies below.
import type { PrismaClient } from "#prisma";
import type { Store } from "../../ports.ts";
import type { Sealer } from "../seal.ts";
import { WrongDataKey } from "../seal.ts";
import { OR_LEAVE, type Dialect } from "./rows/sql.ts";

/** Rows a statement is about, by the names of their columns (`Dialect.rows`). */
export type Rows = readonly Record<string, unknown>[];

/** One SQL statement with a ? for each text; at most one value is the rows it is about. Lists of texts go in as one JSON text. */
export type Statement = readonly [text: string, ...values: (string | Rows)[]];

/** The rows as one JSON text, for a database that takes them so. */
export const asTexts = (values: (string | Rows)[]): string[] =>
  values.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));

export interface Ended {
  /** How many rows it changed. */
  changed: number;
  /** What it gives back (RETURNING). */
  rows: unknown[];
}

export interface Base {
  /** Ordinary reads, and writes of one statement. Never an interactive transaction: see `together`. */
  prisma: PrismaClient;
  sealer: Sealer;
  sql: Dialect;
  /** One statement; its rows. */
  query: <Row>(...statement: Statement) => Promise<Row[]>;
  /**
   * All of these or none, in order; how each ended. `about`: ids of the records and messages they are
   * about; nobody else writes about these meanwhile. Not Prisma's `$transaction`: on D1 it is not atomic, and on SQLite
   * a write that comes in between joins it and vanishes with its rollback.
   */
  together: (statements: Statement[], about: string[]) => Promise<Ended[]>;
}

/** The rows of Mark: a known word, sealed; and, while an office moves here, that it is not through. */
export const KEY_MARK = "key-check";
export const MOVING = "moving";
/** Before the id of an office: real residents write to it here. */
export const SERVED = "served:";
const CONTEXT = `Mark.value:${KEY_MARK}`;

/** Is it the known word, sealed under this key? */
export function opensWith({ open }: Sealer, mark: string): boolean {
  try {
    return open(mark, CONTEXT) === KEY_MARK;
  } catch {
    return false;
  }
}

export function prismaServed({ query, together }: Base): Pick<Store, "serve" | "served"> {
  const insert = `INSERT INTO "Mark" (id, value) VALUES (?, '') ${OR_LEAVE}`;
  return {
    async serve(office) {
      await together([[insert, `${SERVED}${office}`]], [`${SERVED}${office}`]);
    },
    async served() {
      const rows = await query<{ id: string }>(`SELECT id FROM "Mark" WHERE id LIKE ? ORDER BY id`, `${SERVED}%`);
      return rows.map(({ id }) => id.slice(SERVED.length));
    },
  };
}

/**
 * Seals a known word at the first start and opens it at every later one.
 * @throws WrongDataKey when the database was begun with another DATA_KEY.
 */
export async function checkKey({ query, sealer, together }: Base): Promise<void> {
  const read = async () => (await query<{ value: string }>(`SELECT value FROM "Mark" WHERE id = ?`, KEY_MARK))[0];
  const insert = `INSERT INTO "Mark" (id, value) VALUES (?, ?) ${OR_LEAVE}`;
  if (!(await read())) await together([[insert, KEY_MARK, sealer.seal(KEY_MARK, CONTEXT)]], [KEY_MARK]);
  if (!opensWith(sealer, (await read())?.value ?? ""))
    throw new WrongDataKey(
      "DATA_KEY: このデータベースを始めたときの鍵とちがいます。はじめの鍵にもどすか、別の DATA_DIR（PostgreSQLでは別のデータベース）を使ってください。",
    );
}
