// The way to LINE: the real one by the settings, or the trial's own.
import { randomBytes } from "node:crypto";
import type { EventEmitter } from "node:events";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Config } from "../config.ts";
import { lineClient, type LineClientOptions } from "../line/client.ts";
import { postByNode } from "../line/call/post-node.ts";
import { fixedToken, statelessTokens } from "../line/token.ts";
import { lineWatch, type LineWatch } from "../line/call/watch.ts";
import type { Channel, Log, Meter } from "../ports.ts";
import { localLine, type LocalLine } from "../try/local-line.ts";

/** Every call to LINE ends after so long, whatever LINE does. */
const TIMEOUT_MS = 10_000;

/** The way for words, and the way to ask how it stands with LINE. */
interface Ways {
  channel: Channel;
  standing: LineWatch;
}

/** The real LINE. Stateless tokens where a channel id is given, as LINE advises; else the long-lived one. */
export function realChannel(line: NonNullable<Config["line"]>, log: Log, now: () => number, meter?: Meter): Ways {
  const token =
    line.channelId === null
      ? fixedToken(line.accessToken ?? "")
      : statelessTokens({
          apiBaseUrl: line.apiBaseUrl,
          channelId: line.channelId,
          channelSecrets: line.secrets,
          timeoutMs: TIMEOUT_MS,
          now,
        });
  const { apiBaseUrl, dataApiBaseUrl } = line;
  return ways({ apiBaseUrl, dataApiBaseUrl, token, timeoutMs: TIMEOUT_MS, post: postByNode, log, now, meter });
}

/** A LINE of our own on a port of this machine, spoken to over http like the real one. */
export async function trialChannel(
  accountName: string,
  log: Log,
  now: () => number,
): Promise<Ways & { line: LocalLine; close(): void }> {
  const token = randomBytes(24).toString("hex");
  const line = localLine({ now, accessTokens: [token], accountName });
  const server = await listening(serve({ fetch: line.app.fetch, hostname: "127.0.0.1", port: 0 }));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const both = { apiBaseUrl: base, dataApiBaseUrl: base };
  const made = ways({ ...both, token: fixedToken(token), timeoutMs: TIMEOUT_MS, post: postByNode, log, now });
  return { ...made, line, close: () => void server.close() };
}

const ways = (options: LineClientOptions): Ways => ({ channel: lineClient(options), standing: lineWatch(options) });

/** @throws in plain words where the port is taken */
export function listening<Server extends EventEmitter>(server: Server): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once("listening", () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          error.code === "EADDRINUSE"
            ? "PORT: このポートは、ほかのプログラムが使っています。別の番号にしてください（例: PORT=3001 npm start）。"
            : `HOST / PORT: 待ち受けができません（${error.code ?? error.name}）。`,
        ),
      ),
    );
  });
}
