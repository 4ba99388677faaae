// Staff accounts: ordinary queries. Names and logins are sealed; a login is found by its keyed hash.
import type { Staff as Row } from "#prisma";
import type { Staff, StaffStore } from "../../ports.ts";
import type { Sealer } from "../seal.ts";
import { LoginTaken } from "../staff.ts";
import type { Base } from "./base.ts";
import { prismaFailures, prismaInvitations, prismaSessions } from "./tokens.ts";

const context = (id: string): string => `Staff.sealed:${id}`;

// Asked at every start: there the client's engine is not worth its tenth of a second.
const BY_LOGIN = `SELECT * FROM "Staff" WHERE "loginKey" = ?`;
const OF_OFFICE = `SELECT * FROM "Staff" WHERE office = ? ORDER BY id`;

export function prismaStaff({ prisma, sealer, query }: Base): StaffStore {
  const open = (row: Row | null): Staff | null => row && openStaff(row, sealer);
  const byId = async (id: string): Promise<Staff | null> => open(await prisma.staff.findUnique({ where: { id } }));
  return {
    byId,
    async list(office) {
      return (await query<Row>(OF_OFFICE, office)).map((row) => openStaff(row, sealer));
    },
    async byLogin(office, login) {
      return open((await query<Row>(BY_LOGIN, loginKey(sealer, office, login)))[0] ?? null);
    },
    async save(staff) {
      const row = staffRow(staff, sealer);
      try {
        await prisma.staff.upsert({ where: { id: row.id }, create: row, update: row });
      } catch (cause) {
        throw isDouble(cause) ? new LoginTaken() : cause;
      }
    },
    ...prismaSessions(prisma, byId),
    ...prismaInvitations(prisma, byId),
    ...prismaFailures(prisma, (login) => loginKey(sealer, "", login)),
  };
}

/** "login" in front: a login never meets a LINE user id. */
const loginKey = ({ lookup }: Sealer, office: string, login: string): string => lookup(office, `login\0${login}`);

/** Prisma's code for a value that must be the only one. */
const isDouble = (cause: unknown): boolean => (cause as { code?: unknown } | null)?.code === "P2002";

function staffRow({ id, office, removedAt, ...words }: Staff, sealer: Sealer): Row {
  return {
    id,
    office,
    loginKey: removedAt === null ? loginKey(sealer, office, words.login) : null,
    removedAt: removedAt === null ? null : BigInt(removedAt),
    sealed: sealer.seal(JSON.stringify(words), context(id)),
  };
}

function openStaff({ id, office, removedAt, sealed }: Row, { open }: Sealer): Staff {
  const words = JSON.parse(open(sealed, context(id))) as Omit<Staff, "id" | "office" | "removedAt">;
  return { id, office, removedAt: removedAt === null ? null : Number(removedAt), ...words };
}
