// `npm run flows:check`: proves or refutes that no flow of flows/ turns anybody away. `-- --office demo` looks at one.
import { parseArgs } from "node:util";
import { readFiles } from "../book/disk.ts";
import { checkAll, officesIn } from "./check.ts";
import { memoryStore } from "../store/memory.ts";
import { tell } from "./tell.ts";

/** Talks at random beside the walk. */
const TALKS = 500;

const began = performance.now();
const seconds = (): string => ((performance.now() - began) / 1000).toFixed(0);
const { values } = parseArgs({ options: { office: { type: "string" } } });
const files = await readFiles(new URL("../../flows/", import.meta.url).pathname);
const known = officesIn(files);
const offices = values.office === undefined ? known : known.filter((office) => office === values.office);

if (offices.length === 0) {
  console.error(`自治体「${values.office ?? ""}」の設定がありません。あるのは、${known.join("、")} です。`);
  process.exitCode = 1;
} else await prove();

// --- internal ---

async function prove(): Promise<void> {
  const { findings, states, acts, strayed, spoken, held, texts } = await checkAll(files, offices, memoryStore, {
    talks: TALKS,
    progress: (found, tried) =>
      process.stderr.write(`\r${found} の状態、${tried} の発言を調べました（${seconds()}秒）`),
  });
  process.stderr.write("\n");
  for (const told of findings) console.log(`${tell(files, told)}\n`);
  // Then the outlines hide too much, and the walk proves too little.
  const coarse = strayed.fresh > strayed.acts / 20;
  const result = findings.length === 0 ? "すべての約束が守られています。" : `${findings.length} 件の問題があります。`;
  console.log(
    [
      `${offices.join("、")}: ${states} の状態から ${acts} の発言を試し、${texts} の返事を書き出しました。`,
      `でたらめな会話の ${strayed.acts} の発言のうち、歩きかたになかったのは ${strayed.fresh}（そこからも調べました）。`,
      `ほかの言語で ${spoken} の発言、窓口（再送・沈黙・送信取消）で ${held} の会話。${seconds()}秒。`,
      result,
    ].join("\n"),
  );
  if (coarse) console.log("でたらめな会話の発言の5%より多くが、歩きかたにありません（src/check/walk/vary.ts）。");
  process.exitCode = findings.length === 0 && !coarse ? 0 : 1;
}
