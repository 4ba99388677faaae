// Talks: two statements for many residents at once, one to load and one to commit.
import type { Erasure, TalkStore } from "../../ports.ts";
import { ERASED } from "../filing.ts";
import type { Base, Statement } from "./base.ts";
import { filingStatements } from "./filing.ts";
import { INTAKE_COLUMNS, intakeRow } from "./rows/intake.ts";
import { insertRows, of, takeOver } from "./rows/sql.ts";
import type { SealedTalk } from "./rows/talk.ts";
import { TALK_COLUMNS, talkOf, talkRow } from "./rows/talk.ts";

const LOAD = `
  SELECT "key", office, revision, sealed FROM "Talk" WHERE "key" IN (SELECT value FROM json_each(?))
  UNION ALL SELECT id, office, -1, '' FROM "Gone" WHERE id IN (SELECT value FROM json_each(?))`;

// A row is new only where the move began from nothing, and changed only where it still stands at the move's base.
const COMMIT = `
  ${insertRows("Talk", TALK_COLUMNS)}
  WHERE ${of("base")} = 0 OR EXISTS (SELECT 1 FROM "Talk" AS t WHERE t."key" = ${of("key")})
  ON CONFLICT ("key") DO UPDATE SET ${takeOver(TALK_COLUMNS)} WHERE "Talk".revision = excluded.base
  RETURNING "key"`;

export function prismaTalks(base: Base): TalkStore {
  const { prisma, sealer, together } = base;
  return {
    async load(keys, events) {
      const rows = await prisma.$queryRawUnsafe<SealedTalk[]>(LOAD, JSON.stringify(keys), JSON.stringify(events));
      const talks = rows.filter((row) => row.sealed !== "").map((row) => talkOf(row, sealer));
      const gone = rows.filter((row) => row.sealed === "").map((row) => row.key);
      return { talks: new Map(talks.map((talk) => [talk.key, talk])), gone: new Set(gone) };
    },
    async commit(moves) {
      const rows = JSON.stringify(moves.map((move) => talkRow(move, sealer)));
      const written = await prisma.$queryRawUnsafe<{ key: string }[]>(COMMIT, rows);
      return new Set(written.map((row) => row.key));
    },
    async erase(erasure) {
      const [left] = await together(erasing(base, erasure));
      return left === 1;
    },
    async file(filing) {
      const statements = filingStatements(filing, sealer);
      if (statements.length > 0) await together(statements);
    },
    async due(now, limit) {
      const order = [{ dueAt: "asc" as const }, { key: "asc" as const }];
      const where = { dueAt: { lte: now } };
      const rows = await prisma.talk.findMany({ where, orderBy: order, take: limit, select: { key: true } });
      return rows.map((row) => row.key);
    },
  };
}

/** Every statement asks again whether the talk still stands where it stood; the talk itself goes last. */
function erasing({ sealer }: Base, { key, base, leave, seen, intake }: Erasure): Statement[] {
  const stands = `coalesce((SELECT revision FROM "Talk" WHERE "key" = ?), 0) = CAST(? AS INTEGER)`;
  const when = (text: string, ...values: string[]): Statement => [`${text} ${stands}`, ...values, key, String(base)];
  const media = `SELECT id FROM "Message" WHERE intake = ? UNION SELECT id FROM "Media" WHERE intake = ?`;
  const row = JSON.stringify([intakeRow(leave, ERASED, sealer)]);
  const gone = JSON.stringify(seen.map((id) => ({ id, office: leave.office, at: leave.lastAt })));
  return [
    when(`${insertRows("Intake", INTAKE_COLUMNS, "INSERT OR REPLACE")} WHERE`, row),
    when(`${insertRows("Gone", ["id", "office", "at"], "INSERT OR IGNORE")} WHERE`, gone),
    when(`DELETE FROM "MediaChunk" WHERE media IN (${media}) AND`, intake, intake),
    when(`DELETE FROM "Media" WHERE intake = ? AND`, intake),
    when(`DELETE FROM "Message" WHERE intake = ? AND`, intake),
    when(`DELETE FROM "Entry" WHERE intake = ? AND`, intake),
    when(`DELETE FROM "Talk" WHERE "key" = ? AND`, key),
  ];
}
