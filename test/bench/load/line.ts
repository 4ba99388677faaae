// A local LINE that costs next to nothing: it takes replies and pushes, and tells whoever waits for one.
// The limits of LINE are not its business; test/golden and src/try hold those.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Answer {
  texts: string[];
  /** Label of a button → what it sends. */
  buttons: Map<string, string>;
}

export interface BenchLine {
  url: string;
  /** The answer to the event with this reply token. @throws after `ms` */
  answerTo(replyToken: string, ms?: number): Promise<Answer>;
  /** Of a hundred replies and pushes so many end with 500; every second one of those was delivered all the same. */
  failing: number;
  counts: { calls: number; twice: number; pushes: number };
  close(): void;
}

interface Waiting {
  resolve(answer: Answer): void;
  timer: NodeJS.Timeout;
}

interface Sent {
  replyToken?: string;
  to?: string;
  messages?: { type: string; text?: string; quickReply?: { items: { action: { label: string; data?: string } }[] } }[];
}

const GIVE_UP_MS = 20_000;

export async function benchLine(): Promise<BenchLine> {
  const waiting = new Map<string, Waiting>();
  const used = new Set<string>();
  const line: BenchLine = {
    url: "",
    failing: 0,
    counts: { calls: 0, twice: 0, pushes: 0 },
    answerTo: (replyToken, ms = GIVE_UP_MS) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(replyToken);
          reject(new Error("no answer"));
        }, ms);
        waiting.set(replyToken, { resolve, timer });
      }),
    close: () => server.close(),
  };
  const deliver = (sent: Sent): boolean => {
    const token = sent.replyToken;
    if (token === undefined) return (line.counts.pushes += 1) > 0;
    if (used.has(token)) return (line.counts.twice += 1) < 0;
    used.add(token);
    const who = waiting.get(token);
    if (who === undefined) return true;
    waiting.delete(token);
    clearTimeout(who.timer);
    who.resolve(answerOf(sent));
    return true;
  };
  const server = await listening(async (request, response) => {
    const body = await textOf(request);
    if (!/\/(reply|push)$/.test(request.url ?? "")) return end(response, 200, {});
    line.counts.calls += 1;
    const fails = line.failing > 0 && Math.random() * 100 < line.failing;
    if (fails && line.counts.calls % 2 === 0) return end(response, 500, { message: "Internal error" });
    const isTaken = deliver(JSON.parse(body) as Sent);
    if (fails) return end(response, 500, { message: "Internal error" });
    if (!isTaken) return end(response, 400, { message: "Invalid reply token" });
    return end(response, 200, { sentMessages: [{ id: String(line.counts.calls) }] });
  });
  line.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return line;
}

// --- internal ---

function answerOf({ messages = [] }: Sent): Answer {
  const items = messages.flatMap(({ quickReply }) => quickReply?.items ?? []);
  return {
    texts: messages.map(({ text }) => text ?? ""),
    buttons: new Map(items.map(({ action }) => [action.label, action.data ?? ""])),
  };
}

function textOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => resolve(Buffer.concat(parts).toString()));
  });
}

function end(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "x-line-request-id": "bench",
  });
  response.end(text);
}

function listening(on: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => void on(request, response));
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}
