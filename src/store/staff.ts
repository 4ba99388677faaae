// What every store agrees on about staff accounts.

/** Somebody in this office already signs in with this login. A removed account frees its login. */
export class LoginTaken extends Error {
  override readonly name = "LoginTaken";
}

/** Failed sign-ins older than this many ms are forgotten. */
export const FAILURES_KEPT = 24 * 60 * 60 * 1000;
