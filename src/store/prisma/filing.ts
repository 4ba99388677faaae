// Files what talks owe: a few statements however many words there are, each harmless when repeated.
import type { Filing, Move } from "../../ports.ts";
import { inRounds } from "../filing.ts";
import { raised } from "../queue.ts";
import type { Sealer } from "../seal.ts";
import type { Base, Rows, Statement } from "./base.ts";
import { INTAKE_COLUMNS, intakeRow } from "./rows/intake.ts";
import { insertRows, isFree, notErased, OR_LEAVE, placeFrom, standsAt, takeOver, type Dialect } from "./rows/sql.ts";
import { numberedBy } from "./rows/talk.ts";
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
  `"${column}" = CASE WHEN "Intake".fixed LIKE '%${column}%' THEN "Intake"."${column}" ELSE excluded."${column}" END`;

const adding = (sql: Dialect, table: string, columns: readonly string[], holds: string): string =>
  `${insertRows(sql, table, columns)} WHERE ${notErased(sql.of("intake"))} AND ${holds} ${OR_LEAVE}`;

// Before the upsert, while the row still tells from which revision it was filed. Only to the more urgent.
const raising = ({ rows, of }: Dialect, holds: string): string => `
  UPDATE "Intake" SET urgency = ${of("raise")} FROM ${rows}
  WHERE "Intake".id = ${of("id")} AND "Intake".filed < ${of("filed")}
    AND ${of("raise")} < "Intake".urgency AND ${of("raise")} < 'E3' AND ${holds}`;

const upserting = (sql: Dialect, holds: string): string => `
  ${insertRows(sql, "Intake", INTAKE_COLUMNS)} WHERE ${holds}
  ON CONFLICT (id) DO UPDATE SET
    ${takeOver(INTAKE_COLUMNS.filter((column) => !KEPT.includes(column)))},
    "receiptNo" = coalesce(excluded."receiptNo", "Intake"."receiptNo"),
    "lastAt" = CASE WHEN excluded."lastAt" > "Intake"."lastAt" THEN excluded."lastAt" ELSE "Intake"."lastAt" END,
    ${["category", "district"].map(unlessFixed).join(", ")},
    unread = true,
    place = ${placeFrom(`"Intake".urgency`, "true")}
  WHERE "Intake".filed < excluded.filed`;

const takingBack = ({ rows, of }: Dialect, holds: string): string[] => [
  `UPDATE "Message" SET text = NULL, japanese = NULL, "retractedAt" = coalesce("retractedAt", ${of("at")})
   FROM ${rows} WHERE "Message".id = ${of("messageId")} AND ${holds}`,
  `UPDATE "Media" SET state = 'retracted' WHERE id IN (SELECT ${of("messageId")} FROM ${rows} WHERE ${holds})`,
  `DELETE FROM "MediaChunk" WHERE media IN (SELECT ${of("messageId")} FROM ${rows} WHERE ${holds})`,
];

/** A filing, and the move that it goes along with. */
interface Given {
  filing: Filing;
  along?: Record<string, unknown>;
}

/** How to file: the statements, to be run together, and what they are about. */
interface Filed {
  statements: Statement[];
  about: string[];
}

/**
 * How what moves file goes just before them in the same write: where the talk still stands at the move's base and its
 * receipt number is free, and so will be written. `about`: also the talks that begin from nothing, where there is no row
 * yet to hold.
 */
export function filedBefore(base: Base): (moves: Move[]) => Filed {
  const { sql } = base;
  const file = filer(base, `${standsAt(sql, sql.of("moved"), sql.of("base"))} AND ${isFree(sql)}`);
  return (moves) => {
    const { statements, about } = file(moves.flatMap((move) => (move.filing ? [givenBy(move, move.filing)] : [])));
    const begun = moves.filter(({ base: from }) => from === 0).map(({ talk }) => talk.key);
    return { statements, about: [...begun, ...about] };
  };
}

const givenBy = (move: Move, filing: Filing): Given => ({
  filing,
  along: { moved: move.talk.key, base: move.base, office: move.talk.office, ...numberedBy(move) },
});

/** `holds`: an SQL condition on each row. */
export function filer({ sql, sealer }: Base, holds = "true"): (all: Given[]) => Filed {
  const messages = adding(sql, "Message", MESSAGE_COLUMNS, holds);
  const entries = adding(sql, "Entry", ENTRY_COLUMNS, holds);
  const [filed, takeBack] = [[raising(sql, holds), upserting(sql, holds)], takingBack(sql, holds)];
  return (all) => {
    const rowsOf = <Row>(rows: (filing: Filing) => Row[]): Row[] =>
      all.flatMap(({ filing, along }) => rows(filing).map((row) => ({ ...along, ...row })));
    const said = rowsOf((filing) => filing.messages.map((message) => messageRow(message, sealer)));
    const noted = rowsOf((filing) => filing.entries.map((entry) => entryRow(entry, sealer)));
    const rounds = inRounds(rowsOf((filing) => filing.intakes)).map((round) =>
      round.map((row) => filedRow(row, sealer)),
    );
    const filings = rounds.flatMap((round) => over(filed, round));
    const words = [...over([messages], said), ...over([entries], noted)];
    const back = over(
      takeBack,
      rowsOf<Filing["retractions"][number] & Rows[number]>(({ retractions }) => retractions),
    );
    return { about: all.flatMap(({ filing }) => aboutOf(filing)), statements: [...words, ...filings, ...back] };
  };
}

/** These statements over all the rows; none where there are no rows. */
const over = (texts: string[], rows: Rows): Statement[] =>
  rows.length === 0 ? [] : texts.map((text): Statement => [text, rows]);

const aboutOf = ({ messages, entries, intakes, retractions }: Filing): string[] => [
  ...[...messages, ...entries].map((row) => row.intake),
  ...intakes.map(({ intake }) => intake.id),
  ...retractions.map(({ messageId }) => messageId),
];

function filedRow({ intake, raise, talkRevision, ...along }: FiledIntake, sealer: Sealer): Record<string, unknown> {
  const told = { ...intake, urgency: raised(intake.urgency, raise) };
  return { ...along, ...intakeRow(told, talkRevision, sealer), raise };
}
