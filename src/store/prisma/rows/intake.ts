// 受付票 between the port and its table: what is clear, what is sealed.
import type { Intake as Row } from "#prisma";
import { fixedBy } from "../../../intake/confirmed.ts";
import type { Confirmed, Intake } from "../../../intake/intake.ts";
import { hasEnded } from "../../../intake/acts.ts";
import { placeOf } from "../../queue.ts";
import { unlessDamaged, type Sealer } from "../../seal.ts";

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
const DERIVED = ["role", "category", "district", "place", "ended", "filed", "fixed"] as const;
const SEALED = ["facts", "reporter", "contactPlan"] as const;
const CONFIRMED = "confirmed";

export const INTAKE_COLUMNS = [...PLAIN, ...DERIVED, ...SEALED, CONFIRMED] as const;

const context = (column: string, id: string): string => `Intake.${column}:${id}`;

/** A row to be written. `filed` is the revision of the talk it is filed from. */
export function intakeRow(intake: Intake, filed: number, sealer: Sealer): Record<string, unknown> {
  const { seal } = sealer;
  const sealed = SEALED.map((column) => [column, seal(JSON.stringify(intake[column]), context(column, intake.id))]);
  return {
    ...Object.fromEntries(PLAIN.map((column) => [column, intake[column]])),
    role: intake.reporter.role,
    category: intake.facts.primaryCategory,
    district: intake.facts.district,
    place: placeOf(intake),
    ended: hasEnded(intake.status),
    filed,
    confirmed: null,
    fixed: "",
    ...Object.fromEntries(sealed),
    ...(intake.confirmed && confirmedRow(intake.id, intake.confirmed, sealer)),
  };
}

/** The columns that change with what staff confirm. */
export function confirmedRow(id: string, confirmed: Confirmed, { seal }: Sealer): Record<string, unknown> {
  const fixed = fixedBy(confirmed);
  return {
    confirmed: seal(JSON.stringify(confirmed), context(CONFIRMED, id)),
    fixed: fixed.join(" "),
    ...(fixed.includes("category") && { category: confirmed.primaryCategory }),
    ...(fixed.includes("district") && { district: confirmed.district }),
  };
}

/** Opens a row; null where it was damaged. */
export const readableIntake = (row: Row, sealer: Sealer): Intake | null => unlessDamaged(() => intakeOf(row, sealer));

/** Opens a row. Throws WrongDataKey. */
export function intakeOf(row: Row, { open }: Sealer): Intake {
  const plain = Object.fromEntries(PLAIN.map((column) => [column, countable(row[column])]));
  const sealed = SEALED.map((column) => [column, JSON.parse(open(row[column], context(column, row.id)))]);
  const confirmed =
    row.confirmed === null ? {} : { confirmed: JSON.parse(open(row.confirmed, context(CONFIRMED, row.id))) };
  return { ...plain, ...Object.fromEntries(sealed), ...confirmed } as Intake;
}

const countable = (value: unknown): unknown => (typeof value === "bigint" ? Number(value) : value);
