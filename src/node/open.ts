// Opens what every command on a machine needs: the settings, the key, the store, the office's book.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readBook, type Book } from "../book/book.ts";
import { readFiles } from "../book/disk.ts";
import { readConfig, SettingsProblem, type Config } from "../config.ts";
import type { Store } from "../ports.ts";
import { sqliteStore } from "../store/sqlite.ts";

const FLOWS = new URL("../../flows/", import.meta.url).pathname;

export interface Opened {
  config: Config;
  dataKey: string;
  store: Store;
  book: Book;
}

/**
 * @throws SettingsProblem, BookMistakes, CannotOpenDatabase, WrongDataKey: each with a message for a person
 */
export async function open(env: Record<string, string | undefined>): Promise<Opened> {
  const config = readConfig(env);
  const book = readBook(await readFiles(FLOWS), config.office);
  makeFolder(config);
  const dataKey = config.dataKey ?? trialKey(config);
  return { config, dataKey, book, store: await sqliteStore({ url: config.databaseUrl, dataKey }) };
}

// --- internal ---

function makeFolder(config: Config): void {
  const folders = [config.dataDir, dirname(config.databaseUrl.replace(/^file:/, ""))];
  try {
    for (const folder of folders) mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new SettingsProblem(`DATA_DIR: フォルダー ${folders[0]} を作れません。書きこめる場所を選んでください。`, {
      cause,
    });
  }
}

/** The trial makes its own key and keeps it beside the data; where real residents write it is a setting. */
function trialKey(config: Config): string {
  const file = join(config.dataDir, "trial.key");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
