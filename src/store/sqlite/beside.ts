// The store's writes on a thread of their own: while one batch is written to the disk, the next is heard.
/* oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin, only a browser's window has */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Database } from "better-sqlite3";
import type { Base, Ended, Statement } from "../prisma/base.ts";
import { isRows, running } from "./run.ts";

/** To the thread: to be run together; or that it may end. */
export type Asked = { id: number; statements: Statement[] } | "close";

/** And back: what it gave, or how it failed. */
export interface Told {
  id: number;
  ended?: Ended[];
  error?: { name: string; message: string; code?: string | undefined };
}

export interface Running extends Pick<Base, "query" | "together"> {
  close(): Promise<void>;
}

interface Waiting {
  resolve(ended: Ended[]): void;
  reject(cause: Error): void;
}

/**
 * What is read is read here, beside what is being written (WAL); what is written, there, by a connection of its own to the
 * file, which must be at the present schema. A thread that dies takes the program with it: nothing was acknowledged that
 * it had not written, and whoever keeps the program running starts it anew.
 */
export function beside(path: string, database: Database): Running {
  const here = running(database);
  const thread = new Worker(PROGRAM, { workerData: { path } });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  thread.on("message", ({ id, ended = [], error }: Told) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(ended);
    else one?.reject(Object.assign(new Error(error.message), error));
  });
  const together = (statements: Statement[]): Promise<Ended[]> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      thread.postMessage({ id: last, statements } satisfies Asked);
    });
  return {
    query: async <Row>(...statement: Statement) =>
      statement.some(isRows) ? ((await together([statement]))[0]?.rows as Row[]) : here.query<Row>(...statement),
    together,
    async close() {
      const ended = once(thread, "exit");
      thread.postMessage("close" satisfies Asked);
      await ended;
      database.close();
    },
  };
}

// --- internal ---

/** Beside this file, before the build and after it. */
const PROGRAM = new URL(import.meta.url.replace(/beside(\.[jt]s)$/u, "thread$1"));
