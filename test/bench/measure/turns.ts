// Turns a second of whole talks, closed loop, against the bot by hand and the Prisma bot, in turn.
import { at, atLeast, median, none, WARM, type Bench, type Measure } from "../measure.ts";
import { startBot, type BotName } from "../server.ts";

const PEOPLE = 1000;
const AT_ONCE = 32;

interface Round {
  bot: BotName;
  perSecond: number;
  /** Processor time of the bot a turn (ms). */
  cpuMs: number | null;
  p50: number;
  p99: number;
  bad: number;
}

export const turns: Measure = {
  name: "turns",
  async run(bench) {
    const rounds: Round[] = [];
    for (let n = 0; n < bench.rounds; n += 1)
      for (const bot of ["uketome", "by-hand", "prisma"] as const) rounds.push(await round(bench, bot));
    const of = (bot: BotName): number => median(rounds.filter((one) => one.bot === bot).map((one) => one.perSecond));
    const told = (bot: BotName): string => `${of("uketome").toFixed(0)} : ${of(bot).toFixed(0)} turns/s`;
    return {
      rounds,
      lines: [
        atLeast("turns a second against the bot by hand", of("uketome") / of("by-hand"), 1.5, told("by-hand")),
        atLeast("turns a second against Hono + Prisma", of("uketome") / of("prisma"), 4, told("prisma")),
        nothingWrong(rounds),
      ],
    };
  },
};

// --- internal ---

async function round({ load, scale, say }: Bench, name: BotName): Promise<Round> {
  const bot = await startBot(name, load.lineUrl);
  const order = { do: "closed", url: bot.url, atOnce: AT_ONCE } as const;
  await load.run({ ...order, people: Math.ceil(WARM * scale) });
  const before = bot.cpuMs();
  const end = await load.run({ ...order, people: Math.ceil(PEOPLE * scale) });
  const after = bot.cpuMs();
  await bot.stop();
  const one: Round = {
    bot: name,
    perSecond: end.turns / end.seconds,
    cpuMs: before === null || after === null ? null : (after - before) / end.turns,
    p50: at(end.answered, 0.5),
    p99: at(end.answered, 0.99),
    bad: end.refused + end.unanswered + end.wrong,
  };
  const cpu = one.cpuMs === null ? "" : `, ${one.cpuMs.toFixed(2)} ms CPU a turn`;
  say(
    `${name}: ${one.perSecond.toFixed(0)} turns/s${cpu}, answered in ${one.p50.toFixed(1)} ms (p99 ${one.p99.toFixed(1)}), bad ${one.bad}`,
  );
  return one;
}

const nothingWrong = (rounds: Round[]) =>
  none(
    "refused, unanswered or wrong turns in all these rounds",
    rounds.reduce((sum, one) => sum + one.bad, 0),
  );
