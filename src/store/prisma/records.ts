// Records: the record page, staff's acts, the export.
import type { Prisma } from "#prisma";
import type { Intake } from "../../intake/intake.ts";
import type { Act, RecordStore, Talk } from "../../ports.ts";
import { ENDED } from "../../intake/acts.ts";
import type { Base, Statement } from "./base.ts";
import { WrongDataKey } from "../seal.ts";
import { confirmedRow, intakeOf, readableIntake } from "./rows/intake.ts";
import { prismaLongest, prismaQueue, prismaWaiting } from "./queue.ts";
import { insertRows, OR_LEAVE, placeFrom } from "./rows/sql.ts";
import { ASIDE, readableTalk } from "./rows/talk.ts";
import { ENTRY_COLUMNS, entryRow, openEntry, openMessage } from "./rows/words.ts";

/** Rows of one page of an export. */
const PAGE = 200;
const BY_TIME = [{ at: "asc" as const }, { id: "asc" as const }];
const BY_ARRIVAL = [{ receivedAt: "asc" as const }, { id: "asc" as const }];

export function prismaRecords(base: Base): RecordStore {
  const { prisma, sealer, query, together } = base;
  return {
    queue: prismaQueue(base),
    waiting: prismaWaiting(base),
    longest: prismaLongest(base),
    async find(office, id) {
      const row = await prisma.intake.findFirst({ where: { id, office } });
      return row && intakeOf(row, sealer);
    },
    async findByReceipt(office, receiptNo) {
      // Nearly always nobody has it: a new number is being drawn.
      const known = await query(`SELECT id FROM "Intake" WHERE office = ? AND "receiptNo" = ?`, office, receiptNo);
      if (known.length === 0) return [];
      const rows = await prisma.intake.findMany({ where: { office, receiptNo }, orderBy: BY_ARRIVAL });
      return rows.map((row) => intakeOf(row, sealer));
    },
    async messages(intake) {
      const rows = await prisma.message.findMany({ where: { intake }, orderBy: BY_TIME });
      return rows.map((row) => openMessage(row, sealer));
    },
    async entries(intake) {
      const rows = await prisma.entry.findMany({ where: { intake }, orderBy: BY_TIME });
      return rows.map((row) => openEntry(row, sealer));
    },
    async kept(ids) {
      const rows = await prisma.message.findMany({ where: { id: { in: ids } }, select: { id: true } });
      return new Set(rows.map((row) => row.id));
    },
    async act(act) {
      const [, changed] = await together(acting(base, act), [act.id]);
      return changed?.changed === 1;
    },
    all: (office, range) => all(base, office, range),
    drafts: (office) => drafts(base, office),
    talkOf: (intake) => talkFor(base, intake),
    async unreadable(office) {
      const where = { office, key: { startsWith: ASIDE } };
      return (await prisma.talk.count({ where })) + (await prisma.unheard.count({ where }));
    },
  };
}

const SETTABLE = [
  "status",
  "closeReason",
  "urgency",
  "owner",
  "unread",
  "firstHumanReplyAt",
  "confirmed",
  "fixed",
  "category",
  "district",
];

/** The entry first, while the record still stands at the base both ask for. */
function acting({ sealer, sql }: Base, { id, base, set, entry }: Act): Statement[] {
  const standing = `FROM "Intake" AS i WHERE i.id = ? AND i.revision = CAST(? AS INTEGER)`;
  const { confirmed, ...plain } = set;
  const row = { ...plain, ...(confirmed && confirmedRow(id, confirmed, sealer)) };
  const columns = SETTABLE.filter((column) => column in row).map((column) => `"${column}" = ${sql.of(column)}, `);
  const ended = ENDED.map((status) => `'${status}'`).join(", ");
  return [
    [
      `${insertRows(sql, "Entry", ENTRY_COLUMNS)} WHERE EXISTS (SELECT 1 ${standing}) ${OR_LEAVE}`,
      [entryRow(entry, sealer)],
      id,
      String(base),
    ],
    [
      `UPDATE "Intake" SET ${columns.join("")} revision = revision + 1 FROM ${sql.rows}
       WHERE "Intake".id = ? AND revision = CAST(? AS INTEGER)`,
      [row],
      id,
      String(base),
    ],
    [`UPDATE "Intake" SET place = ${placeFrom("urgency", "unread")}, ended = status IN (${ended}) WHERE id = ?`, id],
  ];
}

/**
 * Page after page by key, so that an export of any length holds one page in memory and loses no row to a new one.
 * @throws WrongDataKey after the last, where some were damaged: which, by receipt number
 */
async function* all(base: Base, office: string, range: { from?: number; to?: number }): AsyncIterable<Intake> {
  let last = { receivedAt: BigInt(range.from ?? 0), id: "" };
  const before = range.to === undefined ? {} : { lt: range.to };
  const damaged: string[] = [];
  for (;;) {
    const where: Prisma.IntakeWhereInput = {
      office,
      receivedAt: { gte: last.receivedAt, ...before },
      OR: [{ receivedAt: { gt: last.receivedAt } }, { id: { gt: last.id } }],
    };
    const rows = await base.prisma.intake.findMany({ where, orderBy: BY_ARRIVAL, take: PAGE });
    for (const row of rows) {
      const intake = readableIntake(row, base.sealer);
      if (intake === null) damaged.push(row.receiptNo ?? row.id);
      else yield intake;
    }
    if (rows.length < PAGE) break;
    last = rows.at(-1) ?? last;
  }
  if (damaged.length > 0)
    throw new WrongDataKey(`壊れていて読めない受付票があります: ${damaged.join("、")}。ほかは、すべて読めました。`);
}

async function* drafts({ prisma, sealer }: Base, office: string): AsyncIterable<Talk> {
  let last = { receivedAt: 0n, key: "" };
  for (;;) {
    const where: Prisma.TalkWhereInput = {
      office,
      draft: true,
      receivedAt: { gte: last.receivedAt },
      OR: [{ receivedAt: { gt: last.receivedAt } }, { key: { gt: last.key } }],
    };
    const orderBy = [{ receivedAt: "asc" as const }, { key: "asc" as const }];
    const rows = await prisma.talk.findMany({ where, orderBy, take: PAGE });
    yield* rows.flatMap((row) => readableTalk(row, sealer) ?? []);
    if (rows.length < PAGE) return;
    last = rows.at(-1) ?? last;
  }
}

/** The talk that fills the record; for one filed long ago, the talk the same person now holds. null: none can be read. */
async function talkFor({ prisma, sealer }: Base, intake: string): Promise<Talk | null> {
  const filling = await prisma.talk.findFirst({ where: { intake, NOT: { key: { startsWith: ASIDE } } } });
  if (filling) return readableTalk(filling, sealer);
  const filed = await prisma.intake.findUnique({ where: { id: intake }, select: { talk: true } });
  const known = filed?.talk ? await prisma.talk.findUnique({ where: { key: filed.talk } }) : null;
  return known && readableTalk(known, sealer);
}
