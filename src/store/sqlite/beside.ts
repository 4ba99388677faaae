// The store's own statements on a thread of their own: while one batch is written to the disk, the next is heard.
/* oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin, only a browser's window has */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Base, Ended, Statement } from "../prisma/base.ts";

/** To the thread. */
export type Asked =
  | { id: number; ask: "query"; statement: Statement }
  | { id: number; ask: "together"; statements: Statement[] }
  | { ask: "close" };

/** And back: what it gave, or how it failed. */
export interface Told {
  id: number;
  given?: unknown;
  error?: { name: string; message: string; code?: string | undefined };
}

export interface Running extends Pick<Base, "query" | "together"> {
  close(): Promise<void>;
}

interface Waiting {
  resolve(given: never): void;
  reject(cause: Error): void;
}

/**
 * Opens its own connection to the file, which must be at the present schema. A thread that dies takes the program with it:
 * nothing was acknowledged that it had not written, and whoever keeps the program running starts it anew.
 */
export function beside(path: string): Running {
  const thread = new Worker(PROGRAM, { workerData: { path } });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  thread.on("message", ({ id, given, error }: Told) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(given as never);
    else one?.reject(Object.assign(new Error(error.message), error));
  });
  const ask = <Given>(asked: Unnumbered): Promise<Given> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      thread.postMessage({ ...asked, id: last } satisfies Asked);
    });
  return {
    query: <Row>(...statement: Statement) => ask<Row[]>({ ask: "query", statement }),
    together: (statements) => ask<Ended[]>({ ask: "together", statements }),
    async close() {
      const ended = once(thread, "exit");
      thread.postMessage({ ask: "close" } satisfies Asked);
      await ended;
    },
  };
}

// --- internal ---

type Unnumbered = Omit<Extract<Asked, { ask: "query" }>, "id"> | Omit<Extract<Asked, { ask: "together" }>, "id">;

/** Beside this file, before the build and after it. */
const PROGRAM = new URL(import.meta.url.replace(/beside(\.[jt]s)$/u, "thread$1"));
