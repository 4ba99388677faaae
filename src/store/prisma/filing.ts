// Files what talks owe: a few statements however many words there are, each harmless when repeated.
import type { Filing } from "../../ports.ts";
import { inRounds } from "../filing.ts";
import { raised } from "../queue.ts";
import type { Sealer } from "../seal.ts";
import type { Statement } from "./base.ts";
import { INTAKE_COLUMNS, intakeRow } from "./rows/intake.ts";
import { insertRows, notErased, of, placeFrom, takeOver } from "./rows/sql.ts";
import { ENTRY_COLUMNS, entryRow, MESSAGE_COLUMNS, messageRow } from "./rows/words.ts";

type FiledIntake = Filing["intakes"][number];

/** Staff's, or reckoned below: a record that is filed again keeps them. */
const KEPT = [
  "receiptNo",
  "lastAt",
  "status",
  "ended",
  "closeReason",
  "urgency",
  "owner",
  "unread",
  "place",
  "firstHumanReplyAt",
  "revision",
  "confirmed",
  "fixed",
  "category",
  "district",
];

/** What staff confirmed stands; the rest is as the talk tells it. */
const unlessFixed = (column: string): string =>
  `"${column}" = iif(instr("Intake".fixed, '${column}') > 0, "Intake"."${column}", excluded."${column}")`;

const INSERT_MESSAGES = `${insertRows("Message", MESSAGE_COLUMNS, "INSERT OR IGNORE")} WHERE ${notErased(of("intake"))}`;
const INSERT_ENTRIES = `${insertRows("Entry", ENTRY_COLUMNS, "INSERT OR IGNORE")} WHERE ${notErased(of("intake"))}`;

// Before the upsert, while the row still tells from which revision it was filed. Only to the more urgent.
const RAISE = `
  UPDATE "Intake" SET urgency = ${of("raise")} FROM json_each(?) AS j
  WHERE "Intake".id = ${of("id")} AND "Intake".filed < ${of("filed")}
    AND ${of("raise")} < "Intake".urgency AND ${of("raise")} < 'E3'`;

const UPSERT = `
  ${insertRows("Intake", INTAKE_COLUMNS)} WHERE true
  ON CONFLICT (id) DO UPDATE SET
    ${takeOver(INTAKE_COLUMNS.filter((column) => !KEPT.includes(column)))},
    "receiptNo" = coalesce(excluded."receiptNo", "Intake"."receiptNo"),
    "lastAt" = max(excluded."lastAt", "Intake"."lastAt"),
    ${["category", "district"].map(unlessFixed).join(", ")},
    unread = 1,
    place = ${placeFrom(`"Intake".urgency`, "1")}
  WHERE "Intake".filed < excluded.filed`;

const TAKE_BACK = [
  `UPDATE "Message" SET text = NULL, japanese = NULL, "retractedAt" = coalesce("retractedAt", ${of("at")})
   FROM json_each(?) AS j WHERE "Message".id = ${of("messageId")}`,
  `UPDATE "Media" SET state = 'retracted' WHERE id IN (SELECT ${of("messageId")} FROM json_each(?) AS j)`,
  `DELETE FROM "MediaChunk" WHERE media IN (SELECT ${of("messageId")} FROM json_each(?) AS j)`,
];

/** The statements of one filing, to be run together. */
export function filingStatements(filing: Filing, sealer: Sealer): Statement[] {
  const statements: Statement[] = [];
  const add = (texts: string[], rows: unknown[]): void => {
    if (rows.length > 0) statements.push(...texts.map((text): Statement => [text, JSON.stringify(rows)]));
  };
  const messages = filing.messages.map((message) => messageRow(message, sealer));
  const entries = filing.entries.map((entry) => entryRow(entry, sealer));
  add([INSERT_MESSAGES], messages);
  add([INSERT_ENTRIES], entries);
  for (const round of inRounds(filing.intakes))
    add(
      [RAISE, UPSERT],
      round.map((row) => filedRow(row, sealer)),
    );
  add(TAKE_BACK, filing.retractions);
  return statements;
}

function filedRow({ intake, raise, talkRevision }: FiledIntake, sealer: Sealer): Record<string, unknown> {
  const told = { ...intake, urgency: raised(intake.urgency, raise) };
  return { ...intakeRow(told, talkRevision, sealer), raise };
}
