// One message alone with an idle server: webhook in → answer at the local LINE, over the local LINE's own time.
import { at, atMost, median, WARM, type Measure } from "../measure.ts";
import { startBot } from "../server.ts";

const TALKS = 12;
const MOST_MS = 5;

export const alone: Measure = {
  name: "alone",
  async run({ load, scale, rounds, say }) {
    const bot = await startBot("uketome", load.lineUrl);
    const over: number[] = [];
    await load.run({ do: "closed", url: bot.url, people: Math.ceil(WARM * scale), atOnce: 32 });
    for (let n = 0; n < rounds; n += 1) {
      const { answered, line } = await load.run({ do: "alone", url: bot.url, talks: Math.ceil(TALKS * scale) });
      over.push(at(answered, 0.5) - at(line, 0.5));
      say(`alone: ${at(answered, 0.5).toFixed(2)} ms, of which the local LINE ${at(line, 0.5).toFixed(2)}`);
    }
    await bot.stop();
    return { rounds: over, lines: [atMost("one message alone, webhook → answer", median(over), MOST_MS, "ms")] };
  },
};
