// How the words may not sound: nobody is turned away, and nothing of a consultation stands on a lock screen. Which words
// those are stands in flows/refusing.yaml, by language.
import type { Book } from "../../book/book.ts";
import { textsIn } from "../../book/check/texts.ts";
import type { Proof, Refusing } from "../../book/proof/proof.ts";
import type { Words } from "../../flow/words.ts";
import { atWords, type Finding } from "../finding.ts";
import { finding, type Find } from "./listed.ts";

/** `alt` alone stands on a lock screen; the others are read by whoever looks at the telephone at that moment. */
const LOCK_SCREEN = ["alt", "neutral", "private", "media-too-big", "media-gone"];

/** What is wrong with the words of every language, whatever the office. */
export const mannersBroken = ({ flow }: Pick<Book, "flow">, { refusing }: Pick<Proof, "refusing">): Finding[] =>
  Object.values(flow.words).flatMap((words) => [...refusals(words, refusing), ...onLockScreen(words, refusing)]);

/** What the name of the office and of its account tells whoever holds the telephone. */
export function namesBroken({ office }: Pick<Book, "office">, { refusing }: Pick<Proof, "refusing">): Finding[] {
  const { topics = [], "in-names": allowed = [] } = refusing["ja"] ?? {};
  const find = finding(
    topics.filter((topic) => !allowed.includes(topic)),
    false,
  );
  return (["name", "account"] as const).flatMap((key): Finding[] => {
    const found = find(office[key]);
    if (found === null) return [];
    const what = `「${office[key]}」の「${found}」が、待ち受け画面に出ます。`;
    return [{ law: "lock-screen", what, place: { file: `offices/${office.id}.yaml`, path: [key] }, talk: [] }];
  });
}

// --- internal ---

/** Everything of ours that a resident reads. What a telephone line elsewhere cannot do (`hotline-notes`) is no refusal. */
const textsOf = ({ say, questions, choices, parts, ages, facts, hotlines }: Words) =>
  textsIn({ say, questions, choices, parts, ages, facts, hotlines });

function refusals(words: Words, refusing: Refusing): Finding[] {
  const find = findIn(words, refusing, "refuses");
  return textsOf(words).flatMap(([path, text]): Finding[] => {
    const found = find(text);
    const what = `「${found}」は、人を断ることばです（refusing.yaml）。`;
    return found === null ? [] : [{ law: "refusing", what, place: atWords(words.lang, ...path), talk: [] }];
  });
}

function onLockScreen(words: Words, refusing: Refusing): Finding[] {
  const find = findIn(words, refusing, "topics");
  return LOCK_SCREEN.flatMap((key): Finding[] => {
    const found = find((words.say as Record<string, string>)[key] ?? "");
    const what = `「${found}」が、待ち受け画面や、ほかの人が見ている画面に出ます。`;
    return found === null ? [] : [{ law: "lock-screen", what, place: atWords(words.lang, "say", key), talk: [] }];
  });
}

/** The lists of a language, and of the one it listens with: やさしい日本語 is Japanese, too. */
function findIn({ lang, listens }: Words, refusing: Refusing, list: "refuses" | "topics"): Find {
  const finds = [...new Set([lang, listens])].flatMap((code) => {
    const lists = refusing[code];
    return lists === undefined ? [] : [finding(lists[list], lists.spaces)];
  });
  return (text) => finds.map((find) => find(text)).find((found) => found !== null) ?? null;
}
