// `npm run talk`: the same conversation in a terminal, with no account and no database.
// -- --record NAME writes it to test/transcripts/NAME.txt as a golden conversation.
import { fileURLToPath } from "node:url";
import { writeFile } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { readBook } from "./book/book.ts";
import { readFiles } from "./book/disk.ts";
import { plainly } from "./node/plainly.ts";
import { converse } from "./talk/conversation.ts";
import { playBack } from "./talk/play-back.ts";
import { HELP, readLine } from "./talk/script.ts";
import { wordsOf } from "./talk/write-down.ts";

const FLOWS = fileURLToPath(new URL("../flows/", import.meta.url));
const TRANSCRIPTS = new URL("../test/transcripts/", import.meta.url);

await plainly(async () => {
  const book = readBook(await readFiles(FLOWS), process.env["OFFICE"] ?? "demo", "when needed");
  const name = recordName(process.argv.slice(2));
  const talk = converse(book, name === null ? Date.now() : Date.parse("2026-11-24T10:00:00+09:00"));
  const acts: string[] = [];
  console.log(
    `${book.office.account}（${book.office.name}）。書いて Enter。ボタンは [ラベル]、ほかに ${HELP}。終わりは Ctrl+D。\n`,
  );
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: "住民> " });
  lines.prompt();
  for await (const line of lines) {
    const act = line.trim() === "" ? null : readLine(line.trim(), talk.buttons());
    if (act === null && line.trim() !== "") console.log("（そのボタンは、まだ出ていません）");
    if (act !== null) {
      acts.push(line.trim());
      console.log(wordsOf(await talk.act(act)).join("\n"));
    }
    lines.prompt();
  }
  if (name !== null)
    await record(name, await playBack(book, [`# ${name}`, ...acts.map((line) => `住民> ${line}`)].join("\n")));
});

// --- internal ---

function recordName(args: string[]): string | null {
  const at = args.indexOf("--record");
  if (at < 0) return null;
  const name = args[at + 1] ?? "";
  if (!/^[\p{L}\p{N}_-]+$/u.test(name))
    throw new Error("--record のあとに、ファイルの名前（文字・数字・-・_）を書いてください。");
  return name;
}

async function record(name: string, text: string): Promise<void> {
  await writeFile(new URL(`${name}.txt`, TRANSCRIPTS), text);
  console.log(`\n\ntest/transcripts/${name}.txt に書きました。`);
}
