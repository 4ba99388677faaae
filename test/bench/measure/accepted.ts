// Messages accepted a second in an open loop, against the bare limit; and how long a 200 takes at half of that load.
import { at, atLeast, atMost, median, none, type Bench, type Measure } from "../measure.ts";
import { startBot, type BotName } from "../server.ts";

const SECONDS = 10;
const CONNECTIONS = 64;
const WARM_SECONDS = 2;

export const accepted: Measure = {
  name: "accepted",
  async run(bench) {
    const [ours, limit]: [number[], number[]] = [[], []];
    const [acks, limitAcks]: [Ack[], Ack[]] = [[], []];
    for (let n = 0; n < bench.rounds; n += 1) {
      limit.push(await flooded(bench, "limit"));
      ours.push(await flooded(bench, "uketome"));
    }
    const rate = median(ours) / 2;
    for (let n = 0; n < bench.rounds; n += 1) {
      limitAcks.push(await ack(bench, "limit", rate));
      acks.push(await ack(bench, "uketome", rate));
    }
    const [p99, limitP99] = [median(acks.map((one) => one.p99)), median(limitAcks.map((one) => one.p99))];
    const refused = acks.reduce((sum, one) => sum + one.refused, 0);
    const more = `${p99.toFixed(1)} : ${limitP99.toFixed(1)} ms at ${rate.toFixed(0)}/s`;
    const both = `${median(ours).toFixed(0)} : ${median(limit).toFixed(0)} messages/s`;
    return {
      rounds: { ours, limit, acks, limitAcks },
      lines: [
        atLeast("messages accepted a second against the bare limit", median(ours) / median(limit), 0.5, both),
        atMost("p99 of the acknowledgement at half of that load, against the bare limit", p99 / limitP99, 2, "×", more),
        none("refused at half of that load, in all rounds", refused),
      ],
    };
  },
};

// --- internal ---

async function flooded({ load, scale, say }: Bench, name: BotName): Promise<number> {
  const bot = await startBot(name, load.lineUrl);
  const order = { do: "flood", url: bot.url, connections: CONNECTIONS } as const;
  await load.run({ ...order, seconds: WARM_SECONDS * scale });
  const end = await load.run({ ...order, seconds: SECONDS * scale });
  await bot.stop();
  say(`${name}: ${(end.accepted / end.seconds).toFixed(0)} accepted/s of ${(end.sent / end.seconds).toFixed(0)}`);
  return end.accepted / end.seconds;
}

interface Ack {
  p99: number;
  /** Acknowledged with something else than 200: quick, and no acknowledgement. */
  refused: number;
}

async function ack({ load, scale, say }: Bench, name: BotName, rate: number): Promise<Ack> {
  const bot = await startBot(name, load.lineUrl);
  const order = { do: "steady", url: bot.url, rate } as const;
  await load.run({ ...order, seconds: WARM_SECONDS * scale });
  const { acks, sent, accepted } = await load.run({ ...order, seconds: SECONDS * scale });
  await bot.stop();
  const [p50, p99] = [at(acks, 0.5), at(acks, 0.99)];
  say(`${name} at ${rate.toFixed(0)}/s: ack ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)}; ${sent - accepted} refused`);
  return { p99, refused: sent - accepted };
}
