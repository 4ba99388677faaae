// `node test/bench/profile.ts [--people N] [--flood]`: what the server's processor time goes to under the bench's load.
import { parseArgs } from "node:util";
import { startLoad } from "./load.ts";
import { prepare } from "./prepare.ts";
import { startBot, type BotName } from "./server.ts";

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
}

const { values: told } = parseArgs({
  options: { people: { type: "string" }, bot: { type: "string" }, flood: { type: "boolean" }, top: { type: "string" } },
});
prepare();
const load = await startLoad();
const bot = await startBot((told.bot ?? "uketome") as BotName, load.lineUrl, { profile: true });
await load.run({ do: "closed", url: bot.url, people: 50, atOnce: 32 });
await bot.profile();
const before = bot.cpuMs() ?? 0;
const ended = told.flood
  ? await load.run({ do: "flood", url: bot.url, seconds: 5, connections: 64 })
  : await load.run({ do: "closed", url: bot.url, people: Number(told.people ?? 200), atOnce: 32 });
const n = "turns" in ended ? ended.turns : ended.accepted;
console.log(`${(n / ended.seconds).toFixed(0)}/s, ${(((bot.cpuMs() ?? 0) - before) / n).toFixed(3)} ms CPU each`);
const profile = await bot.profile();
await bot.stop();
load.close();
show(JSON.parse(profile) as Profile, Number(told.top ?? 45));

// --- internal ---

/** Own time by function, and whole time by function (once a stack). */
function show({ nodes, samples, timeDeltas }: Profile, top: number): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parent = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const [own, whole, rooms] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  let all = 0;
  samples.forEach((id, n) => {
    const time = timeDeltas[n] ?? 0;
    const name = nameOf(id);
    if (name.startsWith("(idle)")) return;
    all += time;
    own.set(name, (own.get(name) ?? 0) + time);
    const room = roomOf(id);
    rooms.set(room, (rooms.get(room) ?? 0) + time);
    const seen = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) seen.add(nameOf(at));
    for (const one of seen) whole.set(one, (whole.get(one) ?? 0) + time);
  });
  for (const [title, list] of [
    ["by room, own", rooms],
    ["own", own],
    ["whole", whole],
  ] as const) {
    console.log(`\n${title} time, of ${(all / 1000).toFixed(0)} ms`);
    for (const [name, time] of [...list].toSorted((a, b) => b[1] - a[1]).slice(0, top))
      console.log(`${((time / all) * 100).toFixed(1).padStart(5)} %  ${name}`);
  }

  /** The innermost file of ours that it happened for; else the package, else Node itself. */
  function roomOf(leaf: number): string {
    let other = "node";
    for (let at: number | undefined = leaf; at !== undefined; at = parent.get(at)) {
      const { functionName, url } = byId.get(at)?.callFrame ?? { functionName: "", url: "" };
      if (functionName === "(garbage collector)" || functionName === "(program)") return functionName;
      const ours = /\/dist\/(.*)\.js$/.exec(url)?.[1];
      if (ours !== undefined) return ours.split("/").slice(0, 3).join("/") + (other === "node" ? "" : ` → ${other}`);
      other =
        /node_modules\/((@[^/]+\/)?[^/]+)/.exec(url)?.[1] ??
        (other === "node" && url.startsWith("node:") ? "node" : other);
    }
    return other;
  }

  function nameOf(id: number): string {
    const frame = byId.get(id)?.callFrame;
    if (frame === undefined) return "?";
    return `${frame.functionName || "(anonymous)"} ${frame.url.replace(/^.*\/(dist|node_modules)\//, "")}:${frame.lineNumber + 1}`;
  }
}
