// 確かめる・直す: what the talk told are candidates; a person says what it is, and that stands.
import { AGE_BANDS, CATEGORIES, NOT_ASKED, RELATIONS, type Category } from "../../flow/codes.ts";
import type { Office } from "../../office/office.ts";
import { keyOf, withConfirmed } from "../confirmed.ts";
import type { Confirmed, Intake, Subject } from "../intake.ts";
import { change, done, pick, refused, said, slip, type By, type Made } from "./change.ts";
import { overlong } from "./length.ts";

interface Typed {
  category: string;
  others: string[];
  district: string;
  /** In the order of the record, then who is new; a relation that is undefined was not to be seen, "" is nobody. */
  people: { relation: string | undefined; ageBand: string }[];
  /** All that is shown is right, not only what was changed. */
  all: boolean;
  why: string;
}

/** Only what was changed is confirmed, unless all of it was. */
export function putRight(intake: Intake, typed: Typed, office: Office, by: By): Made {
  const { facts } = withConfirmed(intake);
  const now = { ...categoryOf(typed), ...districtOf(typed, office), subjects: peopleOf(facts.subjects, typed) };
  const before: Values = {
    ...facts,
    ...categoryOf({ category: facts.primaryCategory ?? "", others: facts.categories }),
  };
  const fields = (Object.keys(now) as (keyof typeof now)[]).filter(
    (field) => typed.all || differs(before[field], now[field]),
  );
  const changed = fields.some((field) => differs(before[field], now[field]));
  if (fields.length === 0) return slip("all", "変えたところがありません。このままでよければ、印をつけてください");
  if (changed && typed.why.trim() === "") return slip("why", "どう確かめたかを、一言書いてください");
  const long = overlong("why", typed.why);
  if (long.length > 0) return refused(long);
  const kept = Object.fromEntries(fields.map((field) => [field, now[field]])) as Partial<Confirmed>;
  const heard = fields.includes("subjects") ? { heard: intake.facts.subjects.map(keyOf) } : {};
  const confirmed = { ...intake.confirmed, ...kept, ...heard };
  return done(change(intake, by, "confirmed", bodyOf(before, kept, typed.why), { confirmed }));
}

// --- internal ---

type Values = Pick<Confirmed, "primaryCategory" | "categories" | "district" | "districtText" | "subjects">;

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** ◎ first, then ○ in the order of the national form. */
function categoryOf({ category, others }: { category: string; others: readonly string[] }) {
  const primaryCategory = pick(CATEGORIES, category);
  const rest = CATEGORIES.filter((code) => others.includes(code) && code !== primaryCategory);
  const categories: Category[] = primaryCategory === null ? rest : [primaryCategory, ...rest];
  return { primaryCategory, categories };
}

const districtOf = ({ district }: Typed, { districts }: Office): Values =>
  districts.length === 0
    ? { districtText: district.trim() }
    : { district: districts.find(({ code }) => code === district)?.code ?? null };

function peopleOf(before: Subject[], { people }: Typed): Subject[] {
  const kept = people.flatMap(({ relation, ageBand }, n) => {
    const known = before[n];
    const is = relation === undefined ? known?.relation : (pick([...RELATIONS, NOT_ASKED], relation) ?? undefined);
    if (is === undefined) return [];
    const age = pick(AGE_BANDS, ageBand) ?? "UNKNOWN";
    const plain: Subject = known ?? { relation: is, ageBand: age, district: null, aware: "わからない", issueTags: [] };
    return [{ ...plain, relation: is, ageBand: age }];
  });
  return [...kept, ...before.slice(people.length)];
}

/** What it was and what it is now, for the history: codes, and whom it is about in one line. */
function bodyOf(before: Values, now: Values, why: string): Record<string, string> {
  const tell = (field: keyof Values, words: (values: Values) => string): Record<string, string> =>
    now[field] === undefined ? {} : { [`${field}From`]: words(before) || "—", [`${field}To`]: words(now) || "—" };
  return said({
    ...tell("primaryCategory", (values) => values.primaryCategory ?? ""),
    ...tell("categories", ({ categories = [] }) => categories.join(" ")),
    ...tell("district", (values) => values.district ?? ""),
    ...tell("districtText", (values) => values.districtText ?? ""),
    ...tell("subjects", ({ subjects = [] }) =>
      subjects.map(({ relation, ageBand }) => `${relation} ${ageBand}`).join("／"),
    ),
    why,
  });
}
