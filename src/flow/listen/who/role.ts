// Who writes, where the words leave no doubt: a daughter, a neighbour, a child, somebody of a school.
import type { AgeBand, Relation, Role } from "../../codes.ts";
import type { Person } from "../../state.ts";
import { without } from "../answer/choice.ts";
import { isBetween, isDone, NEXT_TO } from "../ear/blows.ts";
import { anyIn, standingIn } from "../ear/search.ts";
import { blanked, stands, unharmed } from "../edges.ts";
import { found, type Listen } from "../lists.ts";
import { isOfChild, standsBy, type People } from "./people.ts";

/** Null where the words leave doubt, and then it is asked. `about`: those of `people` the matter is about. */
export function hearRole(listen: Listen, text: string, about: Person[], { others, ownAge }: People): Role | null {
  const role = roleOf(listen, text, about, others.length > 0);
  return saysNothingElse(role) && isChildsOwn(listen, text, about, ownAge) ? "CHILD" : role;
}

// --- internal ---

/** Somebody named only as the one who hurts, who died or who must not know is not whom it is about. */
function roleOf(listen: Listen, text: string, people: Person[], hasOthers: boolean): Role | null {
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

/**
 * 「あたし小5」「おかあさんがないてる ぼく 8さい」: a child's own age. Behind a brother, a son or a neighbour it may be theirs; a text
 * that names nobody tells it of the writer where it is short.
 */
function isChildsOwn(listen: Listen, text: string, people: Person[], ownAge: AgeBand): boolean {
  if (!isOfChild(ownAge) || !people.every(({ relation }) => relation === "親" || relation === "祖父母")) return false;
  return people.length > 0 || listen.lengthOf(text) <= ONLY_AN_AGE || speaksOfSelf(listen, unharmed(listen, text));
}

/** Who said what they are (担任です, ケアマネです) is no child, whatever age stands beside. */
const saysNothingElse = (role: Role | null): boolean => role === null || role === "SELF" || role === "FAMILY";

/** Letters of Japanese. */
const ONLY_AN_AGE = 10;

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
