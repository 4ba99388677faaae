// Who is signed in: a cookie with a random token, good for twelve hours whatever happens, and how to get one.
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Staff } from "../../ports.ts";
import type { Env, Room } from "../room.ts";
import { checkPassword, hashPassword, PASSWORD_MAX } from "./password.ts";
import { newToken, tokenHash } from "./token.ts";

const COOKIE = "uketome_staff";
/** One working day; it does not slide. */
const GOOD_FOR = 12 * 60 * 60 * 1000;
const TRIES = 5;
const TRIES_WITHIN = 15 * 60 * 1000;

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

/** Checks name and password. After five failures within fifteen minutes even the right password has to wait. */
export async function signIn(room: Room, typed: { login: string; password: string }): Promise<SignIn> {
  const { store, office, now } = room;
  const login = tidyLogin(typed.login);
  const counter = `${office.id}/${login}`;
  const mustWait = async () => (await store.staff.failures(counter, now() - TRIES_WITHIN)) >= TRIES;
  if (await mustWait()) return { ok: false, why: "wait" };
  const staff = await store.staff.byLogin(office.id, login);
  const password = typed.password.slice(0, PASSWORD_MAX);
  const { ok, stale } = await checkPassword(password, staff?.removedAt === null ? staff.password : null);
  // Once more: many guesses at the same moment all passed the first look.
  if (await mustWait()) return { ok: false, why: "wait" };
  if (!ok || staff === null) {
    await store.staff.noteFailure(counter, now());
    return { ok: false, why: "wrong" };
  }
  if (stale) await store.staff.save({ ...staff, password: await hashPassword(password) });
  return { ok: true, staff };
}

/** The same name however it was typed: full width, capitals, a stray space. */
export const tidyLogin = (login: string): string => login.normalize("NFKC").trim().toLowerCase().slice(0, 64);

// ── helpers ──

function cookieFor(publicUrl: string) {
  return { path: "/admin", httpOnly: true, sameSite: "Lax", secure: publicUrl.startsWith("https:") } as const;
}
