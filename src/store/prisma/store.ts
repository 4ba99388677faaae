// The store over a Prisma client: the same for SQLite, PostgreSQL and D1.
import type { Store } from "../../ports.ts";
import { inTable, type Chunks } from "../chunks/chunks.ts";
import { prismaServed, type Base, type Statement } from "./base.ts";
import { OR_LEAVE } from "./rows/sql.ts";
import { prismaMedia } from "./media.ts";
import { prismaRecords } from "./records.ts";
import { prismaStaff } from "./staff.ts";
import { prismaTalks } from "./talks.ts";

/** A row that comes and goes in one write: SQLite writes nothing where a row is only set to what it is. */
const TOUCHED = "touched";
const TOUCH: Statement[] = [
  [`INSERT INTO "Mark" (id, value) VALUES (?, '') ${OR_LEAVE}`, TOUCHED],
  [`DELETE FROM "Mark" WHERE id = ?`, TOUCHED],
];

/** `close` gives back what the database was opened with; `chunks`: where those of pictures, voices and files are kept. */
export function prismaStore(base: Base, close: () => Promise<void>, chunks: Chunks = inTable(base)): Store {
  return {
    talks: prismaTalks(base),
    records: prismaRecords(base),
    media: prismaMedia(base, chunks),
    staff: prismaStaff(base),
    ...prismaServed(base),
    async ping() {
      await base.query("SELECT 1");
    },
    async touch() {
      await base.together(TOUCH, [TOUCHED]);
    },
    close,
  };
}
