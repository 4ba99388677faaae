// PostgreSQL: what a turn costs with three instances on one database, against one.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { postgresServer, type PostgresServer } from "../../../scripts/postgres-server.ts";
import { atMost, median, WARM, type Bench, type Measure } from "../measure.ts";
import { cpuOfOurs } from "../processes.ts";
import { startBot, type Bot } from "../server.ts";

const PEOPLE = 300;
/** Then nobody writes for so long (ms), and the instances make the lists of every language ready (src/node/warm.ts). */
const QUIET = 6_000;
const root = fileURLToPath(new URL("../../../", import.meta.url));

export const postgres: Measure = {
  name: "postgres",
  async run(bench) {
    const server = await postgresServer();
    const [one, three]: [number[], number[]] = [[], []];
    let bad = 0;
    try {
      for (let n = 0; n < bench.rounds; n += 1) {
        const [alone, both] = [await turns(bench, server, 1), await turns(bench, server, 3)];
        one.push(alone.cpu);
        three.push(both.cpu);
        bad += alone.bad + both.bad;
      }
    } finally {
      await server.close();
    }
    const more = `${median(three).toFixed(2)} : ${median(one).toFixed(2)} ms, ${bad} turns wrong`;
    const line = atMost(
      "PostgreSQL: CPU a turn, three instances against one",
      median(three) / median(one),
      1.2,
      "×",
      more,
    );
    return { rounds: { one, three, bad }, lines: [{ ...line, met: line.met && bad === 0 }] };
  },
};

// --- internal ---

/** CPU a turn (ms): the instances' and the database's. */
async function turns({ load, scale, say }: Bench, server: PostgresServer, instances: number) {
  const DATABASE_URL = await server.fresh();
  execFileSync(process.execPath, ["dist/database/migrate.js"], { cwd: root, env: { ...process.env, DATABASE_URL } });
  const bots: Bot[] = [];
  while (bots.length < instances) bots.push(await startBot("uketome", load.lineUrl, { more: { DATABASE_URL } }));
  const spent = (): number => cpuOfOurs("postgres") + bots.reduce((sum, bot) => sum + (bot.cpuMs() ?? 0), 0);
  const order = { do: "closed", url: bots.map(({ url }) => url).join(" "), atOnce: 32 } as const;
  // Among all instances: so that one and three find as much in the database.
  await load.run({ ...order, people: Math.ceil(WARM * scale) });
  await new Promise((resolve) => setTimeout(resolve, QUIET * scale));
  const [before, database] = [spent(), cpuOfOurs("postgres")];
  const end = await load.run({ ...order, people: Math.ceil(PEOPLE * scale) });
  const [cpu, ofDatabase] = [(spent() - before) / end.turns, (cpuOfOurs("postgres") - database) / end.turns];
  await Promise.all(bots.map((bot) => bot.stop()));
  const rate = (end.turns / end.seconds).toFixed(0);
  say(
    `${instances} on PostgreSQL: ${rate} turns/s, ${cpu.toFixed(2)} ms CPU a turn, of it the database ${ofDatabase.toFixed(2)}`,
  );
  return { cpu, bad: end.refused + end.unanswered + end.wrong };
}
