// How large the Worker is with every language, as Cloudflare counts it.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { atMost, type Measure } from "../measure.ts";

const MOST_MB = 1.5;

export const bundle: Measure = {
  name: "bundle",
  async run({ say }) {
    const cwd = fileURLToPath(new URL("../../../", import.meta.url));
    const said = execFileSync(process.execPath, ["scripts/bundle-size.ts"], { cwd, encoding: "utf8" });
    const size = Number(/([\d.]+) MB gzip/.exec(said)?.[1]);
    say(said.trim());
    return { rounds: size, lines: [atMost("Worker with every language", size, MOST_MB, "MB gzip")] };
  },
};
