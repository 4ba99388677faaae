// Who is signed in: a cookie with a random token, good for twelve hours whatever happens, and how to get one.
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Staff, StaffStore } from "../../ports.ts";
import type { Env } from "../room.ts";
import { checkPassword, hashPassword, PASSWORD_MAX } from "./password.ts";
import { cookieFor, newToken, tokenHash } from "./token.ts";
import { triesOf } from "./tries.ts";

const COOKIE = "uketome_staff";
/** One working day; it does not slide. */
const GOOD_FOR = 12 * 60 * 60 * 1000;

/** The member of staff whose cookie this is; null where there is none, or it is old, or they left. */
export async function whoIs(c: Context<Env>): Promise<Staff | null> {
  const { store, office, now } = c.get("room");
  const token = getCookie(c, COOKIE);
  const staff = token === undefined ? null : await store.staff.session(tokenHash(token), now());
  return staff?.office === office.id && staff.removedAt === null ? staff : null;
}

/** Opens a session and gives the browser its cookie. */
export async function startSession(c: Context<Env>, staff: Staff): Promise<void> {
  const { store, now, publicUrl } = c.get("room");
  const token = newToken();
  const createdAt = now();
  await store.staff.openSession({
    tokenHash: tokenHash(token),
    staff: staff.id,
    createdAt,
    expiresAt: createdAt + GOOD_FOR,
  });
  setCookie(c, COOKIE, token, { ...cookieFor(publicUrl), maxAge: GOOD_FOR / 1000 });
}

/** Ends this session here and in the store. */
export async function endSession(c: Context<Env>): Promise<void> {
  const token = deleteCookie(c, COOKIE, cookieFor(c.get("room").publicUrl));
  if (token !== undefined) await c.get("room").store.staff.closeSession(tokenHash(token));
}

export type SignIn = { ok: true; staff: Staff } | { ok: false; why: "wrong" | "wait" };

/** Checks name and password. Who has guessed too often (`triesOf`) has to wait even with the right one. */
export async function signIn(c: Context<Env>, typed: { login: string; password: string }): Promise<SignIn> {
  const { store, office, now } = c.get("room");
  const login = tidyLogin(typed.login);
  const staff = await store.staff.byLogin(office.id, login);
  const tries = triesOf(c, login, staff);
  if (await tries.mustWait()) return { ok: false, why: "wait" };
  const password = typed.password.slice(0, PASSWORD_MAX);
  const { ok, stale } = await checkPassword(password, staff?.removedAt === null ? staff.password : null);
  // Once more: many guesses at the same moment all passed the first look.
  if (await tries.mustWait()) return { ok: false, why: "wait" };
  if (!ok || staff === null) {
    await tries.note(now());
    return { ok: false, why: "wrong" };
  }
  return { ok: true, staff: stale ? await hashedAnew(store.staff, staff, password) : staff };
}

/** The same name however it was typed: full width, capitals, a stray space. */
export const tidyLogin = (login: string): string => login.normalize("NFKC").trim().toLowerCase().slice(0, 64);

// ── helpers ──

async function hashedAnew(store: StaffStore, staff: Staff, password: string): Promise<Staff> {
  const renewed = { ...staff, password: await hashPassword(password) };
  await store.save(renewed);
  return renewed;
}
