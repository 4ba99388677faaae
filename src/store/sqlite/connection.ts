// A connection to the SQLite file, as durable as a promise to a resident has to be.
import Database from "better-sqlite3";

/** How long a write waits for another program's (ms). */
export const BUSY = 5_000;

/**
 * For each connection, since they do not hold for the file: a reopened WAL file is NORMAL again. FAST overwrites what is
 * deleted where that costs no further write.
 */
export const PRAGMAS = ["synchronous = FULL", "secure_delete = FAST"];

/** @throws SqliteError where the file cannot be opened */
export function connect(path: string): Database.Database {
  const database = new Database(path, { timeout: BUSY });
  try {
    database.pragma("journal_mode = WAL");
    for (const pragma of PRAGMAS) database.pragma(pragma);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}
