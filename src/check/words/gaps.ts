// What the words have to bring, in every language: each text that there is in Japanese, the numbers where there is danger,
// and whatever the Japanese text fills in.
import type { Book } from "../../book/book.ts";
import { textsIn } from "../../book/check/texts.ts";
import { wordsOf } from "../../flow/flow.ts";
import type { Words } from "../../flow/words.ts";
import { atWords, type Finding } from "../finding.ts";

export const gapsBroken = ({ flow }: Pick<Book, "flow">): Finding[] => {
  const japanese = wordsOf(flow, "ja");
  return Object.values(flow.words).flatMap((words) => [
    ...withoutNumbers(words),
    ...(words === japanese ? [] : [...unsaid(words, japanese), ...lost(words, japanese)]),
  ]);
};

// --- internal ---

/** The first words after danger, and after the question whether it is now; that staff were told says who reads. */
const DANGER = /^(danger-(?!told)|safety-|numbers$)/u;

const withoutNumbers = ({ lang, say }: Words): Finding[] =>
  Object.entries(say)
    .filter(([key, text]) => DANGER.test(key) && !text.includes("{{numbers}}"))
    .map(([key]) => ({
      law: "danger",
      what: "いま通じる番号（{{numbers}}）がありません。",
      place: atWords(lang, "say", key),
      talk: [],
    }));

const unsaid = ({ lang, ...words }: Words, { questions, choices }: Words): Finding[] =>
  textsIn({ questions, choices })
    .filter(
      ([path]) =>
        path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], words) === undefined,
    )
    .map(([path]) => ({
      law: "missing",
      what: `日本語にある「${path.join(" → ")}」が、この言語にありません。書き足してください。`,
      place: atWords(lang, ...path),
      talk: [],
    }));

/** 「{{receiptNo}}」 that stands in the Japanese text and not in this one is told to nobody who reads this one. */
const lost = (words: Words, japanese: Words): Finding[] =>
  textsIn({ say: japanese.say, questions: japanese.questions }).flatMap(([path, text]): Finding[] => {
    const own = textAt(words, path);
    if (own === undefined) return [];
    const missing = gapsOf(text).filter((gap) => !own.includes(gap) && !DANGER.test(path[1] ?? ""));
    const what = `日本語の文にある ${missing.join("、")} がありません。`;
    return missing.length === 0 ? [] : [{ law: "gap", what, place: atWords(words.lang, ...path), talk: [] }];
  });

const gapsOf = (text: string): string[] => [...new Set(text.match(/\{\{.*?\}\}/gu))];

function textAt({ say, questions }: Words, [part, key = "", words = ""]: string[]): string | undefined {
  if (part === "say") return (say as Record<string, string>)[key];
  const text: unknown = questions[key]?.[words];
  return typeof text === "string" ? text : undefined;
}
