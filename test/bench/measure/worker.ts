// The Worker on workerd with a local D1: ways to the database a turn, processor time an event, and turns a second
// against a minimal Worker bot on the same host.
import { fileURLToPath } from "node:url";
import { createTestHarness, experimental_readRawConfig } from "wrangler";
import type { Load } from "../load.ts";
import { SECRET } from "../load/post.ts";
import { atLeast, atMost, median, none, type Bench, type Measure } from "../measure.ts";
import { cpuOfOurs } from "../processes.ts";
import { DATA_KEY } from "../server.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const PEOPLE = 60;
const AT_ONCE = 16;
/** So long somebody looks at an answer, at the least. */
const READ_MS = 300;

interface Round {
  perSecond: number;
  cpuMs: number;
  trips: number;
  bad: number;
}

export const worker: Measure = {
  name: "worker",
  async run(bench) {
    const [ours, minimal]: [Round[], Round[]] = [[], []];
    for (let n = 0; n < bench.rounds; n += 1) {
      ours.push(await round(bench, "uketome"));
      minimal.push(await round(bench, "minimal"));
    }
    const of = (rounds: Round[], what: keyof Round): number => median(rounds.map((one) => one[what]));
    const both = `${of(ours, "perSecond").toFixed(0)} : ${of(minimal, "perSecond").toFixed(0)} turns/s`;
    const speed = of(ours, "perSecond") / of(minimal, "perSecond");
    return {
      rounds: { ours, minimal },
      lines: [
        atMost("Worker: ways to D1 a turn", of(ours, "trips"), 3, "a turn"),
        atLeast("Worker: turns a second against one row and one reply", speed, 0.5, both),
        atMost(
          "Worker: processor time an event",
          of(ours, "cpuMs"),
          10,
          "ms",
          `minimal ${of(minimal, "cpuMs").toFixed(2)}`,
        ),
        none(
          "Worker: refused, unanswered or wrong turns",
          ours.reduce((sum, one) => sum + one.bad, 0),
        ),
      ],
    };
  },
};

// --- internal ---

async function round({ load, scale, say }: Bench, name: "uketome" | "minimal"): Promise<Round> {
  const { url, close } = await start(name, load.lineUrl);
  const order = { do: "closed", url, atOnce: AT_ONCE } as const;
  await load.run({ ...order, people: Math.ceil(AT_ONCE * 2 * scale) });
  const trips = name === "uketome" ? await tripsATurn(load, url) : Number.NaN;
  const before = cpuOfOurs("workerd");
  const end = await load.run({ ...order, people: Math.ceil(PEOPLE * scale) });
  const one: Round = {
    perSecond: end.turns / end.seconds,
    cpuMs: (cpuOfOurs("workerd") - before) / end.turns,
    trips,
    bad: end.refused + end.unanswered + (name === "uketome" ? end.wrong : 0),
  };
  await close();
  say(
    `${name}: ${one.perSecond.toFixed(0)} turns/s, ${one.cpuMs.toFixed(2)} ms, ${one.trips.toFixed(2)} ways to D1, ${one.bad} bad`,
  );
  return one;
}

/** With the pause of somebody who reads, or their next word meets the last one still being settled. */
async function tripsATurn(load: Load, url: string): Promise<number> {
  // What is behind the last answers too, and nothing of what was before.
  const taken = async (): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, READ_MS * 5));
    return Number(await (await fetch(`${url}/bench/trips`)).text());
  };
  await taken();
  const { turns } = await load.run({ do: "closed", url, people: 8, atOnce: 4, pauseMs: READ_MS });
  return (await taken()) / turns;
}

async function start(name: "uketome" | "minimal", lineUrl: string): Promise<{ url: string; close(): Promise<void> }> {
  const { rawConfig } = experimental_readRawConfig({ config: `${root}wrangler.toml` });
  const vars = {
    ...rawConfig.vars,
    DATA_KEY,
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: "bench",
    LINE_API_BASE_URL: lineUrl,
    LINE_DATA_API_BASE_URL: lineUrl,
  };
  const server = createTestHarness({
    root,
    workers: [{ config: { ...rawConfig, main: `test/bench/worker/${name}.ts`, vars } }],
  });
  const { url } = await server.listen();
  const worker = server.getWorker<{ DB: { exec(sql: string): Promise<unknown> } }>();
  if (name === "uketome") await worker.applyD1Migrations("DB");
  else await (await worker.getEnv()).DB.exec("CREATE TABLE talk (person TEXT PRIMARY KEY, step INTEGER NOT NULL)");
  return { url: url.href.replace(/\/$/, ""), close: () => server.close() };
}
