// What the codes of the field are called on a staff page. One place, because papers and lists must say the same word.
import type {
  AgeBand,
  Category,
  Completeness,
  ConsentScope,
  ConsentValue,
  ContactChannel,
  RiskType,
  Role,
  ShareBasis,
  Status,
  Urgency,
} from "../flow/codes.ts";
import type { Flow } from "../flow/flow.ts";
import type { Entry, MessageKind } from "../intake/intake.ts";
import type { Office } from "../office/office.ts";
import * as needs from "./label/needs.ts";
import * as people from "./label/people.ts";
import * as work from "./label/work.ts";

export interface Labels {
  status: Record<Status, string>;
  urgency: Record<Urgency, string>;
  /** What the urgency asks of staff. */
  urgencyMeans: Record<Urgency, string>;
  role: Record<Role, string>;
  category: Record<Category, string>;
  /** Short enough for one cell of the queue. */
  categoryShort: Record<Category, string>;
  ageBand: Record<AgeBand, string>;
  risk: Record<RiskType, string>;
  scope: Record<ConsentScope, string>;
  consent: Record<ConsentValue, string>;
  channel: Record<ContactChannel, string>;
  completeness: Record<Completeness, string>;
  basis: Record<ShareBasis, string>;
  entry: Record<Entry["kind"], string>;
  message: Record<MessageKind, string>;
  lang: Record<string, string>;
}

/** The labels as this municipality writes them (障害, 障がい or 障碍), with the languages its flow knows by their Japanese names. */
export function labelsFor(disability: Office["disability"], flow?: Pick<Flow, "words" | "others">): Labels {
  return {
    ...labels,
    lang: { ...labels.lang, ...tonguesOf(flow) },
    category: { ...labels.category, HEALTH: `病気や健康、${disability}のこと` },
    risk: { ...labels.risk, DISABILITY_ABUSE: `${disability}者への虐待` },
  };
}

/** The label of a code, or the code itself where a newer program wrote one we do not know; 「—」 for none. */
export function labelOf(map: Record<string, string>, code: string | null): string {
  if (code === null || code === "") return "—";
  return map[code] ?? code;
}

/** 「ベトナム語・通訳要」; null for Japanese, やさしい日本語 too: staff read it as it stands. */
export const tongueWords = ({ lang }: Labels, code: string): string | null =>
  ["ja", "ja-easy"].includes(code) ? null : `${labelOf(lang, code)}・通訳要`;

// ── helpers ──

const tonguesOf = ({ words, others }: Pick<Flow, "words" | "others"> = { words: {}, others: [] }): Labels["lang"] =>
  Object.fromEntries(
    [...Object.entries(words), ...others.map((one) => [one.code, one] as const)].map(([code, { japanese }]) => [
      code,
      japanese,
    ]),
  );

const labels: Labels = { ...people, ...needs, ...work };
