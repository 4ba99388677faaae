// Hears what a story already tells, so that it is not asked again. Everything here is a candidate for staff (候補).
import type { Category, Relation, Role } from "../codes.ts";
import type { Person } from "../state.ts";
import { says, without } from "./answer/choice.ts";
import { blanked, stands, unharmed } from "./edges.ts";
import { isBetween, isDone, NEXT_TO } from "./ear/blows.ts";
import { standInOrder } from "./ear/parts.ts";
import { anyIn, standingIn } from "./ear/search.ts";
import { found, type Listen } from "./lists.ts";
import { hearPeople, standsBy } from "./people.ts";

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
  const { about: named, others, ownAge } = hearPeople(listen, text);
  const covered = isCovered(listen, text);
  const about = covered ? withoutUntold(listen, text, named) : named;
  return {
    role: hearRole(listen, text, about, others.length > 0),
    people: about,
    ownAge,
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

/**
 * Who writes, where the words leave no doubt; null where they do, and then it is asked.
 * Somebody named only as the one who hurts, who died or who must not know is not whom it is about.
 */
function hearRole(listen: Listen, text: string, people: Person[], hasOthers: boolean): Role | null {
  const said = unharmed(listen, text);
  const bare = without(listen, said);
  const [statedHit] = [...found(said, listen.roles), ...found(bare, listen.roles)];
  const stated = statedHit?.means ?? null;
  const family = people.some(({ relation }) => isFamily(relation));
  const worries = family && worriesForFamily(listen, said);
  // 「息子が…中2です」 is said of the son; 「中2だけど、弟の世話を…」 of oneself: what comes first tells.
  const aboutOther =
    stated === "CHILD"
      ? firstRelation(listen, said) < (statedHit?.at ?? 0)
      : stated === "NEIGHBOR" || stated === "FRIEND";
  if (stated === "CHILD" && family && isSaidOf(listen, said, statedHit?.at ?? 0)) return "FAMILY";
  // 「息子が学校に行きません。13歳です」: who has a child is none.
  if (stated === "CHILD" && people.some(({ relation }) => relation === "子" || relation === "孫")) return "FAMILY";
  if (stated !== null && !(worries && aboutOther)) return stated;
  const forms = [said.replaceAll("、", ""), bare];
  if (forms.some((form) => anyIn(form, listen.doneToMe)) && !worries)
    return family && isDoneToThem(listen, said) ? "FAMILY" : "SELF";
  // 「近所の人の…お母さんが」: whose family it is, is asked.
  if (family && people[0]?.relation === "近隣" && !worries) return null;
  if (family) return speaksOfSelf(listen, said, bare) && !worries ? null : "FAMILY";
  if (people.some(({ relation }) => relation === "近隣")) return "NEIGHBOR";
  if (people.some(({ relation }) => relation === "知人")) return worries ? "FRIEND" : null;
  return hasOthers || people.length > 0 || speaksOfSelf(listen, said, bare) ? "SELF" : null;
}

const isFamily = (relation: Relation): boolean => !["本人", "知人", "近隣", "支援者"].includes(relation);

const firstRelation = (listen: Listen, said: string): number =>
  found(said, listen.relations).find((name) => stands(listen, said, name.at, name))?.at ?? Number.POSITIVE_INFINITY;

/** 「母が殴られました」「母が父に殴られています」 */
function isDoneToThem(listen: Listen, said: string): boolean {
  const named = found(said, listen.relations).filter((name) => stands(listen, said, name.at, name));
  return named.some((name, n) => {
    const next = named[n + 1];
    return isFamily(name.means) && (isDone(said, name) || (next !== undefined && isBetween(said, name, next)));
  });
}

/** 「娘は中2です」: who was named right before is the one who goes to school. */
const isSaidOf = (listen: Listen, said: string, at: number): boolean =>
  found(said, listen.relations).some((name) => {
    const between = said.slice(name.at + name.word.length, at);
    return (
      stands(listen, said, name.at, name) && name.at < at && between.length <= NEXT_TO && !/[。\n、！？]/u.test(between)
    );
  });

/** 「mẹ tôi bị ngã」 (my mother fell) holds no 「tôi bị ngã」 (I fell). */
const unnamed = (listen: Listen, said: string): string =>
  standingIn(said, listen.relations).reduce((text, { word }) => text.replaceAll(word, blanked), said);

const speaksOfSelf = (listen: Listen, ...forms: string[]): boolean =>
  forms.some((said) => found(unnamed(listen, said), listen.self).some((hit) => stands(listen, said, hit.at, hit)));

/** 「母のこと」「弟が心配」: a relation followed at once by words of worry. */
const worriesForFamily = (listen: Listen, said: string): boolean =>
  found(said, listen.relations)
    .filter((name) => stands(listen, said, name.at, name) && isFamily(name.means))
    .some((name) => standsBy(said, name, listen.worries));

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
