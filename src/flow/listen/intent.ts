// What is meant whatever was asked: はい, わからない, もどる, やめる, 人に代わって …
import { INTENTS, type Intent } from "../words.ts";
import { bared, without } from "./answer/choice.ts";
import { blanked } from "./edges.ts";
import { standingIn } from "./ear/search.ts";
import type { Part } from "./ear/meanings.ts";
import { inOrder } from "./ear/parts.ts";
import type { Listen } from "./lists.ts";
import { glued } from "./normal.ts";

/** A story is not searched for interrupt words: 「人と話したい」 inside three screens is part of the story. */
const SHORT = 25;

/** The intent of a short text, or null. */
export const intentOf = (listen: Listen, text: string): Intent | null =>
  listen.remember(`intent ${text}`, () => intentIn(listen, text));

function intentIn(listen: Listen, text: string): Intent | null {
  const said = listen.plain(text);
  if (said === "" || listen.lengthOf(text) > SHORT) return null;
  return (
    wholeIntent(listen, said) ?? partsIntent(listen, text) ?? runIntent(listen, said) ?? partIntent(listen, text, said)
  );
}

/** What a text takes back, sentence by sentence, however long it is: 「…。会議に出さないでください」. */
export function withdrawalsIn(listen: Listen, text: string): Intent[] {
  const meant = text.split(/[。.!！?？\n]+/u).map((sentence) => intentOf(listen, sentence));
  return [...new Set(meant.filter((intent) => intent !== null && intent.startsWith("withdraw-")))] as Intent[];
}

/** The breath of a longer text that wants nothing kept: 「記録しないでください。介護保険のことです」. Null where none does. */
export const noRecordIn = (listen: Listen, text: string): string | null =>
  text
    .split(listen.spaces ? /[.,;!?\n]+/u : /[。、，,.!！?？\s\u3000]+/u)
    .find((breath) => breath.trim() !== "" && wholeIntent(listen, listen.plain(breath)) === "no-record") ?? null;

/** Does it ask us something? Such words are written down for staff, never guessed at. */
export function isQuestion(listen: Listen, text: string): boolean {
  const said = text.normalize("NFKC").trim().toLowerCase();
  return listen.questions.some((ending) => said.endsWith(ending));
}

/** A sentence goes on with the story; a word or two is an attempt at an answer. */
export function isTale(listen: Listen, text: string): boolean {
  const [said, length] = [listen.plain(text), listen.lengthOf(text)];
  return length >= A_TALE || (length >= A_SENTENCE && listen.sentences.some((ending) => said.endsWith(ending)));
}

// --- internal ---

/** Longer than this it is more of the story, whatever was asked. */
const A_TALE = 15;
const A_SENTENCE = 6;

/** The words as they are come before the words without their politeness: 「じゃあいいです」 is not いいです. */
function wholeIntent(listen: Listen, said: string): Intent | null {
  for (const form of [...bared(listen, said), without(listen, said)].filter((one) => one.trim() !== "")) {
    const intent = listen.intents.whole.get(form);
    if (intent !== undefined) return intent;
  }
  return null;
}

/** Words that undo things: they stand in one breath, and not across two sentences by chance. */
const UNDOING: Intent[] = ["erase", "no-record"];

/** A part stands in it, whatever stands around; of several, the first of the list. */
function partIntent(listen: Listen, text: string, said: string): Intent | null {
  const undoes = ({ means }: Part): boolean => UNDOING.includes(means);
  const breaths = text.split(/[,.;!?、。，！？\n]+/u).map((breath) => listen.plain(breath));
  const heard = [
    ...breaths.flatMap((breath) => standing(listen, breath).filter(undoes)),
    ...standing(listen, said).filter((part) => !undoes(part)),
  ];
  return INTENTS.find((intent) => heard.some(({ means }) => means === intent)) ?? null;
}

/** The parts that stand in these words, or in what is left of them without their politeness, where they are meant. */
function standing(listen: Listen, said: string): Part[] {
  const { parts, except } = listen.intents;
  const found = formsOf(listen, said, []).flatMap((form) => standingIn(form, parts));
  const forms = new Map(found.map(({ means }) => [means, [] as string[]]));
  for (const intent of forms.keys()) forms.set(intent, formsOf(listen, said, except.get(intent) ?? []));
  return found.filter(({ pieces, means }) => forms.get(means)?.some((form) => inOrder(form, pieces)));
}

/**
 * As written, and without politeness. The words inside which nothing is meant are blanked out of both: a word of politeness
 * (「con」, 「요」) may stand in them, too.
 */
function formsOf(listen: Listen, said: string, held: string[]): string[] {
  const written = withoutHeld(said, held);
  return [...new Set([written, withoutHeld(without(listen, written), held)])];
}

/** These words are blanked out: 「母が帰ってきません」 is nobody who comes in. */
const withoutHeld = (said: string, words: string[]): string =>
  words.reduce((rest, word) => rest.replaceAll(word, blanked), said);

/** 「はい、よろしくお願い致します」: every part means the same. */
function partsIntent(listen: Listen, text: string): Intent | null {
  const parts = glued(text)
    .split(listen.spaces ? /[,.;!?\n]+/u : /[、。,，.;；!！?？\s\u3000]+/u)
    .filter((part) => part.trim() !== "");
  if (parts.length < 2) return null;
  const intents = parts.map((part) => wholeIntent(listen, listen.plain(part)));
  return together(intents);
}

/** 「ok gửi giúp mình」: words that are listed, one behind the other, and nothing else but politeness. */
function runIntent(listen: Listen, said: string): Intent | null {
  if (!listen.spaces) return null;
  const words = said.trim().split(" ");
  const [meant, polite]: [Intent[], Intent[]] = [[], []];
  for (let at = 0; at < words.length;) {
    const { intent, length } = longestFrom(listen, words, at);
    const isAround = length === 1 && listen.around.includes(` ${words[at]} `);
    if (intent === null && !isAround) return null;
    // 「ya」 is a yes alone, and behind other words only friendly.
    if (intent !== null) (isAround ? polite : meant).push(intent);
    at += length;
  }
  return together(meant.length > 0 ? meant : polite);
}

/** So many words at most are listed as one. */
const LONGEST = 8;

function longestFrom({ intents }: Listen, words: string[], at: number): { intent: Intent | null; length: number } {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
    const run = ` ${words.slice(at, at + length).join(" ")} `;
    const intent = intents.whole.get(run);
    if (intent !== undefined) return { intent, length };
  }
  return { intent: null, length: 1 };
}

/** What all of them mean; a greeting and thanks beside it change nothing. */
function together(intents: (Intent | null)[]): Intent | null {
  // Somebody who must leave is let go at once, whatever else stands beside it.
  if (intents.includes("cant-talk")) return "cant-talk";
  const meant = intents.filter((intent) => intent !== "hello" && intent !== "thanks");
  const all = meant.length > 0 ? meant : intents;
  return all.every((intent) => intent === all[0]) ? (all[0] ?? null) : null;
}
