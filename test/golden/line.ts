// The local LINE on a port of this machine, for a program in another process, with the clock both go by.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { postman, type Deliver } from "../../src/try/deliver.ts";
import { localLine, type Fault, type LocalLine } from "../../src/try/local-line.ts";

export const ACCESS_TOKEN = "long-lived";

export interface ServedLine {
  line: LocalLine;
  url: string;
  clock: { ahead: number; now(): number };
  /** Asked before every call; null lets it pass. */
  fault: { next: (path: string, request: Request) => Fault | null };
  /** LINE's postman to this webhook. */
  to(webhook: URL): Deliver;
  close(): Promise<void>;
}

/** A LINE that listens. Its channel id and secret are in `line`; it takes ACCESS_TOKEN besides the tokens it issues. */
export async function servedLine(): Promise<ServedLine> {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  const fault: ServedLine["fault"] = { next: () => null };
  const line = localLine({
    now: clock.now,
    accessTokens: [ACCESS_TOKEN],
    mostBubbles: Infinity,
    faults: ({ path, request }) => fault.next(path, request),
  });
  const server = serve({ fetch: line.app.fetch, hostname: "127.0.0.1", port: 0 }) as Server;
  await new Promise((resolve) => server.once("listening", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { line, url, clock, fault, to: (webhook) => postman(line, webhook.href), close: () => ended(server) };
}

async function ended(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
