// Files what talks owe: a few statements however many words there are, each harmless when repeated.
import type { Filing, Move } from "../../ports.ts";
import { inRounds } from "../filing.ts";
import { raised } from "../queue.ts";
import type { Sealer } from "../seal.ts";
import type { Base, Statement } from "./base.ts";
import { INTAKE_COLUMNS, intakeRow } from "./rows/intake.ts";
import { insertRows, notErased, OR_LEAVE, placeFrom, takeOver, type Dialect } from "./rows/sql.ts";
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

/** So many letters of a sealed cell tell it from every other: they hold its nonce. */
const MARK = 17;

type Along = [statement: Statement | null, about: string[]];

/** How the words of moves are filed behind them in the same write: those of the talks that were written, and no other. */
export function alongWith({ sql, sealer }: Base): (moves: Move[], rows: { key: string; sealed: string }[]) => Along {
  const text = `${insertRows(sql, "Message", MESSAGE_COLUMNS)} WHERE ${notErased(sql.of("intake"))}
    AND EXISTS (SELECT 1 FROM "Talk" AS t
      WHERE t."key" = ${sql.of("talk")} AND substr(t.sealed, 1, ${MARK}) = ${sql.of("mark")}) ${OR_LEAVE}`;
  return (moves, rows) => {
    const marks = new Map(rows.map(({ key, sealed }) => [key, sealed.slice(0, MARK)]));
    const words = moves.flatMap(({ talk, words: said = [] }) => said.map((word) => ({ talk: talk.key, word })));
    if (words.length === 0) return [null, []];
    const filed = words.map(({ talk, word }) => ({ ...messageRow(word, sealer), talk, mark: marks.get(talk) }));
    return [[text, JSON.stringify(filed)], words.map(({ word }) => word.intake)];
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
function over(texts: string[], rows: unknown[]): Statement[] {
  const json = JSON.stringify(rows);
  return rows.length === 0 ? [] : texts.map((text): Statement => [text, json]);
}

const aboutOf = ({ messages, entries, intakes, retractions }: Filing): string[] => [
  ...[...messages, ...entries].map((row) => row.intake),
  ...intakes.map(({ intake }) => intake.id),
  ...retractions.map(({ messageId }) => messageId),
];

function filedRow({ intake, raise, talkRevision }: FiledIntake, sealer: Sealer): Record<string, unknown> {
  const told = { ...intake, urgency: raised(intake.urgency, raise) };
  return { ...intakeRow(told, talkRevision, sealer), raise };
}
