// `npm run soak -- --minutes 10 --rate 20`: the compiled server under steady load from a local LINE, on this machine and
// on data of its own. Prints each minute what an operator wants to know of a machine before people write to it.
import { parseArgs } from "node:util";
import { postman } from "../../src/try/deliver.ts";
import { METRICS_TOKEN, startNode } from "../node/start.ts";
import { audit } from "./audit.ts";
import { groundOf } from "./ground.ts";
import { nothingOwed } from "./load.ts";
import { personAt, writes, type Person } from "./people.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    rate: { type: "string", default: "10" },
    postgres: { type: "boolean", default: false },
  },
});
const [minutes, rate] = [Number(values.minutes), Number(values.rate)];
if (!(minutes > 0) || !(rate > 0)) {
  console.error("npm run soak -- --minutes 10 --rate 20 [--postgres]   （分、1秒あたりの出来事の数）");
  process.exit(1);
}
/** So many words somebody writes before somebody new comes. */
const WORDS = 20;
/** So many people write at the same time. */
const AT_ONCE = 50;

const place = await startNode("dist/node.js", await groundOf(values.postgres ? "PostgreSQL" : "SQLite"));
const deliver = postman(place.line.line, new URL("/webhook", place.url).href);
const [acknowledged, answered] = [[] as number[], [] as number[]];
const began = new Map<string, number>();
place.line.fault.next = (path, request) => {
  if (path.endsWith("/reply")) void noteAnswer(request.clone());
  return null;
};

const all: Person[] = [];
let refused = 0;
const [end, from] = [Date.now() + minutes * 60_000, Date.now()];
console.log(`${minutes} min at ${rate} events a second; Node ${process.version}, ${process.platform} ${process.arch}`);
console.log("  min   events    200 p50   p99 ms    answer p50   p99 ms   memory MiB   refused   people owed");
const report = setInterval(() => void line(), Math.min(60_000, (minutes * 60_000) / 2));
const under = new Set<Promise<void>>();
for (let n = 0; Date.now() < end; n += 1) {
  const work = one(n).finally(() => under.delete(work));
  under.add(work);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, from + ((n + 1) * 1000) / rate - Date.now())));
}
clearInterval(report);
await Promise.all(under);
await line();
await nothingOwed(place, all);
const { words, lost, disordered, answers, unsaid, saidTwice, saidTwiceTold, problems } = await audit(
  place.store,
  place.line.line,
  all,
);
console.log(
  `words ${words}, lost ${lost}, out of order ${disordered}, answers ${answers}, unsaid ${unsaid}, said twice ${saidTwice} (二重の可能性: ${saidTwiceTold})`,
);
for (const problem of problems.slice(0, 10)) console.log(`! ${problem}`);
await place.close();
process.exitCode = lost + disordered + unsaid + saidTwice + refused === 0 ? 0 : 1;

// --- internal ---

/** The nth event: who writes it goes round; after twenty words somebody new takes their place. */
async function one(n: number): Promise<void> {
  const seat = (n % AT_ONCE) + AT_ONCE * Math.floor(n / (AT_ONCE * WORDS));
  const person = (all[seat] ??= personAt(seat));
  const event = writes(place.line.line, person, seat);
  const at = performance.now();
  if (event.replyToken) began.set(event.replyToken, at);
  const { status } = await deliver([event]);
  acknowledged.push(performance.now() - at);
  if (status !== 200) refused += 1;
}

async function noteAnswer(request: Request): Promise<void> {
  const { replyToken = "" } = (await request.json()) as { replyToken?: string };
  const at = began.get(replyToken);
  if (at === undefined) return;
  answered.push(performance.now() - at);
  began.delete(replyToken);
}

async function line(): Promise<void> {
  const measures = await fetch(new URL("/metrics", place.url), {
    headers: { authorization: `Bearer ${METRICS_TOKEN}` },
  });
  const text = await measures.text();
  const measure = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
  if (acknowledged.length === 0) return;
  const [acks, says] = [acknowledged.splice(0), answered.splice(0)];
  const cells = [
    ((Date.now() - from) / 60_000).toFixed(1).padStart(5),
    String(acks.length).padStart(8),
    ...[acks, says].flatMap((list) => [at(list, 0.5).padStart(10), at(list, 0.99).padStart(8)]),
    (measure("process_resident_memory_bytes") / 2 ** 20).toFixed(0).padStart(14),
    String(refused).padStart(9),
    String(measure("uketome_owed_people")).padStart(13),
  ];
  console.log(cells.join(" "));
}

function at(list: number[], part: number): string {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
}
