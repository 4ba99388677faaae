// Whom staff might pass a matter to (候補): field × district × age × day → this town's agencies by name, with the reason.
// For staff only: nothing of this is ever said to a resident, and a person decides. Where the district is not known, the
// 所管課 is named; a centre is never guessed.
import { wallOf } from "./hours.ts";
import type { Office } from "./office.ts";
import { existsOn, type Agency, type FieldKind } from "./town/directory.ts";
import { needsOf, YEARS, type Matter, type Need } from "./town/needs.ts";
import { around } from "./town/place.ts";

export interface Proposal {
  /** Id of the agency in the office's file; null for a 所管課, a programme and the desk itself. */
  agency: string | null;
  name: string;
  /** 「65歳以上・岩根地区」. */
  why: string;
  /** 所管課; null where the office has not named one. */
  division: string | null;
}

/** What this town has for the matter on its day; never empty: where nothing is known, the desk itself. */
export function routesFor(office: Office, matter: Matter): Proposal[] {
  const day = dayOf(matter.at);
  const has = (kind: FieldKind): boolean =>
    office.fields.some((field) => field.kind === kind) || office.agencies.some(({ field }) => field === kind);
  const found = needsOf(matter, has).flatMap((need) => inField(office, need, matter, day));
  const named = found.filter(({ name }, n) => found.findIndex((other) => other.name === name) === n);
  return named.length > 0 ? named : [{ agency: null, name: office.desk.name, why: "窓口で受け止める", division: null }];
}

/** True where nobody but the desk itself is named. */
export const isDeskOnly = (office: Office, [first]: Proposal[]): boolean =>
  first?.agency === null && first.division === null && first.name === office.desk.name;

/** 「木更津市西部地域包括支援センター（65歳以上・岩根地区。所管課 高齢者福祉課）」 */
export const sayProposal = ({ name, why, division }: Proposal): string =>
  `${name}（${why}${division === null || division === name ? "" : `。所管課 ${division}`}）`;

// --- internal ---

type Reach = "whole" | "here" | "elsewhere" | "no-district" | "no-table";

/** The agencies of one field that serve this place; and the 所管課 where that cannot be told. */
function inField(office: Office, need: Need, matter: Matter, day: string): Proposal[] {
  const field = office.fields.find(({ kind }) => kind === need.kind);
  const agencies = office.agencies.filter((agency) => agency.field === need.kind && serves(agency, matter, day));
  if (field === undefined && agencies.length === 0)
    return need.kind === "ひきこもり" ? outreach(office, need, day) : [];
  const places = placesOf(office, matter);
  const named = agencies.filter((agency) => ["whole", "here"].includes(reachOf(agency, places)));
  const division = field?.division ?? agencies[0]?.division ?? null;
  const reached = agencies.map((agency) => reachOf(agency, places));
  return [
    ...named.map((agency) => proposalOf(office, agency, need, places, division)),
    ...divisionToo(need, reached, division, agencies.find(({ districts }) => districts === null)?.name ?? null),
  ];
}

/**
 * The 所管課 decides where nobody is named, or where it is not known which of several would be the one. Where the office has
 * named no 所管課, `kind` (「地域包括支援センター」) stands for all of its kind: it says what to look for, not which one.
 */
function divisionToo({ because }: Need, reached: Reach[], division: string | null, kind: string | null): Proposal[] {
  const named = reached.some((reach) => reach === "whole" || reach === "here");
  const open = reached.find((reach) => reach === "no-table" || reach === "no-district");
  const name = division ?? kind;
  if (name === null || (named && open === undefined)) return [];
  const why = [...because, DIVISION_WHY[open ?? reached[0] ?? "whole"]].join("・");
  return [{ agency: null, name, why, division }];
}

const DIVISION_WHY: Record<Reach, string> = {
  whole: "所管課",
  here: "所管課",
  elsewhere: "この地区を受け持つところが名簿にない",
  "no-district": "地区がまだわからない",
  "no-table": "担当地区の表がない",
};

function proposalOf(
  office: Office,
  agency: Agency,
  { because }: Need,
  places: string[],
  division: string | null,
): Proposal {
  const here = places.find((place) => agency.districts?.includes(place));
  const label = office.districts.find(({ code }) => code === here)?.label;
  const why = [...because, ...(label === undefined ? [] : [label])].join("・");
  return { agency: agency.id, name: agency.name, why, division: agency.division ?? division };
}

/** Where the town has no field for it, whoever goes out to people who cannot come by themselves (4号). */
const outreach = (office: Office, { because }: Need, day: string): Proposal[] =>
  office.programmes
    .filter((programme) => programme.kind === "アウトリーチ" && existsOn(programme, day))
    .flatMap(({ host, division }) => {
      const name = host ?? division;
      return name === null ? [] : [{ agency: null, name, why: [...because, "アウトリーチ"].join("・"), division }];
    });

function serves(agency: Agency, { subjects }: Matter, day: string): boolean {
  const ages = subjects.map(({ ageBand }) => YEARS[ageBand]);
  const isOutside = (age: (typeof ages)[number]) =>
    age !== null && (age[1] < (agency.ageFrom ?? 0) || age[0] > (agency.ageTo ?? 150));
  return existsOn(agency, day) && !(ages.length > 0 && ages.every(isOutside));
}

/** The districts that were told, each with the larger ones around it. */
const placesOf = ({ districts }: Office, { district, subjects }: Matter): string[] =>
  [district, ...subjects.map((subject) => subject.district)].flatMap((code) => around(districts, code));

function reachOf({ districts }: Agency, places: string[]): Reach {
  if (districts === null) return "no-table";
  if (districts.length === 0) return "whole";
  if (places.length === 0) return "no-district";
  return districts.some((code) => places.includes(code)) ? "here" : "elsewhere";
}

/** "2026-11-24" in Japan. */
function dayOf(at: number): string {
  const { year, month, day } = wallOf(at);
  return [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}
