// `npm run prove`: tries to break every promise of delivery, in full, and prints what came of it.
// `-- --seed 7` repeats a run, `-- --only kill` tries one promise, `-- --kills 20` fewer, `-- --json FILE` names the file of the figures.
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { clocks } from "./clocks.ts";
import { crowd } from "./crowd.ts";
import { kill } from "./kill.ts";
import { lineFails } from "./line-fails.ts";
import { media } from "./media.ts";
import { told, type Row } from "./report.ts";
import { stop } from "./stop.ts";
import { storeFails } from "./store-fails.ts";
import { twice } from "./twice.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: String(Math.trunc(Date.now() / 1000) % 1_000_000) },
    only: { type: "string", multiple: true },
    kills: { type: "string", default: "200" },
    json: { type: "string", default: "prove.json" },
  },
});
const [seed, kills] = [Number(values.seed), Number(values.kills)];
const progress = (n: number): void => void (n % 20 === 0 && console.error(`         ${n} kills`));

const [file, on] = ["dist/node.js", "PostgreSQL"] as const;

/** More than are heard before their 200: some are told 200 and killed before they were heard. */
const CROWD = 60;

const PROMISES: Record<string, () => Promise<Row>> = {
  kill: () => kill({ seed, kills, people: CROWD, file, onKill: progress }),
  "kill-postgres": () => kill({ seed, on, kills, people: CROWD, file, onKill: progress }),
  stop: () => stop({ seed, stops: 10, people: CROWD, file }),
  "stop-postgres": () => stop({ seed, on, stops: 5, people: CROWD, file }),
  twice: () => twice({ seed, people: 100, rounds: 5 }),
  "twice-three": () => twice({ seed, people: 100, rounds: 5, programs: 3 }),
  "twice-postgres": () => twice({ seed, on, people: 100, rounds: 5, programs: 3 }),
  crowd: () => crowd({ seed, people: 1000, few: 3 }),
  "crowd-postgres": () => crowd({ seed, on, people: 100, few: 0, programs: 3 }),
  line: () => lineFails({ seed, people: 30, rounds: 6, rate: 0.5, timeoutMs: 1000 }),
  media: () => media({ seed, pictures: 60, filmMiB: 19, rate: 0.5 }),
  "media-postgres": () => media({ seed, on, pictures: 20, filmMiB: 19, rate: 0.5, programs: 3 }),
  clocks: () => clocks({ seed }),
  database: () => storeFails({ seed, people: 60, rounds: 10, rate: 0.3, outages: 3 }),
  "database-postgres": () => storeFails({ seed, on, people: 60, rounds: 10, rate: 0.3, outages: 3, programs: 3 }),
};

console.log(`seed ${seed}: npm run prove -- --seed ${seed} tries the same once more`);
const rows: Row[] = [];
for (const [name, prove] of Object.entries(PROMISES)) {
  if (values.only !== undefined && !values.only.includes(name)) continue;
  const row = await prove().catch((error: unknown) => fallen(name, error));
  rows.push(row);
  console.log(told(row));
}
const broken = rows.filter(({ ok }) => !ok);
console.log(summary());
const machine = {
  cpu: cpus()[0]?.model ?? "",
  cores: cpus().length,
  node: process.version,
  platform: process.platform,
};
writeFileSync(values.json, `${JSON.stringify({ seed, at: new Date().toISOString(), machine, rows }, null, 2)}\n`);
process.exitCode = broken.length === 0 ? 0 : 1;

// --- internal ---

/** What could not be tried to its end has not held. */
const fallen = (name: string, error: unknown): Row => ({
  promise: name,
  seed,
  seconds: 0,
  ok: false,
  counts: {},
  found: null,
  problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
});

function summary(): string {
  const sum = (of: (row: Row) => number | undefined): number => rows.reduce((all, row) => all + (of(row) ?? 0), 0);
  const counted = (name: string): number => sum(({ counts }) => counts[name]);
  return [
    `kills ${counted("kills")}`,
    `deliveries ${counted("deliveries")}`,
    `events brought more than once ${counted("events brought more than once")}`,
    `faults ${counted("faults of LINE") + counted("faults of the database")}`,
    `words ${sum(({ found }) => found?.words)}`,
    `lost ${sum(({ found }) => found?.lost)}`,
    `said twice ${sum(({ found }) => found?.saidTwice)}`,
    `said twice and told to staff ${sum(({ found }) => found?.saidTwiceTold)}`,
    broken.length === 0 ? "every promise holds" : `BROKEN: ${broken.map(({ promise }) => promise).join(" · ")}`,
  ].join(", ");
}
