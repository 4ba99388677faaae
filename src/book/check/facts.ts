// Can these words say the office, the clock and the numbers? Every {{…}} is one that is filled, none that matters is left
// out, and every telephone line has its name.
import { FACTS } from "../../flow/words/facts.ts";
import type { Words } from "../../flow/words.ts";
import type { Hotlines } from "../../office/hotlines.ts";
import type { Mistake } from "../mistakes.ts";
import type { Parsed } from "../parse.ts";

export const checkFacts = (words: Parsed<Words>, { hotlines }: Hotlines): Mistake[] => [
  ...Object.entries(FACTS).flatMap(([key, gaps]) => checkGaps(words, ["facts", key], gaps)),
  ...checkEmergency(words),
  ...checkNames(
    words,
    "hotlines",
    hotlines,
    hotlines.map(({ id }) => id),
  ),
  ...checkNames(
    words,
    "hotline-notes",
    hotlines,
    hotlines.filter(({ caveat }) => caveat !== null).map(({ id }) => id),
  ),
];

// --- internal ---

/** Where the words stand, and what for. */
type Place = [part: "facts" | "hotlines" | "hotline-notes", key: string];

function checkGaps({ data, mistake }: Parsed<Words>, [part, key]: Place, gaps: readonly string[]): Mistake[] {
  const text = (data[part] as Record<string, string>)[key] ?? "";
  const found = [...text.matchAll(/\{\{(.*?)\}\}/gu)].map(([, gap = ""]) => gap);
  const allowed = gaps.flatMap((gap) => gap.replace("?", "").split("|"));
  const usable = allowed.length === 0 ? "ここに {{…}} は書けません。" : `使えるのは、${inWords(allowed)} です。`;
  return [
    ...found
      .filter((gap) => !allowed.includes(gap))
      .map((gap) => mistake([part, key], `{{${gap}}} は使えません。${usable}`)),
    ...gaps
      .map((gap) => gap.split("|"))
      .filter((either) => !either.some((gap) => gap.endsWith("?") || found.includes(gap)))
      .map((either) =>
        mistake([part, key], `「${part} → ${key}」に ${inWords(either, " か ")} がありません。書き足してください。`),
      ),
  ];
}

const inWords = (gaps: readonly string[], between = "、"): string =>
  [...new Set(gaps)].map((gap) => `{{${gap}}}`).join(between);

/** Whatever the script of a language: these digits are the ones on the telephone. */
const checkEmergency = ({ data, mistake }: Parsed<Words>): Mistake[] =>
  ["119", "110"]
    .filter((number) => !data.facts.emergency.includes(number))
    .map((number) => mistake(["facts", "emergency"], `「facts → emergency」に ${number} がありません。`));

function checkNames(
  words: Parsed<Words>,
  part: "hotlines" | "hotline-notes",
  hotlines: Hotlines["hotlines"],
  needed: string[],
): Mistake[] {
  const [written, ids] = [Object.keys(words.data[part]), hotlines.map(({ id }) => id)];
  const what = part === "hotlines" ? "電話の名前" : "電話の注意";
  return [
    ...needed
      .filter((id) => !written.includes(id))
      .map((id) =>
        words.mistake([part, id], `「${id}」の${what}（${part} → ${id}）がありません。書き足してください。`),
      ),
    ...written
      .filter((id) => !ids.includes(id))
      .map((id) => words.mistake([part, id], `「${id}」という番号は、hotlines.yaml にありません。`)),
    ...written.flatMap((id) => checkGaps(words, [part, id], [])),
  ];
}
