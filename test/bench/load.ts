// The load as the bench sees it: an order, and what came of it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Alone } from "./load/alone.ts";
import type { Closed } from "./load/closed.ts";
import type { Fault } from "./load/faults.ts";
import type { Open } from "./load/open.ts";
import type { Order } from "./load/process.ts";

interface Results {
  closed: Closed;
  flood: Open;
  steady: Open;
  paced: Closed;
  alone: Alone;
  faults: Fault[];
}

export interface Load {
  /** The local LINE's address. */
  lineUrl: string;
  run<K extends Order["do"]>(order: Extract<Order, { do: K }>): Promise<Results[K]>;
  close(): void;
}

export async function startLoad(): Promise<Load> {
  const child = fork(fileURLToPath(new URL("load/process.ts", import.meta.url)), { stdio: ["ignore", 2, 2, "ipc"] });
  const answer = async (): Promise<unknown> => {
    const [message] = (await once(child, "message")) as [{ result?: unknown; error?: string }];
    if (message.error !== undefined) throw new Error(message.error);
    return message.result;
  };
  const lineUrl = (await answer()) as string;
  return {
    lineUrl,
    async run<K extends Order["do"]>(order: Extract<Order, { do: K }>) {
      const coming = answer();
      child.send(order);
      return (await coming) as Results[K];
    },
    close: () => child.disconnect(),
  };
}
