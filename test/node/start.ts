// Starts the program on Node as a server would: another process, in production, with a database and a local LINE.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import type { Store } from "../../src/ports.ts";
import { sqliteStore } from "../../src/store/sqlite.ts";
import { ACCESS_TOKEN, servedLine, type ServedLine } from "../golden/line.ts";
import { DATA_KEY, type Place } from "../golden/place.ts";
import { freePort } from "../../scripts/free-port.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export const METRICS_TOKEN = "somebody who measures";

export interface NodePlace extends Place {
  /** The process that runs now. */
  child(): ChildProcess;
  settings: Record<string, string>;
  /** Starts it once more, after it ended: the same settings and the same data. */
  again(): Promise<void>;
}

interface Running {
  child: ChildProcess;
  log(): string;
}

/** Where the program keeps its data, and how a test looks at it from beside. */
export interface Kept {
  databaseUrl: string;
  /** When the program has started. */
  beside(): Promise<{ store: Store; rows: NodePlace["rows"]; close(): Promise<void> }>;
  close(): Promise<void>;
}

/** @param file the program: as it is written, or as it was compiled (quicker to start) */
export async function startNode(file = "src/node.ts", kept: Kept = onSqlite()): Promise<NodePlace> {
  const line = await servedLine();
  const settings = await settingsFor(line, kept);
  let running = await run(file, settings, line.clock.ahead);
  const { store, rows, close } = await kept.beside();
  return {
    url: new URL(`http://127.0.0.1:${settings.PORT}`),
    line,
    store,
    settings,
    child: () => running.child,
    again: async () => void (running = await run(file, settings, line.clock.ahead)),
    log: () => running.log(),
    rows,
    setAhead: (ms) => setAhead(running, ms),
    // The jobs look every second by themselves.
    sweep: async () => {},
    async close() {
      await end(running);
      await close();
      await line.close();
      await kept.close();
    },
  };
}

/** A file in a folder that is thrown away. @param copy a database that is put there before the program starts */
export function onSqlite(copy?: string): Kept {
  const folder = mkdtempSync(join(tmpdir(), "uketome-node-"));
  const file = join(folder, "uketome.sqlite");
  if (copy !== undefined) copyFileSync(copy, file);
  return {
    databaseUrl: `file:${file}`,
    async beside() {
      const store = await sqliteStore({ url: `file:${file}`, dataKey: DATA_KEY });
      const reader = new Database(file, { readonly: true });
      const close = (): Promise<void> => store.close().then(() => void reader.close());
      return { store, rows: async (sql) => reader.prepare(sql).all(), close };
    },
    close: async () => rmSync(folder, { recursive: true }),
  };
}

async function settingsFor({ line, url }: ServedLine, { databaseUrl }: Kept) {
  return {
    PORT: String(await freePort()),
    DATABASE_URL: databaseUrl,
    DATA_KEY,
    LINE_CHANNEL_SECRET: line.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: ACCESS_TOKEN,
    LINE_API_BASE_URL: url,
    LINE_DATA_API_BASE_URL: url,
    METRICS_TOKEN,
  };
}

async function run(file: string, settings: Record<string, string>, ahead: number): Promise<Running> {
  const child = program(file, { ...settings, TEST_CLOCK_AHEAD: String(ahead) });
  const log = heard(child);
  await until(child, log, () => log().includes("/healthz"));
  return { child, log };
}

async function setAhead({ child }: Running, ahead: number): Promise<void> {
  child.send({ ahead });
  await once(child, "message");
}

async function end({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

/** A program of this repository with these settings and no others, its clock movable. */
export function program(file: string, settings: Record<string, string>, args: string[] = []): ChildProcess {
  const { PATH = "", HOME = "" } = process.env;
  const loaders = [...(file.endsWith(".ts") ? ["--import", "tsx"] : []), "--import", "./test/golden/clock.ts"];
  return spawn(process.execPath, [...loaders, file, ...args], {
    cwd: root,
    env: { PATH, HOME, ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

/** Everything it has said so far, on both streams. */
export function heard(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (part: string) => (text += part));
  return () => text;
}

// --- helpers ---

async function until(child: ChildProcess, log: () => string, isTrue: () => boolean): Promise<void> {
  while (!isTrue()) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
