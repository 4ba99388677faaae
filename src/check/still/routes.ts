// Whom staff are proposed: nothing that is closed on the day, and something even where the town's directory is empty.
// Every 分野 × district × age, on every day around which something in the office's file opens or ends.
import type { Book } from "../../book/book.ts";
import { AGE_BANDS, type AgeBand, type Category, type RiskType } from "../../flow/codes.ts";
import type { Office } from "../../office/office.ts";
import { routesFor, type Proposal } from "../../office/route.ts";
import type { Matter } from "../../office/town/needs.ts";
import type { Finding } from "../finding.ts";
import { emptied } from "./towns.ts";

/** Noon of a Tuesday in Japan. */
const NOON = Date.parse("2026-11-24T12:00+09:00");
const DAY = 86_400_000;

/** `route` is the office's own, but where a test wants to see a broken one refuted. */
export function routesBroken({ office }: Pick<Book, "office">, route: typeof routesFor = routesFor): Finding[] {
  const found = daysOf(office).flatMap((at) =>
    mattersOn(office, at).flatMap((matter) => closedIn(office, route(office, matter), matter.at)),
  );
  return [...found, ...unended(office), ...twice(office), ...emptyBroken(office, route)];
}

// --- internal ---

const inOffice = ({ id }: Office, ...path: (string | number)[]): Finding["place"] => ({
  file: `offices/${id}.yaml`,
  path,
});

/** Today, and the days before and after each day on which something opens or ends. */
function daysOf({ agencies, programmes }: Office): number[] {
  const edges = [...agencies, ...programmes].flatMap(({ validFrom, validTo }) => [validFrom, validTo]);
  const days = edges.flatMap((day) => (day === null ? [] : [Date.parse(`${day}T12:00+09:00`)]));
  return [...new Set([NOON, ...days.flatMap((day) => [day - DAY, day, day + DAY])])];
}

/** For each 分野 something that leads to it; what leads to several is the sum of these. */
const LEADS: { categories?: Category[]; riskTypes?: RiskType[]; tags?: string[] }[] = [
  { categories: ["CARE"] },
  { categories: ["HEALTH"] },
  { categories: ["CHILDCARE"] },
  { categories: ["INCOME"] },
  { categories: ["HIKIKOMORI"] },
  { riskTypes: ["SELF_HARM"] },
  { tags: ["不登校", "認知症疑い", "障害(疑い)"] },
  {},
];

/** Ages that agencies tell apart, and not known. */
const BANDS: AgeBand[] = AGE_BANDS.filter((band) => !["6-12", "19-29", "30-39", "75-84"].includes(band));

const mattersOn = ({ districts }: Office, at: number): Matter[] =>
  [null, ...districts.map(({ code }) => code)].flatMap((district) =>
    BANDS.flatMap((ageBand) =>
      LEADS.map(({ categories = [], riskTypes = [], tags = [] }) => ({
        categories,
        riskTypes,
        district,
        subjects: [{ ageBand, issueTags: tags, district: null }],
        at,
      })),
    ),
  );

/** By id, and by name where only a name is given: a name is open while one of its lines is. */
function closedIn(office: Office, proposals: Proposal[], at: number): Finding[] {
  const day = new Date(at + 9 * 3_600_000).toISOString().slice(0, 10);
  return proposals.flatMap(({ agency, name }): Finding[] => {
    const lines = office.agencies.flatMap((one, n) =>
      (agency === null ? one.name === name : one.id === agency) ? [{ ...one, n }] : [],
    );
    const isOpen = lines.some(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day));
    const [line] = lines;
    if (line === undefined || isOpen) return [];
    const what = `${day} に閉じている「${name}」を、職員にすすめます。`;
    return [{ law: "closed", what, place: inOffice(office, "agencies", line.n), talk: [] }];
  });
}

const ENDED = /閉鎖|閉所|閉館|廃止|移転前|(事業|業務|受付)(は|を|の|が)?終了|なくなった/u;

/** The note says that it is gone, and the file would go on proposing it. */
const unended = (office: Office): Finding[] =>
  (["agencies", "programmes", "resources"] as const).flatMap((list) =>
    office[list].flatMap(({ name, note, validTo }, n): Finding[] => {
      const said = ENDED.exec(note ?? "")?.[0];
      if (said === undefined || validTo !== null) return [];
      const what = `「${name}」は、note に「${said}」とあるのに、終わりの日（validTo）がありません。`;
      return [{ law: "closed", what, place: inOffice(office, list, n), talk: [] }];
    }),
  );

/** What has moved stands in two lines; the first ends before the second begins. */
const twice = (office: Office): Finding[] =>
  office.agencies.flatMap((one, n): Finding[] => {
    const other = office.agencies.slice(0, n).find(({ name, field }) => name === one.name && field === one.field);
    if (other === undefined) return [];
    const apart = (before: typeof one, after: typeof one): boolean =>
      before.validTo !== null && after.validFrom !== null && before.validTo < after.validFrom;
    if (apart(other, one) || apart(one, other)) return [];
    const what = `「${one.name}」が二つあり、同じ日に開いています。移る前の行に、終わりの日（validTo）を書いてください。`;
    return [{ law: "closed", what, place: inOffice(office, "agencies", office.agencies.indexOf(other)), talk: [] }];
  });

/** With nothing in the directory the desk itself takes it, whatever it is. */
function emptyBroken(office: Office, route: typeof routesFor): Finding[] {
  const bare = emptied(office);
  const broken = mattersOn(bare, NOON).some((matter) => {
    try {
      return route(bare, matter)[0]?.name !== office.desk.name;
    } catch {
      return true;
    }
  });
  const what = "機関の名簿が空の自治体で、窓口が候補に出ません。";
  return broken ? [{ law: "directory", what, place: inOffice(office, "desk"), talk: [] }] : [];
}
