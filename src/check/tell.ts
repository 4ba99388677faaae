// A finding as a person reads it: what is wrong, in which file and line, and the talk, as a golden conversation reads.
import type { Book, Files } from "../book/book.ts";
import { parse } from "../book/parse.ts";
import type { Input } from "../flow/input.ts";
import { render } from "../flow/render.ts";
import { z } from "zod";
import type { Told } from "./check.ts";
import { LAWS, type Place } from "./finding.ts";
import type { Act } from "./walk/inputs.ts";
import { begun, turn } from "./walk/turn.ts";
import { givenAt } from "./words/answers.ts";

/** Several lines, ready to print. */
export function tell(files: Files, { finding, book, line }: Told): string {
  const { law, what, place, talk } = finding;
  const at = line ?? lineOf(files, place);
  const head = `✗ ${LAWS[law]}\n  ${what}\n  flows/${place.file}${at > 0 ? ` ${at}行目` : ""}`;
  return book === null || talk.length === 0 ? head : `${head}\n\n${indent(talkOf(book, talk))}`;
}

/** The talk from its first word: 住民> and 窓口>. */
export function talkOf(book: Book, acts: Act[]): string {
  let state = begun(book.flow);
  const turns = acts.map((act) => {
    const played = turn(book.flow, state, act);
    const { lang, lastAt } = played.state;
    const { said } = render(book.flow, lang, played.says, givenAt(book, lang, lastAt));
    state = played.state;
    return [`住民> ${spoken(book, act)}`, ...answerLines(said)].join("\n");
  });
  return turns.join("\n\n");
}

// --- internal ---

/** The line of a place, or of what stands nearest to it; 0 where there is none. */
const lineOf = (files: Files, { file, path }: Place): number =>
  path.length === 0 ? 0 : parse(`flows/${file}`, files[file] ?? "", z.unknown()).mistake(path, "").line;

function answerLines(said: { text: string; buttons: { label: string }[] }[]): string[] {
  if (said.length === 0) return ["窓口> （だまっている）"];
  const buttons = said.flatMap((one) => one.buttons.map(({ label }) => `[${label}]`)).join(" ");
  return [...said.map(({ text }) => `窓口> ${hang(text)}`), ...(buttons === "" ? [] : [`      ${buttons}`])];
}

const hang = (text: string): string => text.replaceAll("\n", "\n      ");
const indent = (text: string): string => text.replaceAll(/^(?=.)/gmu, "    ");

function spoken(book: Book, { input, held, pause }: Act): string {
  const before = [held === true ? "職員が対応中" : "", pause === undefined ? "" : "長い間のあと"].filter(Boolean);
  return `${before.length > 0 ? `（${before.join("、")}）` : ""}${words(book, input)}`;
}

function words({ flow }: Book, input: Input): string {
  const silent: Partial<Record<Input["kind"], string>> = {
    sticker: "（スタンプ）",
    image: "（写真）",
    video: "（動画）",
    audio: "（声）",
    file: "（ファイル）",
    location: "（場所）",
    follow: "（友だち追加）",
    unfollow: "（ブロック）",
    unsend: "（送信取消）",
    quiet: "（だまったまま時がたつ）",
    other: "（知らない種類の出来事）",
  };
  if (input.kind === "text") return input.text;
  if (input.kind !== "choice") return silent[input.kind] ?? "";
  const choices: Record<string, Record<string, string>> = flow.words["ja"]?.choices ?? {};
  return `[${choices[input.step]?.[input.value] ?? choices["always"]?.[input.value] ?? `${input.step}:${input.value}`}]`;
}
