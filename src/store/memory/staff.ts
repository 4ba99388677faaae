// Staff accounts, sessions and invitations in memory.
import type { Staff, StaffStore } from "../../ports.ts";
import { LoginTaken } from "../staff.ts";
import type { Tables } from "./tables.ts";

export function memoryStaff(tables: Tables): StaffStore {
  const active = (id: string | undefined): Staff | null => {
    const staff = id === undefined ? undefined : tables.staff.get(id);
    return staff?.removedAt === null ? staff : null;
  };
  const bearer = (row: { staff: string; expiresAt: number } | undefined, now: number): Staff | null =>
    row && row.expiresAt > now ? active(row.staff) : null;
  const byLogin = (office: string, login: string): Staff | null =>
    tables.staff.all().find((row) => row.office === office && row.login === login && row.removedAt === null) ?? null;
  return {
    list: async (office) =>
      tables.staff
        .all()
        .filter((row) => row.office === office)
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    byLogin: async (office, login) => byLogin(office, login),
    byId: async (id) => tables.staff.get(id) ?? null,
    async save(staff) {
      const other = byLogin(staff.office, staff.login);
      if (staff.removedAt === null && other && other.id !== staff.id) throw new LoginTaken();
      tables.staff.put(staff.id, staff);
    },
    ...sessions(tables, bearer),
    ...invitations(tables, bearer),
    failures: async (login, since) => tables.failures.filter((row) => row.login === login && row.at >= since).length,
    async noteFailure(login, at) {
      tables.failures.push({ login, at });
    },
  };
}

type Bearer = (row: { staff: string; expiresAt: number } | undefined, now: number) => Staff | null;
type Sessions = Pick<StaffStore, "openSession" | "session" | "closeSession" | "closeSessionsOf">;
type Invitations = Pick<StaffStore, "invite" | "invited" | "redeem">;

function sessions(tables: Tables, bearer: Bearer): Sessions {
  return {
    async openSession({ tokenHash, staff, expiresAt }) {
      tables.sessions.put(tokenHash, { staff, expiresAt });
    },
    session: async (tokenHash, now) => bearer(tables.sessions.get(tokenHash), now),
    async closeSession(tokenHash) {
      tables.sessions.drop(tokenHash);
    },
    async closeSessionsOf(staff) {
      for (const [hash, row] of tables.sessions.entries()) if (row.staff === staff) tables.sessions.drop(hash);
    },
  };
}

function invitations(tables: Tables, bearer: Bearer): Invitations {
  return {
    async invite({ tokenHash, staff, expiresAt }) {
      for (const [hash, row] of tables.invitations.entries()) if (row.staff === staff) tables.invitations.drop(hash);
      tables.invitations.put(tokenHash, { staff, expiresAt });
    },
    invited: async (tokenHash, now) => bearer(tables.invitations.get(tokenHash), now),
    async redeem(tokenHash, now) {
      const good = bearer(tables.invitations.get(tokenHash), now) !== null;
      if (good) tables.invitations.drop(tokenHash);
      return good;
    },
  };
}
