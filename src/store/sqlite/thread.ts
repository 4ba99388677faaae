// The thread that writes (beside.ts): runs what it is told, one after the other, and tells how each ended.
/* oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin, only a browser's window has */
import { parentPort, workerData } from "node:worker_threads";
import type { Asked, Told } from "./beside.ts";
import { connect } from "./connection.ts";
import { running } from "./run.ts";

const database = connect((workerData as { path: string }).path);
const { together } = running(database);

parentPort?.on("message", (asked: Asked) => void answer(asked));

async function answer(asked: Asked): Promise<void> {
  if (asked === "close") {
    database.close();
    return parentPort?.close();
  }
  parentPort?.postMessage({ id: asked.id, ...(await outcomeOf(asked)) } satisfies Told);
}

async function outcomeOf({ statements }: Exclude<Asked, "close">): Promise<Pick<Told, "ended" | "error">> {
  try {
    return { ended: await together(statements, []) };
  } catch (cause) {
    const { name, message, code } = cause as Error & { code?: string };
    return { error: { name, message, code } };
  }
}
