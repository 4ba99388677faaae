// Talks: two statements for many residents at once, one to load and one to commit.
import { randomUUID } from "node:crypto";
import type { Erasure, Loaded, Move, Talk, TalkStore } from "../../ports.ts";
import { ERASED } from "../filing.ts";
import type { Base, Statement } from "./base.ts";
import { filedBefore, filer } from "./filing.ts";
import { COUNTED, countingBefore } from "./queue.ts";
import { INTAKE_COLUMNS, intakeRow } from "./rows/intake.ts";
import { insertRows, isFree, OR_LEAVE, standsAt, takeOver, type Dialect } from "./rows/sql.ts";
import type { SealedTalk } from "./rows/talk.ts";
import { readableArrival, UNHEARD_COLUMNS, unheardRow } from "./rows/unheard.ts";
import { rememberedTalks } from "./rows/remembered.ts";
import { ASIDE, readableTalk, struckRow, TALK_COLUMNS, talkRow } from "./rows/talk.ts";

const loading = (sql: Dialect): string => `
  SELECT "key", office, revision, sealed, struck FROM "Talk" WHERE "key" ${sql.among}
  UNION ALL SELECT id, office, -1, '', '' FROM "Gone" WHERE id ${sql.among}
  UNION ALL SELECT u."key", u.office, ${WAITING}, u.sealed, u.id FROM "Unheard" AS u WHERE u."key" ${sql.among}
  UNION ALL SELECT g.id, g.office, -1, '', '' FROM "Unheard" AS u JOIN "Gone" AS g ON g.id = u.id WHERE u."key" ${sql.among}
  UNION ALL ${countingBefore(sql)}`;

const dueIn = (table: string): string => `SELECT * FROM (SELECT "key", "dueAt" FROM "${table}"
  WHERE "dueAt" <= CAST(? AS BIGINT) ORDER BY "dueAt", "key" LIMIT CAST(? AS INTEGER)) AS due`;

const DUE = `${dueIn("Talk")} UNION ALL ${dueIn("Unheard")} ORDER BY "dueAt", "key"`;

// A row is new only where the move began from nothing, and changed only where it still stands at the move's base. Two
// who began from nothing meet at the key.
const committing = (sql: Dialect): string => `
  ${insertRows(sql, "Talk", TALK_COLUMNS)}
  WHERE ${standsAt(sql, sql.of("key"), sql.of("base"))} AND ${isFree(sql)}
  ON CONFLICT ("key") DO UPDATE SET ${takeOver(TALK_COLUMNS)} WHERE "Talk".revision = excluded.base
  RETURNING "key"`;

const striking = ({ rows, of }: Dialect): string => `
  UPDATE "Talk" SET revision = "Talk".revision + 1, base = "Talk".revision, struck = "Talk".struck || (${of("struck")}), "dueAt" = ${of("dueAt")}
  FROM ${rows} WHERE "Talk"."key" = ${of("key")} AND "Talk".revision = ${of("base")}
  RETURNING "Talk"."key"`;

const keeping = (sql: Dialect): string => `
  ${insertRows(sql, "Unheard", UNHEARD_COLUMNS)} WHERE true ON CONFLICT (id) DO UPDATE SET ${takeOver(UNHEARD_COLUMNS)} RETURNING id`;

/** In one order, as they are kept: two programs may be at the same. */
const waiting = ({ among, held }: Dialect): string => `(SELECT id FROM "Unheard" WHERE id ${among} ORDER BY id${held})`;
const forgetting = (sql: Dialect): string => `DELETE FROM "Unheard" WHERE id IN ${waiting(sql)}`;
const puttingOff = (sql: Dialect): string =>
  `UPDATE "Unheard" SET "dueAt" = CAST(? AS BIGINT) WHERE id IN ${waiting(sql)}`;

export function prismaTalks(base: Base): TalkStore {
  const { sealer, sql, query, together } = base;
  const [load, commit, strike] = [loading(sql), committing(sql), striking(sql)];
  const [keep, forget, putOff] = [keeping(sql), forgetting(sql), puttingOff(sql)];
  const remembered = rememberedTalks();
  const [filed, filedWith] = [filer(base), filedBefore(base)];
  return {
    async load(keys, events, asked = []) {
      const own = JSON.stringify(keys);
      const rows = await query<SealedTalk>(load, own, JSON.stringify(events), own, own, JSON.stringify(asked));
      const [gone, counted] = [rows.filter(isGone), rows.filter(isCount)];
      const unheard = rows.filter(isWaiting);
      const standing = rows.filter((row) => !isGone(row) && Number(row.revision) >= 0);
      remembered.keepOnly(standing, keys);
      const talks = standing.flatMap((row) => remembered.read(row) ?? readableTalk(row, sealer) ?? []);
      if (talks.length < standing.length) await setAside(base, standing, talks);
      return {
        talks: new Map(talks.map((talk) => [talk.key, talk])),
        gone: new Set(gone.map((row) => row.key)),
        before: new Map(counted.map(({ key, sealed }) => [key, Number(sealed)])),
        unheard: await unheardIn(base, unheard),
      };
    },
    async commit(moves) {
      const inOrder = moves.toSorted((a, b) => byKey(a.talk, b.talk));
      const rows = inOrder.map((one) => talkRow(one, sealer));
      const move: Statement = [commit, rows];
      const { statements, about } = filedWith(inOrder);
      const all = [...heldFirst(sql, inOrder), ...statements, move];
      const written = about.length === 0 ? await query(...move) : (await together(all, about)).at(-1)?.rows;
      const keys = new Set((written as { key: string }[]).map((row) => row.key));
      inOrder.forEach(({ talk }, n) => keys.has(talk.key) && remembered.keep(talk, rows[n]?.sealed ?? ""));
      return keys;
    },
    async strike(struck) {
      const written = await query<{ key: string }>(strike, struck.toSorted(byKey).map(struckRow));
      return new Set(written.map(({ key }) => key));
    },
    async keep(unheard) {
      // A statement takes a row once, and all programs take rows in one order.
      const rows = new Map(unheard.map((one) => [one.arrival.id, unheardRow(one, sealer)]));
      const inOrder = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
      await query(keep, inOrder);
    },
    async putOff(ids, dueAt) {
      await together([[putOff, String(dueAt), JSON.stringify(ids)]], ids);
    },
    async heard(ids) {
      await together([[forget, JSON.stringify(ids)]], ids);
    },
    async erase(erasure) {
      const changed = await together(erasing(base, erasure), [erasure.intake]);
      remembered.keepOnly([], [erasure.key]);
      return changed.at(-1)?.changed === 1;
    },
    async file(filing) {
      const { statements, about } = filed([{ filing }]);
      if (statements.length > 0) await together(statements, about);
    },
    async due(now, limit) {
      const [until, most] = [String(now), String(limit)];
      const found = await query<{ key: string }>(DUE, until, most, until, most);
      return [...new Set(found.map(({ key }) => key))];
    },
  };
}

/** Stands in place of a revision, where `struck` is the id of an event. */
const WAITING = -3;

/** When nobody needs to look (ms). */
const NEVER = Number.MAX_SAFE_INTEGER;

const isGone = (row: SealedTalk): boolean => row.sealed === "";
const isCount = (row: SealedTalk): boolean => Number(row.revision) === COUNTED;
const isWaiting = (row: SealedTalk): boolean => Number(row.revision) === WAITING;

/**
 * A row that cannot be opened would hold up everybody who is loaded with it, and its person for ever: it stays in the
 * database under another key, where staff are told of it, and the person's next word begins a new talk.
 */
async function setAside({ query }: Base, standing: SealedTalk[], talks: Talk[]): Promise<void> {
  const read = new Set(talks.map(({ key }) => key));
  const text = `UPDATE "Talk" SET "key" = CAST(? AS TEXT) || "key", "dueAt" = NULL, draft = false WHERE "key" = ? RETURNING "key"`;
  for (const { key } of standing.filter((row) => !read.has(row.key)))
    await query(text, `${ASIDE}${randomUUID()}:`, key);
}

/** What waits to be heard. What cannot be opened would be in everybody's way for ever: it stays under another key. */
async function unheardIn({ query, sealer }: Base, waiting: SealedTalk[]): Promise<Loaded["unheard"]> {
  const all = waiting.map(({ key, sealed, struck: id }) => ({ key, id, arrival: readableArrival(id, sealed, sealer) }));
  const text = `UPDATE "Unheard" SET "key" = CAST(? AS TEXT) || "key", "dueAt" = ${NEVER} WHERE id = ? RETURNING id`;
  for (const { id } of all.filter(({ arrival }) => arrival === null)) await query(text, ASIDE, id);
  return all.flatMap(({ key, arrival }) => (arrival === null ? [] : { key, arrival }));
}

/** Two who write many talks at once take them in one order, or each might wait for the other. */
const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);

/** Where not all have words, whose statement is the first: it would take some talks before the others. */
function heldFirst({ among, held }: Dialect, moves: Move[]): Statement[] {
  const inOrder = moves.length < 2 || moves.every(({ filing }) => filing !== undefined && filing.messages.length > 0);
  if (held === "" || inOrder) return [];
  const keys = JSON.stringify(moves.map(({ talk }) => talk.key));
  return [[`SELECT "key" FROM "Talk" WHERE "key" ${among} ORDER BY "key"${held}`, keys]];
}

/**
 * Every statement asks again whether the talk still stands where it stood. The talk is touched first, so that nobody
 * moves it meanwhile (where many write at a time), and goes last.
 */
function erasing({ sealer, sql }: Base, { key, base, leave, seen, intake }: Erasure): Statement[] {
  const stands = standsAt({ held: "" }, "?", "CAST(? AS INTEGER)");
  const when = (text: string, ...values: string[]): Statement => [`${text} ${stands}`, ...values, key, String(base)];
  const media = `SELECT id FROM "Message" WHERE intake = ? UNION SELECT id FROM "Media" WHERE intake = ?`;
  const row = [intakeRow(leave, ERASED, sealer)];
  const gone = seen.map((id) => ({ id, office: leave.office, at: leave.lastAt }));
  const leaving = `${insertRows(sql, "Intake", INTAKE_COLUMNS)} WHERE ${stands}
    ON CONFLICT (id) DO UPDATE SET ${takeOver(INTAKE_COLUMNS)}`;
  const knowing = `${insertRows(sql, "Gone", ["id", "office", "at"])} WHERE ${stands} ${OR_LEAVE}`;
  return [
    [`UPDATE "Talk" SET revision = revision WHERE "key" = ?`, key],
    [leaving, row, key, String(base)],
    [knowing, gone, key, String(base)],
    when(`DELETE FROM "MediaChunk" WHERE media IN (${media}) AND`, intake, intake),
    when(`DELETE FROM "Media" WHERE intake = ? AND`, intake),
    when(`DELETE FROM "Message" WHERE intake = ? AND`, intake),
    when(`DELETE FROM "Entry" WHERE intake = ? AND`, intake),
    when(`DELETE FROM "Talk" WHERE "key" = ? AND`, key),
  ];
}
