// Opens what every command on a machine needs: the settings, the key, the store, the office's book.
import { fileURLToPath } from "node:url";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readBook, type Book } from "../book/book.ts";
import { readFiles } from "../book/disk.ts";
import { quickened, type Ready } from "../book/packed/ready.ts";
import { readConfig, SettingsProblem, type Config } from "../config.ts";
import type { Store } from "../ports.ts";
import { d1FromHere, type D1Place } from "./d1.ts";
import { sqliteStore } from "../store/sqlite.ts";

const FLOWS = fileURLToPath(new URL("../../flows/", import.meta.url));

export interface Opened {
  config: Config;
  dataKey: string;
  store: Store;
  book: Book;
}

/**
 * `existing`: where there is no database yet, none is made (for the export). `serves` many at once: SQLite writes on a thread
 * of its own.
 * @throws SettingsProblem, BookMistakes, CannotOpenDatabase, WrongDataKey: each with a message for a person
 */
export async function open(
  env: Record<string, string | undefined>,
  { existing = false, serves = false } = {},
): Promise<Opened> {
  const config = readConfig(env);
  const files = quickened(await readFiles(FLOWS), readReady());
  const book = readBook(files, config.office, "when needed");
  const place = /^d1:(local|remote)$/.exec(config.databaseUrl)?.[1] as D1Place | undefined;
  if (place !== undefined) return { config, book, ...(await onWorkers(config, place)) };
  if (isPostgres(config.databaseUrl)) return { config, book, ...(await onPostgres(config)) };
  if (existing) thereIsSomething(config.databaseUrl);
  makeFolders(config, ["DATA_DIR", "DATABASE_URL"]);
  const dataKey = config.dataKey ?? trialKey(config);
  return { config, dataKey, book, store: await sqliteStore({ url: config.databaseUrl, dataKey, apart: serves }) };
}

export const isPostgres = (databaseUrl: string): boolean => /^postgres(ql)?:/.test(databaseUrl);

// --- internal ---

/** What the build read (scripts/read-books.ts); nothing where the program runs as it was written. */
function readReady(): Ready {
  const file = new URL("../flows.json", import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Ready) : {};
}

/** The Worker has its own key and address; nothing can be guessed for it here. */
async function onWorkers(config: Config, place: D1Place): Promise<Pick<Opened, "dataKey" | "store">> {
  const { dataKey, publicUrl } = config;
  if (dataKey === null || publicUrl === null)
    throw new SettingsProblem(
      "DATABASE_URL=d1: には、Workerと同じ DATA_KEY と、Workerのアドレス PUBLIC_URL が必要です。",
    );
  return { dataKey, store: await d1FromHere(place, dataKey) };
}

async function onPostgres(config: Config): Promise<Pick<Opened, "dataKey" | "store">> {
  if (config.dataKey === null) makeFolders(config, ["DATA_DIR"]);
  const dataKey = config.dataKey ?? trialKey(config);
  // Only here: who uses SQLite does not wait until it is loaded.
  const { postgresStore } = await import("../store/postgres.ts");
  return { dataKey, store: await postgresStore({ url: config.databaseUrl, dataKey }) };
}

/** A wrong folder must not pass for an empty backup. */
function thereIsSomething(databaseUrl: string): void {
  const file = databaseUrl.replace(/^file:/, "");
  if (!existsSync(file))
    throw new SettingsProblem(
      `DATABASE_URL / DATA_DIR: データベース ${file} がありません。動かしているときと同じ設定で打ってください。`,
    );
}

function makeFolders(config: Config, settings: ("DATA_DIR" | "DATABASE_URL")[]): void {
  const folders = { DATA_DIR: config.dataDir, DATABASE_URL: dirname(config.databaseUrl.replace(/^file:/, "")) };
  for (const setting of settings) {
    const folder = folders[setting];
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
    } catch (cause) {
      const why = `${setting}: フォルダー ${folder} を作れません。書きこめる場所を選んでください。`;
      throw new SettingsProblem(why, { cause });
    }
  }
}

/** The trial makes its own key and keeps it beside the data; where real residents write it is a setting. */
function trialKey(config: Config): string {
  const file = join(config.dataDir, "trial.key");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
