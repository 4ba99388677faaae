// Four faults, zero wrong or unanswered turns.
import type { Measure } from "../measure.ts";
import { startBot } from "../server.ts";

const PEOPLE = 200;

export const faults: Measure = {
  name: "faults",
  async run({ load, scale, say }) {
    const bot = await startBot("uketome", load.lineUrl);
    const found = await load.run({ do: "faults", url: bot.url, people: Math.ceil(PEOPLE * scale) });
    await bot.stop();
    for (const { name, talks, wrong, twice } of found)
      say(`${name}: ${wrong} of ${talks} talks wrong, ${twice} pushes`);
    return {
      rounds: found,
      lines: found.map(({ name, talks, wrong }) => ({
        what: name,
        figure: `${wrong} of ${talks} talks wrong`,
        target: "0",
        met: wrong === 0,
      })),
    };
  },
};
