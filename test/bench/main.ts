// `npm run bench`: how fast the program is, as ratios measured in one run. Builds, starts every bot and the load itself,
// prints a table and writes bench.json. `--quick`: short rounds; `--only NAME`: one measure (may be said several times);
// `--rounds N`; `--minutes N`: of the soak; `--json FILE`.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startLoad } from "./load.ts";
import type { Bench, Line, Measure } from "./measure.ts";
import { accepted } from "./measure/accepted.ts";
import { alone } from "./measure/alone.ts";
import { big } from "./measure/big.ts";
import { bundle } from "./measure/bundle.ts";
import { faults } from "./measure/faults.ts";
import { postgres } from "./measure/postgres.ts";
import { soak } from "./measure/soak.ts";
import { start } from "./measure/start.ts";
import { turns } from "./measure/turns.ts";
import { worker } from "./measure/worker.ts";
import { prepare } from "./prepare.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const MEASURES: Measure[] = [turns, accepted, alone, faults, start, worker, bundle, big, postgres, soak];

const { values: told } = parseArgs({
  options: {
    quick: { type: "boolean" },
    only: { type: "string", multiple: true },
    json: { type: "string", default: "bench.json" },
    rounds: { type: "string" },
    minutes: { type: "string" },
  },
});
const begun = Date.now();
const machine = machineNow();
console.log(machine.join(" · "));
prepare();
const load = await startLoad();
const bench: Bench = {
  load,
  scale: told.quick === true ? 0.2 : 1,
  rounds: Number(told.rounds ?? (told.quick === true ? 1 : 5)),
  minutes: told.minutes === undefined ? null : Number(told.minutes),
  say: (text) => console.log(`  ${text}`),
};
const lines: Line[] = [];
const rounds: Record<string, unknown> = {};
for (const measure of MEASURES.filter(({ name }) => told.only === undefined || told.only.includes(name))) {
  console.log(`${measure.name} (load ${loadavg()[0]?.toFixed(2)})`);
  const found = await measure.run(bench);
  lines.push(...found.lines);
  rounds[measure.name] = found.rounds;
}
load.close();
table(lines);
const seconds = Math.round((Date.now() - begun) / 1000);
console.log(`\n${seconds} s, medians of ${bench.rounds} rounds${told.quick ? ", quick: no figure to keep" : ""}`);
writeFileSync(told.json, JSON.stringify({ machine, seconds, quick: told.quick ?? false, lines, rounds }, null, 1));

// --- internal ---

function machineNow(): string[] {
  const all = cpus();
  const lib = (name: string): string => {
    const { version } = JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, "utf8")) as {
      version: string;
    };
    return `${name} ${version}`;
  };
  return [
    `${all.length} × ${all[0]?.model ?? "?"}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    ...["hono", "@prisma/client", "better-sqlite3", "@line/bot-sdk"].map(lib),
    `load average ${loadavg()[0]?.toFixed(2)}`,
  ];
}

function table(all: Line[]): void {
  console.log("\n| measure | figure | target | met |\n|---|---|---|---|");
  for (const { what, figure, target, met } of all)
    console.log(`| ${what} | ${figure} | ${target} | ${met ? "yes" : "NO"} |`);
}
