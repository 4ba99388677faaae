// Hears what a story already tells, so that it is not asked again. Everything here is a candidate for staff (候補).
import { fold, plain } from "./normal.ts";
import type { AgeBand, Category, Role } from "../codes.ts";
import type { Person } from "../state.ts";
import { found, type Listen } from "./lists.ts";
import { hearAge, hearPeople } from "./people.ts";

export interface Story {
  role: Role | null;
  people: Person[];
  /** Likeliest first. */
  categories: Category[];
  aware: string | null;
  covered: boolean;
  /** The age of whoever writes, where they say it of themselves. */
  ownAge: AgeBand;
  tags: string[];
  supports: string[];
  wish: string | null;
  /** How they do not want to be reached, in their own words. */
  avoid: string | null;
}

export function hearStory(listen: Listen, text: string): Story {
  const said = fold(text);
  const people = hearPeople(listen, text);
  return {
    role: hearRole(listen, said, people),
    people,
    categories: hearCategories(listen, said),
    aware: found(said, listen.aware)[0]?.means ?? null,
    covered: listen.covered.some((word) => said.includes(word)),
    ownAge: people.length === 0 ? hearAge(listen, text) : "UNKNOWN",
    tags: [...new Set(found(said, listen.tags).map(({ means }) => means))],
    supports: [...new Set(found(said, listen.supports).map(({ means }) => means))],
    wish: sentenceWith(text, listen.wishes),
    avoid: sentenceWith(text, listen.avoid),
  };
}

/** The categories of the national form that the words speak of: more often first, then earlier first. */
export function hearCategories(listen: Listen, said: string): Category[] {
  const counts = new Map<Category, number>();
  // Every list is searched for itself: 認知症 is a matter of health and of care.
  for (const category of new Set(listen.categories.map(({ means }) => means))) {
    const hits = found(
      said,
      listen.categories.filter(({ means }) => means === category),
    );
    if (hits.length > 0) counts.set(category, hits.length - (hits[0]?.at ?? 0) / 10_000);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([category]) => category);
}

// --- internal ---

/**
 * Who writes, where the words leave no doubt; null where they do.
 * A family member named as the one who hurts (夫に殴られる) is not the one it is about.
 */
function hearRole(listen: Listen, said: string, people: Person[]): Role | null {
  const stated = found(said, listen.roles)[0]?.means ?? null;
  if (stated !== null) return stated;
  if (listen.doneToMe.some((word) => said.includes(word)) && !worriesForFamily(listen, said)) return "SELF";
  const family = people.some(({ relation }) => !["本人", "知人", "近隣", "支援者"].includes(relation));
  if (family) return speaksOfSelf(listen, said) && !worriesForFamily(listen, said) ? null : "FAMILY";
  if (people.some(({ relation }) => relation === "近隣")) return "NEIGHBOR";
  if (people.some(({ relation }) => relation === "知人")) return "FRIEND";
  return people.length > 0 || speaksOfSelf(listen, said) ? "SELF" : null;
}

const speaksOfSelf = (listen: Listen, said: string): boolean => listen.self.some((word) => said.includes(word));

/** 「母のこと」「弟が心配」: a relation followed at once by words of worry. */
const worriesForFamily = (listen: Listen, said: string): boolean =>
  found(said, listen.relations).some(({ at, word }) =>
    listen.worries.some((worry) => said.startsWith(worry, at + word.length)),
  );

/** The sentence that holds one of these words, as it was typed. */
function sentenceWith(text: string, words: string[]): string | null {
  const sentence = text
    .split(/[。\n！!？?]/)
    .map((part) => part.trim())
    .find((part) => words.some((word) => plain(part).includes(word)));
  return sentence === undefined || sentence.length > 200 ? null : sentence;
}
