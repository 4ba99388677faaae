// Plays a written conversation again: takes its title, clock and 「住民>」 lines, and writes the whole anew.
import type { Book } from "../book/book.ts";
import { converse, type Conversation } from "./conversation.ts";
import { readLine } from "./script.ts";
import { recordsOf, wordsOf } from "./write-down.ts";

/** Tuesday, an office day, at ten. */
const START = "2026-11-24 10:00";

/** The same conversation as it goes today; equal to `text` while nothing has changed. */
export async function playBack(book: Book, text: string): Promise<string> {
  const clock = /^時計 (\S+ \S+)$/m.exec(text)?.[1] ?? START;
  const talk = converse(book, Date.parse(`${clock.replace(" ", "T")}:00+09:00`));
  const title = text.split("\n").filter((line) => line.startsWith("# "));
  const acts = text.split("\n").flatMap((line) => (line.startsWith("住民> ") ? [line.slice("住民> ".length)] : []));
  const body = await turns(talk, acts);
  return [...title, `時計 ${clock}`, ...body, ...(await recordsOf(talk, book.office)), ""].join("\n");
}

/** What was said and answered, as it is written down. @throws where a button was never shown */
export async function turns(talk: Conversation, acts: string[]): Promise<string[]> {
  const lines: string[] = [];
  for (const line of acts) {
    const act = readLine(line, talk.buttons());
    if (act === null) throw new Error(`このボタンは、まだ出ていません: ${line}`);
    lines.push("", `住民> ${line}`, ...wordsOf(await talk.act(act)));
  }
  return lines;
}
