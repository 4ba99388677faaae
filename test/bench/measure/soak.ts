// Memory at half of the turns a second that the program can do, for ten minutes; and the Prisma bot's at the same rate.
import { atMost, none, type Bench, type Line, type Measure } from "../measure.ts";
import { startBot, type BotName } from "../server.ts";

const MINUTES = 10;
const SAMPLE_MS = 5000;
/** The fastest short run that is believed: so many people at once, as many talks. */
const PROBE = { people: 300, atOnce: 32 };

export const soak: Measure = {
  name: "soak",
  async run(bench) {
    const minutes = bench.minutes ?? MINUTES * bench.scale;
    const rate = (await speed(bench)) / 2;
    const ours = await memory(bench, "uketome", rate, minutes);
    const theirs = await memory(bench, "prisma", rate, minutes);
    const lines = linesOf(ours.samples, theirs.samples, rate, minutes);
    return { rounds: { rate, ours, theirs }, lines: [...lines, none("refused, unanswered or wrong turns", ours.bad)] };
  },
};

// --- internal ---

async function speed({ load }: Bench): Promise<number> {
  const bot = await startBot("uketome", load.lineUrl);
  const { turns, seconds } = await load.run({ do: "closed", url: bot.url, ...PROBE });
  await bot.stop();
  return turns / seconds;
}

interface Soaked {
  /** MiB. */
  samples: number[];
  bad: number;
}

async function memory({ load, say }: Bench, name: BotName, rate: number, minutes: number): Promise<Soaked> {
  const bot = await startBot(name, load.lineUrl);
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(bot.memoryMiB() ?? Number.NaN), SAMPLE_MS);
  const end = await load.run({ do: "paced", url: bot.url, seconds: minutes * 60, rate });
  clearInterval(timer);
  await bot.stop();
  const bad = end.refused + end.unanswered + end.wrong;
  say(`${name}: ${samples.map((one) => one.toFixed(0)).join(" ")} MiB; ${end.turns} turns, ${bad} bad`);
  return { samples, bad };
}

function linesOf(ours: number[], theirs: number[], rate: number, minutes: number): Line[] {
  const minute = Math.max(1, Math.round(60_000 / SAMPLE_MS));
  const mean = (list: number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [second, last] = [mean(ours.slice(minute, 2 * minute)), mean(ours.slice(-minute))];
  const at = `at ${rate.toFixed(0)} turns/s for ${minutes} min`;
  return [
    atMost("memory of the last minute against the second", last / second, 1.1, "×", `${last.toFixed(0)} MiB ${at}`),
    atMost("memory against Hono + Prisma", last / mean(theirs.slice(-minute)), 1.2, "×", at),
  ];
}
