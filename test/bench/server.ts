// A bot in a process of its own: started, looked at from outside, ended.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SECRET } from "./load/post.ts";
import { cpuOf, memoryOf } from "./processes.ts";
import { freePort } from "../../scripts/free-port.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Of every database the bench makes. */
export const DATA_KEY = Buffer.alloc(32, 7).toString("base64");

export type BotName = "uketome" | "by-hand" | "prisma" | "limit";

/** What is run for each; all take the same settings. */
const PROGRAMS: Record<BotName, string> = {
  uketome: "dist/node.js",
  "by-hand": "test/bench/bots/by-hand.ts",
  prisma: "test/bench/bots/prisma.ts",
  limit: "test/bench/bots/limit.ts",
};

export interface Bot {
  name: BotName;
  url: string;
  folder: string;
  /** From `node` to the first request that was answered (ms). */
  startMs: number;
  /** Processor time so far (ms), all threads; null where the system does not tell. */
  cpuMs(): number | null;
  /** Resident memory (MiB); null where the system does not tell. */
  memoryMiB(): number | null;
  /** Begins to profile; the first time gives nothing, the second time the profile. Only where it was started for that. */
  profile(): Promise<string>;
  stop(): Promise<void>;
}

interface Starting {
  profile?: boolean;
  /** Asks the bot something; it is ready once that is true. */
  ready?: (url: string) => Promise<boolean>;
  /** More settings. */
  more?: Record<string, string>;
}

export async function startBot(
  name: BotName,
  lineUrl: string,
  { profile = false, ready = isWell, more = {} }: Starting = {},
): Promise<Bot> {
  const folder = mkdtempSync(join(tmpdir(), `uketome-bench-${name}-`));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const child = run(
    name,
    profile ? ["--import", "./test/bench/profiler.ts"] : [],
    settings(folder, port, lineUrl, more),
  );
  while (!(await ready(url).catch(() => false))) {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${readFileSync(join(folder, "log"), "utf8")}`);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  return {
    name,
    url,
    folder,
    startMs: performance.now() - begun,
    cpuMs: () => cpuOf(child.pid),
    memoryMiB: () => memoryOf(child.pid),
    profile: async () => {
      child.kill("SIGUSR2");
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const file = join(folder, "profile");
      return existsSync(file) ? readFileSync(file, "utf8") : "";
    },
    stop: async () => {
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true });
    },
  };
}

// --- internal ---

function settings(folder: string, port: number, lineUrl: string, more: Record<string, string>): Settings {
  const { PATH = "", HOME = "", SERVER_NODE_OPTIONS = "" } = process.env;
  return {
    PATH,
    HOME,
    NODE_NO_WARNINGS: "1",
    NODE_OPTIONS: SERVER_NODE_OPTIONS,
    PORT: String(port),
    DATA_DIR: folder,
    PROFILE_TO: join(folder, "profile"),
    DATA_KEY,
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: "bench",
    LINE_API_BASE_URL: lineUrl,
    LINE_DATA_API_BASE_URL: lineUrl,
    ...more,
  };
}

type Settings = Record<string, string> & { DATA_DIR: string };

/** Its log goes to a file, as on a server. */
function run(name: BotName, flags: string[], env: Settings): ChildProcess {
  const log = openSync(join(env.DATA_DIR, "log"), "a");
  const child = spawn(process.execPath, [...flags, PROGRAMS[name]], { cwd: root, env, stdio: ["ignore", log, log] });
  closeSync(log);
  return child;
}

const isWell = async (url: string): Promise<boolean> => (await fetch(`${url}/healthz`)).status === 200;
