// What is wrong in a file and what to do about it, in Japanese for somebody who does not program.
import type { Document } from "yaml";
import type * as z from "zod";
import { nearest } from "./nearest.ts";

/** Keys and positions (0 is the first) on the way into a file. */
export type Path = (string | number)[];

interface Told {
  path: Path;
  what: string;
}

const YAML: Record<string, string> = {
  TAB_AS_INDENT: "行の頭にタブがあります。字下げは、半角の空白で書いてください。",
  BAD_INDENT: "字下げがそろっていません。上の行と、行の頭の空白の数をそろえてください。",
  DUPLICATE_KEY: "同じ項目が二つあります。ひとつにしてください。",
  MISSING_CHAR: '閉じる「"」「]」「}」か、「:」のあとの空白がありません。',
  MULTILINE_IMPLICIT_KEY: "「:」がないか、「:」のあとに空白がありません。「項目: ことば」の形で書いてください。",
  BLOCK_AS_IMPLICIT_KEY: '一行に「:」が二つあります。ことばの中に「:」を使うときは、全体を「"」で囲んでください。',
  UNEXPECTED_TOKEN: "ここに書けないものがあります。字下げと、「-」や「:」の位置を確かめてください。",
};

/** A fault of the notation itself, by the reader's code for it. */
export const sayYaml = (code: string): string =>
  YAML[code] ?? "書き方（YAML）が正しくありません。字下げと「:」のあとの空白を確かめてください。";

/** A fault of the content; `all` are the faults of the same file, which may tell what was meant. */
export function sayIssue(issue: z.core.$ZodIssue, all: z.core.$ZodIssue[], doc: Document): Told[] {
  const path = pathOf(issue);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], what: sayUnknown(key, missingBeside(path, all, doc)) }));
  const isMissing = path.length > 0 && !doc.hasIn(path);
  return [{ path, what: isMissing ? `${place(path)}がありません。書き足してください。` : saySlip(issue, path, doc) }];
}

// --- internal ---

const pathOf = ({ path }: { path: PropertyKey[] }): Path =>
  path.map((key) => (typeof key === "symbol" ? String(key) : key));

/** 「steps → 2番目 → fills」 */
const place = (path: Path): string =>
  path.length === 0
    ? "このファイルの中身"
    : `「${path.map((key) => (typeof key === "number" ? `${key + 1}番目` : key)).join(" → ")}」`;

function sayUnknown(key: string, missing: string[]): string {
  const meant = nearest(key, missing);
  return meant === null
    ? `「${key}」という項目はありません。つづりを直すか、この項目を消してください。`
    : `「${key}」という項目はありません。「${meant}」のまちがいではありませんか。`;
}

/** Keys that ought to stand beside this place, and do not. */
const missingBeside = (path: Path, all: z.core.$ZodIssue[], doc: Document): string[] =>
  all
    .map(pathOf)
    .filter((other) => other.length === path.length + 1 && path.every((key, n) => other[n] === key))
    .filter((other) => !doc.hasIn(other))
    .map((other) => String(other.at(-1)));

function saySlip(issue: z.core.$ZodIssue, path: Path, doc: Document): string {
  const where = place(path);
  const given = doc.getIn(path);
  switch (issue.code) {
    case "invalid_value":
      return sayChoice(where, given, issue.values.map(String));
    case "invalid_union":
      return sayChoice(where, given, "options" in issue ? (issue.options as string[]) : []);
    case "invalid_type":
      return `${where}は、${KINDS[issue.expected] ?? "決められた形"}で書いてください。`;
    case "too_small":
      return issue.origin === "string"
        ? `${where}が空です。ことばを書いてください。`
        : `${where}は、${issue.minimum}${UNITS[issue.origin] ?? ""}以上にしてください。`;
    case "too_big":
      return `${where}は、${issue.maximum}${UNITS[issue.origin] ?? ""}までにしてください。`;
    default:
      return `${where}: ${issue.message}`;
  }
}

const KINDS: Record<string, string> = {
  string: "ことば（文字）",
  number: "数字",
  int: "数字",
  boolean: "true か false",
  array: "一覧（「- 」で始まる行、または [ ] の中）",
  object: "「項目: ことば」の形",
  record: "「項目: ことば」の形",
};
const UNITS: Record<string, string> = { array: "個", string: "文字" };

function sayChoice(where: string, given: unknown, values: string[]): string {
  const word = typeof given === "string" || typeof given === "number" ? String(given) : "";
  const meant = nearest(word, values);
  const hint = meant === null ? "" : `「${meant}」のまちがいではありませんか。`;
  return `${where}の「${word}」は使えません。${hint}使えるのは、${values.join("、")} です。`;
}
