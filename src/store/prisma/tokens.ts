// What staff sign in with for a time: sessions, one-time links, and the count of failed tries.
import { randomUUID } from "node:crypto";
import type { PrismaClient } from "#prisma";
import type { Staff, StaffStore } from "../../ports.ts";
import { FAILURES_KEPT } from "../staff.ts";

type ById = (id: string) => Promise<Staff | null>;

async function bearer(byId: ById, row: { staff: string } | null): Promise<Staff | null> {
  const staff = row && (await byId(row.staff));
  return staff?.removedAt === null ? staff : null;
}

type Sessions = Pick<StaffStore, "openSession" | "session" | "closeSession" | "closeSessionsOf">;

/** Opening one forgets those that have run out. */
export function prismaSessions(prisma: PrismaClient, byId: ById): Sessions {
  return {
    async openSession(opened) {
      await prisma.session.deleteMany({ where: { expiresAt: { lte: opened.createdAt } } });
      await prisma.session.createMany({ data: [opened] });
    },
    session: async (tokenHash, now) =>
      bearer(byId, await prisma.session.findFirst({ where: { tokenHash, expiresAt: { gt: now } } })),
    async closeSession(tokenHash) {
      await prisma.session.deleteMany({ where: { tokenHash } });
    },
    async closeSessionsOf(staff) {
      await prisma.session.deleteMany({ where: { staff } });
    },
  };
}

type Invitations = Pick<StaffStore, "invite" | "invited" | "redeem">;

export function prismaInvitations(prisma: PrismaClient, byId: ById): Invitations {
  const good = (tokenHash: string, now: number) => ({ where: { tokenHash, expiresAt: { gt: now } } });
  return {
    async invite(invited) {
      await prisma.invitation.deleteMany({ where: { staff: invited.staff } });
      await prisma.invitation.createMany({ data: [invited] });
    },
    invited: async (tokenHash, now) => bearer(byId, await prisma.invitation.findFirst(good(tokenHash, now))),
    async redeem(tokenHash, now) {
      const holder = await bearer(byId, await prisma.invitation.findFirst(good(tokenHash, now)));
      if (!holder) return false;
      // The delete decides between two who come at once.
      const { count } = await prisma.invitation.deleteMany(good(tokenHash, now));
      return count === 1;
    },
  };
}

type Failures = Pick<StaffStore, "failures" | "noteFailure">;

/** Noting one forgets those of yesterday. */
export function prismaFailures(prisma: PrismaClient, keyOf: (login: string) => string): Failures {
  return {
    failures: (login, since) => prisma.failure.count({ where: { loginKey: keyOf(login), at: { gte: since } } }),
    async noteFailure(login, at) {
      await prisma.failure.deleteMany({ where: { at: { lt: at - FAILURES_KEPT } } });
      await prisma.failure.createMany({ data: [{ id: randomUUID(), loginKey: keyOf(login), at }] });
    },
  };
}
