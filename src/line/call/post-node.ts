// The same over Node's own HTTP and connections that stay open: half the processor time of `fetch`, at every answer.
import { Agent as HttpAgent, request as overHttp, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as overHttps } from "node:https";
import { TimedOut, type Answered, type Post } from "./post.ts";

/** An idle connection is not kept longer (ms): LINE may close it just as the next words leave. */
const IDLE_MS = 4000;
/** More than LINE's 2,000 a second need. */
const CONNECTIONS = 256;

const kept = { keepAlive: true, timeout: IDLE_MS, maxSockets: CONNECTIONS };
const [plain, secure] = [new HttpAgent(kept), new HttpsAgent(kept)];

export const postByNode: Post = ({ url, headers, body, timeoutMs }) =>
  new Promise((resolve, reject) => {
    const [request, agent] = url.protocol === "http:" ? [overHttp, plain] : [overHttps, secure];
    const length = { "content-length": Buffer.byteLength(body) };
    const { hostname, port, pathname: path } = url;
    const options = { hostname, port, path, method: "POST", agent, headers: { ...headers, ...length } };
    const call = request(options, (response) => {
      read(response).then(resolve, reject);
    });
    const late = setTimeout(() => call.destroy(new TimedOut(`no answer within ${timeoutMs} ms`)), timeoutMs);
    call.on("error", reject);
    call.on("close", () => clearTimeout(late));
    call.end(body);
  });

// --- internal ---

/** By its events: `for await` costs as much again as the request. Half an answer is an error ("aborted"). */
const read = (response: IncomingMessage): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    response.on("data", (part: Buffer) => void parts.push(part));
    response.on("error", reject);
    response.on("end", () => {
      const body = parts.length === 1 ? String(parts[0]) : Buffer.concat(parts).toString();
      resolve({ status: response.statusCode ?? 0, headers: headersOf(response), body });
    });
  });

const headersOf = ({ headers }: IncomingMessage): Answered["headers"] => ({
  get(name) {
    const value = headers[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  },
});
