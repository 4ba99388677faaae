// 受付票 between the port and its table: what is clear, what is sealed.
import type { Intake as Row } from "#prisma";
import type { Intake } from "../../../intake/intake.ts";
import { hasEnded } from "../../../intake/acts.ts";
import { placeOf } from "../../queue.ts";
import type { Sealer } from "../../seal.ts";

/** Columns as they are in the record. */
const PLAIN = [
  "id",
  "office",
  "talk",
  "receiptNo",
  "channel",
  "receivedAt",
  "lastAt",
  "completeness",
  "status",
  "closeReason",
  "urgency",
  "lang",
  "owner",
  "unread",
  "firstHumanReplyAt",
  "linkedFrom",
  "revision",
] as const satisfies readonly (keyof Intake & keyof Row)[];

/** Columns derived for filters and order, each a code. */
const DERIVED = ["role", "category", "district", "place", "ended", "filed"] as const;
const SEALED = ["facts", "reporter", "contactPlan"] as const;

export const INTAKE_COLUMNS = [...PLAIN, ...DERIVED, ...SEALED] as const;

const context = (column: string, id: string): string => `Intake.${column}:${id}`;

/** A row ready for JSON. `filed` is the revision of the talk it is filed from. */
export function intakeRow(intake: Intake, filed: number, { seal }: Sealer): Record<string, unknown> {
  const sealed = SEALED.map((column) => [column, seal(JSON.stringify(intake[column]), context(column, intake.id))]);
  return {
    ...Object.fromEntries(PLAIN.map((column) => [column, intake[column]])),
    role: intake.reporter.role,
    category: intake.facts.primaryCategory,
    district: intake.facts.district,
    place: placeOf(intake),
    ended: hasEnded(intake.status),
    filed,
    ...Object.fromEntries(sealed),
  };
}

/** Opens a row. Throws WrongDataKey. */
export function intakeOf(row: Row, { open }: Sealer): Intake {
  const plain = Object.fromEntries(PLAIN.map((column) => [column, countable(row[column])]));
  const sealed = SEALED.map((column) => [column, JSON.parse(open(row[column], context(column, row.id)))]);
  return { ...plain, ...Object.fromEntries(sealed) } as Intake;
}

const countable = (value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);
