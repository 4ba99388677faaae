// Files what talks owe: a few statements however many words there are, each harmless when repeated.
import type { Filing, Move } from "../../ports.ts";
import { inRounds } from "../filing.ts";
import { raised } from "../queue.ts";
import type { Sealer } from "../seal.ts";
import type { Base, Rows, Statement } from "./base.ts";
import { INTAKE_COLUMNS, intakeRow } from "./rows/intake.ts";
import { insertRows, notErased, OR_LEAVE, placeFrom, standsAt, takeOver, type Dialect } from "./rows/sql.ts";
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

const adding = (sql: Dialect, table: string, columns: readonly string[]): string =>
  `${insertRows(sql, table, columns)} WHERE ${notErased(sql.of("intake"))} ${OR_LEAVE}`;

// Before the upsert, while the row still tells from which revision it was filed. Only to the more urgent.
const raising = ({ rows, of }: Dialect): string => `
  UPDATE "Intake" SET urgency = ${of("raise")} FROM ${rows}
  WHERE "Intake".id = ${of("id")} AND "Intake".filed < ${of("filed")}
    AND ${of("raise")} < "Intake".urgency AND ${of("raise")} < 'E3'`;

const upserting = (sql: Dialect): string => `
  ${insertRows(sql, "Intake", INTAKE_COLUMNS)} WHERE true
  ON CONFLICT (id) DO UPDATE SET
    ${takeOver(INTAKE_COLUMNS.filter((column) => !KEPT.includes(column)))},
    "receiptNo" = coalesce(excluded."receiptNo", "Intake"."receiptNo"),
    "lastAt" = CASE WHEN excluded."lastAt" > "Intake"."lastAt" THEN excluded."lastAt" ELSE "Intake"."lastAt" END,
    ${["category", "district"].map(unlessFixed).join(", ")},
    unread = true,
    place = ${placeFrom(`"Intake".urgency`, "true")}
  WHERE "Intake".filed < excluded.filed`;

const takingBack = ({ rows, of }: Dialect): string[] => [
  `UPDATE "Message" SET text = NULL, japanese = NULL, "retractedAt" = coalesce("retractedAt", ${of("at")})
   FROM ${rows} WHERE "Message".id = ${of("messageId")}`,
  `UPDATE "Media" SET state = 'retracted' WHERE id IN (SELECT ${of("messageId")} FROM ${rows})`,
  `DELETE FROM "MediaChunk" WHERE media IN (SELECT ${of("messageId")} FROM ${rows})`,
];

/**
 * How the words of moves are filed just before them in the same write: where the talk still stands at the move's base, and
 * so will be written. `about`: also the talks that begin from nothing, where there is no row yet to hold.
 */
export function wordsBefore({ sql, sealer }: Base): (moves: Move[]) => { words: Statement[]; about: string[] } {
  const text = `${insertRows(sql, "Message", MESSAGE_COLUMNS)} WHERE ${notErased(sql.of("intake"))}
    AND ${standsAt(sql, sql.of("talk"), sql.of("base"))} ${OR_LEAVE}`;
  return (moves) => {
    const all = moves.flatMap(({ talk, base, words = [] }) => words.map((word) => ({ word, talk: talk.key, base })));
    const rows = all.map(({ word, ...at }) => ({ ...messageRow(word, sealer), ...at }));
    const begun = moves.filter(({ base }) => base === 0).map(({ talk }) => talk.key);
    return { words: over([text], rows), about: [...begun, ...all.map(({ word }) => word.intake)] };
  };
}

/** How to file: the statements of one filing, to be run together, and what they are about. */
export function filer({ sql, sealer }: Base): (filing: Filing) => { statements: Statement[]; about: string[] } {
  const [messages, entries] = [adding(sql, "Message", MESSAGE_COLUMNS), adding(sql, "Entry", ENTRY_COLUMNS)];
  const [filed, takeBack] = [[raising(sql), upserting(sql)], takingBack(sql)];
  return (filing) => {
    const said = filing.messages.map((message) => messageRow(message, sealer));
    const noted = filing.entries.map((entry) => entryRow(entry, sealer));
    const rounds = inRounds(filing.intakes).map((round) => round.map((row) => filedRow(row, sealer)));
    const filings = rounds.flatMap((round) => over(filed, round));
    const words = [...over([messages], said), ...over([entries], noted)];
    return { about: aboutOf(filing), statements: [...words, ...filings, ...over(takeBack, filing.retractions)] };
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

function filedRow({ intake, raise, talkRevision }: FiledIntake, sealer: Sealer): Record<string, unknown> {
  const told = { ...intake, urgency: raised(intake.urgency, raise) };
  return { ...intakeRow(told, talkRevision, sealer), raise };
}
