// A finding as a person reads it: what is wrong, in which file and line, and the talk, as a golden conversation reads.
import type { Book, Files } from "../book/book.ts";
import { parse } from "../book/parse.ts";
import type { Input } from "../flow/input.ts";
import { render } from "../flow/render.ts";
import * as z from "zod";
import type { Told } from "./check.ts";
import { LAWS, type Place } from "./finding.ts";
import type { Step } from "./walk/explore.ts";
import { turn } from "./walk/turn.ts";
import { givenAt } from "./words/answers.ts";

/** Several lines, ready to print. */
export function tell(files: Files, { finding, book, line }: Told): string {
  const { law, what, place, talk } = finding;
  const at = line ?? lineOf(files, place);
  const head = `✗ ${LAWS[law]}\n  ${what}\n  flows/${place.file}${at > 0 ? ` ${at}行目` : ""}`;
  return book === null || talk.length === 0 ? head : `${head}\n\n${indent(talkOf(book, talk))}`;
}

/** The talk from its first word: 住民> and 窓口>. */
export function talkOf(book: Book, steps: Step[]): string {
  const turns = steps.map((step) => {
    const { state, says } = turn(book.flow, step.in, step.act);
    const { said } = render(book.flow, state.lang, says, givenAt(book, state.lang, state.lastAt));
    return [`住民> ${spoken(book, step)}`, ...answerLines(said)].join("\n");
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

function spoken(book: Book, { act: { input, held, pause }, note }: Step): string {
  const told = [note, held === true ? "職員が対応中" : "", pause === undefined ? "" : "長い間のあと"];
  const before = told.filter((one) => one !== "");
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
