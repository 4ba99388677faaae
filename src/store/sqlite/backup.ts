// A copy of a SQLite file as it stands at one moment, while the program goes on writing.
import { closeSync, existsSync, openSync, renameSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { CannotOpenDatabase } from "../opening/migrations.ts";

/** As many pages as there may be: what is written meanwhile makes a copy in small steps begin again, for ever. */
const ALL_PAGES = 0x7fff_ffff;

/** Of a copy that was looked through and is whole. */
export interface Backup {
  records: number;
  messages: number;
  bytes: number;
}

/** The copy could not be made; nothing stands under its name. */
export class CannotBackUp extends Error {
  override readonly name = "CannotBackUp";
}

/**
 * Readable for its owner alone. It takes its name only when it is whole.
 * @throws CannotBackUp, CannotOpenDatabase
 */
export async function backUp(file: string, to: string): Promise<Backup> {
  if (existsSync(to)) throw new CannotBackUp(`${to} は、もうあります。別の名前にしてください。`);
  const part = `${to}.part`;
  const from = opened(file);
  try {
    closeSync(openSync(part, "w", 0o600));
    await from.backup(part, { progress: () => ALL_PAGES });
    const backup = lookedThrough(part);
    renameSync(part, to);
    return backup;
  } catch (cause) {
    rmSync(part, { force: true });
    if (cause instanceof CannotBackUp) throw cause;
    throw new CannotBackUp(`${to} に控えられません（${(cause as Error).message}）。`, { cause });
  } finally {
    from.close();
  }
}

// --- internal ---

function opened(file: string): Database.Database {
  try {
    return new Database(file, { readonly: true, fileMustExist: true });
  } catch (cause) {
    const why = (cause as Error).message;
    throw new CannotOpenDatabase(`DATABASE_URL: データベース ${file} を開けません（${why}）。`, { cause });
  }
}

function lookedThrough(file: string): Backup {
  const copy = new Database(file);
  try {
    // One file, to be carried elsewhere: the journal beside it would be forgotten.
    copy.pragma("journal_mode = DELETE");
    const found = copy.pragma("integrity_check", { simple: true });
    if (found !== "ok") throw new CannotBackUp(`控えが壊れています（${String(found)}）。ディスクを確かめてください。`);
    const count = (table: string): number => Number(copy.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
    const [pages, size] = ["page_count", "page_size"].map((name) => Number(copy.pragma(name, { simple: true })));
    return { records: count("Intake"), messages: count("Message"), bytes: (pages ?? 0) * (size ?? 0) };
  } finally {
    copy.close();
  }
}
