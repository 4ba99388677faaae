// Hears whom a story is about: 「80代の両親と、41歳の弟」 → 親, 親, きょうだい with their ages.
import { fold } from "./normal.ts";
import type { AgeBand, Relation } from "../codes.ts";
import type { Person } from "../state.ts";
import { found, type Listen } from "./lists.ts";

interface Age {
  at: number;
  end: number;
  band: AgeBand;
}

/** Everybody who is named by a relation, in the order of the text, with the age that stands nearest. */
export function hearPeople(listen: Listen, text: string): Person[] {
  const said = fold(text);
  const ages = hearAges(listen, said);
  const named = joined(said, found(said, listen.relations));
  return named.flatMap((name, index) => {
    const person: Person = {
      relation: name.means,
      called: spelled(listen, name.word),
      ageBand: ageOf(said, name.at, name.word.length, named[index + 1]?.at, ages),
    };
    return listen.pairs.has(name.word) ? [person, { ...person }] : [person];
  });
}

/** The first age in the text, whoever it is of; UNKNOWN where there is none. */
export const hearAge = (listen: Listen, text: string): AgeBand => hearAges(listen, fold(text))[0]?.band ?? "UNKNOWN";

/** Years → the age band of the forms. */
export function bandOf(years: number): AgeBand {
  if (years < 6) return "U6";
  const upTo: [number, AgeBand][] = [
    [12, "6-12"],
    [15, "13-15"],
    [18, "16-18"],
    [29, "19-29"],
    [39, "30-39"],
    [49, "40-49"],
    [64, "50-64"],
    [74, "65-74"],
    [84, "75-84"],
  ];
  return upTo.find(([last]) => years <= last)?.[1] ?? "85+";
}

// --- internal ---

/** 「隣の部屋の子ども」 is one person: next door, and a child. */
function joined(said: string, named: ReturnType<typeof found<Relation>>): ReturnType<typeof found<Relation>> {
  return named.flatMap((name, index) => {
    const next = named[index + 1];
    const before = named[index - 1];
    if (next && OUTSIDE.has(name.means) && said.slice(name.at + name.word.length, next.at) === "の") return [];
    const isTheirs =
      before && OUTSIDE.has(before.means) && said.slice(before.at + before.word.length, name.at) === "の";
    return [isTheirs ? { ...name, means: before.means } : name];
  });
}

const OUTSIDE = new Set<Relation>(["近隣", "知人"]);

/** The word as the list spells it; the text itself is folded. */
const spelled = (listen: Listen, word: string): string =>
  listen.relations.find((entry) => entry.word === word)?.spelled ?? word;

/** 「77歳の父」: before, joined by の. 「父77歳」「父は、もう77歳」: behind, before the next person. */
function ageOf(said: string, at: number, length: number, next: number | undefined, ages: Age[]): AgeBand {
  const before = ages.find(
    (age) => age.end <= at && at - age.end <= 3 && /^(の|になる|くらいの|ぐらいの)?$/.test(said.slice(age.end, at)),
  );
  if (before) return before.band;
  const behind = ages.find(
    (age) => age.at >= at + length && age.at - at - length <= 12 && (next === undefined || age.at < next),
  );
  return behind && !/^の(?=[^0-9])/.test(said.slice(behind.end, next)) ? behind.band : "UNKNOWN";
}

/** 「八十二」 → 82 */
function yearsOf(numeral: string): number {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const [tens = "", ones = ""] = numeral.includes("十") ? numeral.split("十") : ["", numeral];
  const digits = (text: string): number =>
    text.split("").reduce((sum, kanji) => sum * 10 + "〇一二三四五六七八九".indexOf(kanji), 0);
  return numeral.includes("十") ? (tens === "" ? 1 : digits(tens)) * 10 + digits(ones) : digits(ones);
}

function hearAges(listen: Listen, said: string): Age[] {
  const spoken = [...said.matchAll(/(\d{1,3}|[一二三四五六七八九十]{1,4})(歳|才|さい|代|だい)/g)].flatMap((hit) => {
    const years = yearsOf(hit[1] ?? "") + (/代|だい/.test(hit[2] ?? "") ? 5 : 0);
    return years > 120 ? [] : [{ at: hit.index, end: hit.index + hit[0].length, band: bandOf(years) }];
  });
  const bare = [...said.matchAll(/(?<=[ぁ-んァ-ヶ一-龠])(\d{2})(?![\d年月日時分円人回万番階号丁-])/g)].map((hit) => ({
    at: hit.index,
    end: hit.index + 2,
    band: bandOf(Number(hit[1])),
  }));
  const schools = found(said, listen.ages).map((hit) => ({
    at: hit.at,
    end: hit.at + hit.word.length,
    band: hit.means,
  }));
  return [...spoken, ...schools, ...(spoken.length === 0 ? bare : [])].sort((a, b) => a.at - b.at);
}
