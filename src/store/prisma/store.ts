// The store over a Prisma client: the same for SQLite, PostgreSQL and D1.
import type { Store } from "../../ports.ts";
import { inTable, type Chunks } from "../chunks/chunks.ts";
import { KEY_MARK, prismaServed, type Base, type Statement } from "./base.ts";
import { prismaMedia } from "./media.ts";
import { prismaRecords } from "./records.ts";
import { prismaStaff } from "./staff.ts";
import { prismaTalks } from "./talks.ts";

/** A row that stands in every database, written as it is: no database leaves that out. */
const TOUCH: Statement = [`UPDATE "Mark" SET value = value WHERE id = ?`, KEY_MARK];

/** `close` gives back what the database was opened with; `chunks`: where those of pictures, voices and files are kept. */
export function prismaStore(base: Base, close: () => Promise<void>, chunks: Chunks = inTable(base.prisma)): Store {
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
      await base.together([TOUCH], [KEY_MARK]);
    },
    close,
  };
}
