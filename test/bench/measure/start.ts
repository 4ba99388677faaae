// From `node` to the first acknowledged webhook.
import { newPerson, post, textEvent } from "../load/post.ts";
import { atMost, median, type Measure } from "../measure.ts";
import { startBot } from "../server.ts";

const MOST_MS = 1000;

export const start: Measure = {
  name: "start",
  async run({ load, rounds, say }) {
    const took: number[] = [];
    for (let n = 0; n < rounds; n += 1) {
      const ready = async (url: string): Promise<boolean> =>
        (await post(url, [textEvent(newPerson(), "家賃が払えません")])) === 200;
      const bot = await startBot("uketome", load.lineUrl, { ready });
      took.push(bot.startMs);
      say(`start: ${bot.startMs.toFixed(0)} ms`);
      await bot.stop();
    }
    return {
      rounds: took,
      lines: [atMost("from node to the first acknowledged webhook", median(took), MOST_MS, "ms")],
    };
  },
};
