// Hears whom a story is about: 「80代の両親と、41歳の弟」 → 親, 親, きょうだい with their ages.
import { AGE_BANDS, type AgeBand, type Relation } from "../../codes.ts";
import type { Person } from "../../state.ts";
import { without } from "../answer/choice.ts";
import { hearAges, type Age } from "./ages.ts";
import { stands, unharmed } from "../edges.ts";
import { isBeside, type BesideName } from "../ear/beside.ts";
import { isDoer, isDone } from "../ear/blows.ts";
import { anyIn } from "../ear/search.ts";
import { found, type Entry, type Listen } from "../lists.ts";

export interface People {
  /** Those the story is about. */
  about: Person[];
  /** Named, but as somebody else: the dead, whoever hurts, whoever must not know. */
  others: Relation[];
  /** An age that belongs to nobody who was named: the writer's own, most likely. */
  ownAge: Person["ageBand"];
}

type Named = Entry<Relation> & { at: number };

/** Everybody who is named by a relation, in the order of the text, with the age that stands beside. */
export const hearPeople = (listen: Listen, text: string): People =>
  listen.remember(`people ${text}`, () => peopleIn(listen, text));

function peopleIn(listen: Listen, text: string): People {
  const said = unharmed(listen, text);
  const ages = hearAges(listen, said);
  const named = joined(
    said,
    found(said, listen.relations).filter((name) => stands(listen, said, name.at, name)),
  );
  const bound = new Map(
    named.map((name, n) => {
      const age = ageOf(listen, said, ages, name, [named[n - 1], named[n + 1]]);
      return [name, age !== undefined && isToldOfWriter(said, ages, name, age) ? undefined : age];
    }),
  );
  const does = named.map((name, n) => listen.lang === "ja" && isDoer(said, name, named[n + 1]));
  const isOther = (name: Named, n: number): boolean =>
    does[n] === true || (does[n - 1] !== true && !isDone(said, name) && standsBy(said, name, listen.notAbout));
  const about = named.filter((name, n) => !isOther(name, n)).map((name) => personOf(name, bound.get(name)));
  const taken = new Set(bound.values());
  return {
    about: distinct(withPairs(about, listen)),
    others: named.filter(isOther).map(({ means }) => means),
    // 「10歳で母を亡くし、今は50歳」
    ownAge: eldest(ages.filter((age) => !age.bare && !taken.has(age)).map(({ band }) => band)),
  };
}

/** Somebody of school age. */
export const isOfChild = (band: AgeBand): boolean => band === "6-12" || band === "13-15" || band === "16-18";

/** Is one of these words said right beside the name (さん and ちゃん may stand between)? */
export function standsBy(said: string, { at, word }: { at: number; word: string }, words: BesideName): boolean {
  const next = said
    .slice(at + word.length)
    .replace(/^(さん|ちゃん|くん|様|たち|達)+/u, "")
    // 「おっとが たたきます」: where words are written apart, a pause is none.
    .replaceAll("、", "")
    .trimStart();
  // The blank before the name belongs to both.
  const last = said.slice(0, word.startsWith(" ") ? at + 1 : at);
  return isBeside(last, next, words);
}

/** Nobody is counted twice within one message: the mention that brings an age wins. */
export function distinct(people: Person[]): Person[] {
  const kept: Person[] = [];
  for (const person of people) {
    const same = kept.findIndex(({ relation, called }) => relation === person.relation && called === person.called);
    if (same < 0) kept.push(person);
    else if (kept[same]?.ageBand === "UNKNOWN") kept[same] = person;
  }
  return kept;
}

// --- internal ---

const eldest = (bands: AgeBand[]): AgeBand => AGE_BANDS.findLast((band) => bands.includes(band)) ?? "UNKNOWN";

const personOf = ({ means, word, spelled }: Named, age: Age | undefined): Person => ({
  relation: means,
  called: spelled ?? word,
  ageBand: age?.band ?? "UNKNOWN",
});

/** 「両親」 are two, unless father or mother is named beside. */
function withPairs(people: Person[], { pairs }: Listen): Person[] {
  return people.flatMap((person) => {
    const pair = pairs.find(({ word }) => word === person.called);
    if (pair === undefined) return [person];
    const named = people.some(({ relation, called }) => relation === person.relation && called !== person.called);
    return named ? [] : pair.parts.map((called) => ({ ...person, called }));
  });
}

/** 「77歳の父」: before, joined by の. 「父77歳」「父は、もう77歳」: behind, before the next person. */
function ageOf(
  listen: Listen,
  said: string,
  ages: Age[],
  { at, word }: Named,
  [last, after]: [Named | undefined, Named | undefined],
): Age | undefined {
  const [end, next] = [at + word.length, after?.at];
  const before = ages.find((age) => isBefore(said, age, at, last));
  if (before) return before;
  // 赤ちゃん and 小学生 name the person and the age at once.
  const within = ages.find((age) => age.at >= at && age.end <= end);
  if (within) return within;
  return ages.find((age) => {
    if (age.at < end || (next !== undefined && age.at >= next)) return false;
    const between = said.slice(end, age.at);
    // 「母は遠方。私は50歳」 tells the writer's own.
    if (anyIn(between, listen.self)) return false;
    const rest = said.slice(age.end, next);
    return age.bare
      ? /^(さん|は|が|も|、|ちゃん|\s)*$/u.test(without(listen, ` ${between} `)) ||
          (rest.trim() === "" && /^\s?\p{L}{1,5} $/u.test(between))
      : between.length <= 10 && !/^の[^、]*$/u.test(rest);
  });
}

/** 「おばあちゃんの介護してる高2です」: no grandmother is so young. 「子ども3人みてます。34です」: three have not one age. */
function isToldOfWriter(said: string, ages: Age[], { at, word, means }: Named, { at: told, band }: Age): boolean {
  if (told < at) return false;
  if (OLDER.has(means)) return isOfChild(band);
  return means === "子" && ages.length === 1 && SEVERAL.test(said.slice(at + word.length, told));
}

const OLDER = new Set<Relation>(["親", "祖父母"]);
const SEVERAL = /^(?:が|は|を|も)?(?:[2-9]|[二三四五六])人/u;

/** 「77歳の父」「77세 아버지」; in 「父78歳母75歳」 the first age is taken already. */
function isBefore(said: string, age: Age, at: number, last: Named | undefined): boolean {
  const between = said.slice(age.end, at);
  if (age.end > at || !/^(の|になる|くらいの|ぐらいの|過ぎの|前後の|的|\s*)$/u.test(between)) return false;
  const taken = last !== undefined && age.at >= last.at && age.at - last.at - last.word.length <= 3;
  return between.trim() !== "" || !taken;
}

/** 「隣の部屋の子ども」 is one person: next door, and a child. */
function joined(said: string, named: Named[]): Named[] {
  const isTheirs = (a: Named | undefined, b: Named | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    OUTSIDE.has(a.means) &&
    /^(の(.{0,10}の)?|家?的|의|에서)$/u.test(said.slice(a.at + a.word.length, b.at));
  return named.flatMap((name, n) => {
    if (isTheirs(name, named[n + 1])) return [];
    const before = named[n - 1];
    return [before !== undefined && isTheirs(before, name) ? { ...name, means: before.means } : name];
  });
}

const OUTSIDE = new Set<Relation>(["近隣", "知人", "支援者"]);
