// Which 分野 a matter may belong to: from what it is about, what was heard of each person, the danger, and their ages.
// Candidates for staff, several at once where several hold; nobody is sorted away by them.
import type { AgeBand, Category, RiskType } from "../../flow/codes.ts";
import type { FieldKind } from "./directory.ts";

/** As much of a record as routing looks at; `at` in ms since 1970. */
export interface Matter {
  categories: Category[];
  subjects: { ageBand: AgeBand; issueTags: string[]; district: string | null }[];
  district: string | null;
  riskTypes: RiskType[];
  at: number;
}

export interface Need {
  kind: FieldKind;
  /** Why, for staff: 「65歳以上」「認知症疑い」. */
  because: string[];
}

/** Years each band spans, both included. */
export const YEARS: Record<AgeBand, [from: number, to: number] | null> = {
  U6: [0, 5],
  "6-12": [6, 12],
  "13-15": [13, 15],
  "16-18": [16, 18],
  "19-29": [19, 29],
  "30-39": [30, 39],
  "40-49": [40, 49],
  "50-64": [50, 64],
  "65-74": [65, 74],
  "75-84": [75, 84],
  "85+": [85, 150],
  UNKNOWN: null,
};

/** One need a field, in the order: what it is about, who it is about, danger. `has`: does this town know the field? */
export function needsOf(matter: Matter, has: (kind: FieldKind) => boolean): Need[] {
  const ofPeople = [...byTags(matter), ...byAges(matter), ...byRisks(matter)];
  const sure = ofPeople.some(([kind]) => has(kind));
  return together([...byCategories(matter, sure), ...ofPeople]);
}

// --- internal ---

type Hit = [kind: FieldKind, because: string];

const BY_CATEGORY: Partial<Record<Category, Hit>> = {
  CARE: ["高齢", "介護のこと"],
  CHILDCARE: ["子ども", "子育てのこと"],
  HIKIKOMORI: ["ひきこもり", "ひきこもり・不登校"],
  HOUSING: ["困窮", "住まいのこと"],
  INCOME: ["困窮", "生活費のこと"],
  RENT_LOAN: ["困窮", "家賃やローンのこと"],
  TAX_UTIL: ["困窮", "税金や公共料金のこと"],
  DEBT: ["困窮", "債務のこと"],
  JOBSEEK: ["困窮", "仕事探しのこと"],
  WORK: ["困窮", "仕事のこと"],
  FOOD: ["困窮", "食べるもののこと"],
};

/** 課題の候補 as `flows/listen/` names them. */
const BY_TAG: Record<string, FieldKind[]> = {
  認知症疑い: ["高齢"],
  不登校: ["子ども"],
  ヤングケアラー: ["子ども"],
  ひとり親: ["子ども"],
  ダブルケア: ["高齢", "子ども"],
  "障害(疑い)": ["障害"],
  その他メンタルヘルスの課題: ["精神保健"],
  経済的困窮: ["困窮"],
  "(多重・過重)債務": ["困窮"],
  住まい不安定: ["困窮"],
  就職活動困難: ["困窮"],
};

const BY_RISK: Partial<Record<RiskType, Hit>> = {
  SELF_HARM: ["精神保健", "命の心配"],
  ELDER_ABUSE: ["高齢", "高齢者虐待の心配"],
  CHILD_ABUSE: ["子ども", "児童虐待の心配"],
  CHILD_ALONE: ["子ども", "子どもだけでいる心配"],
  DISABILITY_ABUSE: ["障害", "障害者虐待の心配"],
  NO_FOOD_OR_LIFELINE: ["困窮", "食べるもの・電気などの心配"],
  HOMELESS_TONIGHT: ["困窮", "今夜寝るところの心配"],
};

/** 「病気や健康、障害のこと」 is everybody's: it points to 障害 only where nothing else was heard. */
function byCategories(matter: Matter, sure: boolean): Hit[] {
  return matter.categories.flatMap((category): Hit[] => {
    if (category === "HEALTH") return sure ? [] : [["障害", "病気や健康のこと"]];
    const hit = category === "HIKIKOMORI" && isAtSchoolAge(matter) ? undefined : BY_CATEGORY[category];
    return hit === undefined ? [] : [hit];
  });
}

/** ひきこもり・不登校 is one item of the form: a child's is a matter of the field for children. */
function isAtSchoolAge({ subjects }: Matter): boolean {
  const known = subjects.filter(({ ageBand }) => ageBand !== "UNKNOWN");
  return (
    subjects.some(({ issueTags }) => issueTags.includes("不登校")) ||
    (known.length > 0 && known.every(({ ageBand }) => isChild(ageBand)))
  );
}

const byTags = ({ subjects }: Matter): Hit[] =>
  subjects.flatMap(({ issueTags }) => issueTags.flatMap((tag) => (BY_TAG[tag] ?? []).map((kind): Hit => [kind, tag])));

const byAges = ({ subjects }: Matter): Hit[] =>
  subjects.flatMap(({ ageBand }): Hit[] => {
    if (isChild(ageBand)) return [["子ども", "18歳以下"]];
    return (YEARS[ageBand]?.[0] ?? 0) >= 65 ? [["高齢", "65歳以上"]] : [];
  });

const byRisks = ({ riskTypes }: Matter): Hit[] => riskTypes.flatMap((risk) => (BY_RISK[risk] ? [BY_RISK[risk]] : []));

const isChild = (band: AgeBand): boolean => (YEARS[band]?.[1] ?? 150) <= 18;

function together(hits: Hit[]): Need[] {
  return [...new Set(hits.map(([kind]) => kind))].map((kind) => ({
    kind,
    because: [...new Set(hits.filter((hit) => hit[0] === kind).map(([, because]) => because))],
  }));
}
