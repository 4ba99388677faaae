// Hears what a story already tells, so that it is not asked again. Everything here is a candidate for staff (候補).
import type { Category, Relation, Role } from "../codes.ts";
import type { Person } from "../state.ts";
import { says } from "./answer/choice.ts";
import { unharmed } from "./edges.ts";
import { standInOrder } from "./ear/parts.ts";
import { standingIn } from "./ear/search.ts";
import { found, type Listen } from "./lists.ts";
import { hearPeople } from "./who/people.ts";
import { hearRole } from "./who/role.ts";

export interface Story {
  role: Role | null;
  people: Person[];
  /** The age of whoever writes, where they say it of themselves. */
  ownAge: Person["ageBand"];
  /** Likeliest first. */
  categories: Category[];
  /** What it is, and of whom it was said; null where nobody was named beside. */
  aware: { means: string; of: Relation | null } | null;
  covered: boolean;
  /** 課題の候補; `of` is the one person (relation and name) of the same sentence, or "" where that is not plain. */
  tags: { tag: string; of: string }[];
  supports: string[];
  wish: string | null;
  /** How they do not want to be reached, in their own words. */
  avoid: string | null;
  /** What deserves a word of its own: grief, lonely, untold, tired, anger. */
  feelings: string[];
}

export const hearStory = (listen: Listen, text: string): Story =>
  listen.remember(`story ${text}`, () => storyIn(listen, text));

function storyIn(listen: Listen, text: string): Story {
  const said = listen.fold(text);
  const people = hearPeople(listen, text);
  const covered = isCovered(listen, text);
  const about = covered ? withoutUntold(listen, text, people.about) : people.about;
  return {
    role: hearRole(listen, text, about, people),
    people: about,
    ownAge: people.ownAge,
    categories: hearCategories(listen, said),
    aware: hearAware(listen, text),
    covered,
    tags: hearTags(listen, text),
    supports: [...new Set(found(said, listen.supports).map(({ means }) => means))],
    wish: sentenceWith(listen, text, listen.wishes),
    avoid: sentenceWith(listen, text, listen.avoid) ?? (covered ? untoldIn(listen, text) : null),
    feelings: [...new Set(found(said, listen.feelings).map(({ means }) => means))],
  };
}

/** The categories of the national form that the words speak of: more often first, then earlier first. */
export function hearCategories(listen: Listen, said: string): Category[] {
  const counts = new Map<Category, number>();
  // One look tells which of the lists are worth a search of their own.
  const named = new Set(standingIn(said, listen.ofCategories).map(({ means }) => means));
  for (const [category, list] of listen.categories.filter(([one]) => named.has(one))) {
    const hits = found(said, list);
    if (hits.length > 0) counts.set(category, hits.length - (hits[0]?.at ?? 0) / 10_000);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([category]) => category);
}

/** Somebody must not know of it, or looks at the telephone. */
export const isCovered = (listen: Listen, text: string): boolean =>
  says(listen, text, listen.covered) || isWatched(listen, text);

/** Somebody else looks at this very telephone. Sentence by sentence: 「LINEで返事をください。夫が…」 are two. */
export const isWatched = (listen: Listen, text: string): boolean =>
  text.split(SENTENCE).some((part) => standInOrder(listen.plain(part), listen.watched));

/** How a person is known among several of one talk. */
export const nameOf = ({ relation, called }: Pick<Person, "relation" | "called">): string => `${relation}:${called}`;

// --- internal ---

/** 「母が物忘れ。弟は部屋から出ない」: a sentence about one person gives its signs to that person alone. */
function hearTags(listen: Listen, text: string): Story["tags"] {
  let last = "";
  return text.split(/(?<=[。\n！!？?、,।])/u).flatMap((part) => {
    const { about } = hearPeople(listen, part);
    if (about.length > 0) last = about.length === 1 && about[0] !== undefined ? nameOf(about[0]) : "";
    return [...new Set(found(listen.fold(part), listen.tags).map(({ means }) => means))].map((tag) => ({
      tag,
      of: last,
    }));
  });
}

/** 「夫には内緒で、子どものことを」: it is the husband who must not know, and the child may. */
function hearAware(listen: Listen, text: string): Story["aware"] {
  const said = unharmed(listen, text);
  const [hit] = found(said, listen.aware);
  if (hit === undefined) return null;
  const name = found(said, listen.relations).findLast(
    ({ at, word }) => at <= hit.at && /^(さん|ちゃん|くん|たち| )*$/u.test(said.slice(at + word.length, hit.at)),
  );
  return { means: hit.means, of: name?.means ?? null };
}

/** Longer than this the sentence tells more than whom to keep it from (letters of Japanese). */
const ONLY_A_WISH = 14;

/** 「いわないで弟に」「夫には絶対バレたくない」 alone: who must not know is nobody the matter is about. */
function withoutUntold(listen: Listen, text: string, people: Person[]): Person[] {
  const [only, ...more] = people;
  if (only === undefined || more.length > 0 || listen.lengthOf(text) > ONLY_A_WISH) return people;
  const [, behind = ""] = text.split(only.called);
  return /^(さん|ちゃん|くん)?に/u.test(behind) ? [] : people;
}

/** Who must not know, in their own words: staff see the name before they write or call. */
function untoldIn(listen: Listen, text: string): string | null {
  const sentence = sentenceThat(text, (part) => isCovered(listen, part));
  const names = sentence === null ? { about: [], others: [] } : hearPeople(listen, sentence);
  return names.about.length + names.others.length > 0 && listen.lengthOf(sentence ?? "") <= A_WISH ? sentence : null;
}

/** Longer than this (letters of Japanese) the sentence tells more than whom to keep it from. */
const A_WISH = 30;
const SENTENCE = /[。\n！!？?।]|\.(?=\s)|\s{2,}|\u3000/u;

/** The sentence that holds one of these words, as it was typed. */
const sentenceWith = (listen: Listen, text: string, words: string[]): string | null =>
  sentenceThat(text, (part) => says(listen, part, words));

function sentenceThat(text: string, holds: (part: string) => boolean): string | null {
  const sentence = text
    .split(SENTENCE)
    .map((part) => part.trim())
    .find(holds);
  return sentence === undefined || sentence.length > 200 ? null : sentence;
}
