// Guessing passwords is slowed down by who guesses. Whoever signed in here before is known by a cookie of that browser, so
// that nobody can lock a colleague out (OWASP: slow down online guessing attacks with device cookies).
import { Buffer } from "node:buffer";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Staff } from "../../ports.ts";
import type { Env } from "../room.ts";
import { cookieFor } from "./token.ts";

const WITHIN = 15 * 60 * 1000;
/** From one place, or one known browser. */
const TRIES = 5;
/** From all strange places together: an address costs little. */
const TRIES_OF_STRANGERS = 30;
/** Seconds. Browsers keep none longer than 400 days. */
const KNOWN_FOR = 180 * 24 * 60 * 60;

export interface Tries {
  mustWait(): Promise<boolean>;
  /** One more that was wrong. */
  note(at: number): Promise<void>;
}

/** The tries that count against this one: its browser's own where the browser is known, else its place's and all strangers'. */
export function triesOf(c: Context<Env>, login: string, staff: Staff | null): Tries {
  const { store, office, now } = c.get("room");
  const all = `${office.id}/${login}`;
  const device = staff === null ? null : knownDevice(c, staff);
  const counters: [name: string, most: number][] =
    device === null
      ? [
          [`${all}/from ${placeOf(c)}`, TRIES],
          [all, TRIES_OF_STRANGERS],
        ]
      : [[`${all}/with ${device}`, TRIES]];
  return {
    async mustWait() {
      const since = now() - WITHIN;
      const counts = counters.map(async ([name, most]) => (await store.staff.failures(name, since)) >= most);
      return (await Promise.all(counts)).includes(true);
    },
    async note(at) {
      for (const [name] of counters) await store.staff.noteFailure(name, at);
    },
  };
}

/** From now on this browser is known for this account, until the password changes. */
export function rememberDevice(c: Context<Env>, staff: Staff): void {
  const nonce = randomBytes(12).toString("base64url");
  const value = `${nonce}.${signed(nonce, staff).toString("base64url")}`;
  setCookie(c, deviceCookie(staff.login), value, { ...cookieFor(c.get("room").publicUrl), maxAge: KNOWN_FOR });
}

/** One for each account: several people sign in at the computer of the counter. */
export const deviceCookie = (login: string): string =>
  `uketome_known_${createHash("sha256").update(login).digest("hex").slice(0, 12)}`;

// ── helpers ──

/** What the browser is counted under; null where it is not known. */
function knownDevice(c: Context<Env>, staff: Staff): string | null {
  const [nonce = "", mark = ""] = (getCookie(c, deviceCookie(staff.login)) ?? "").split(".");
  const [told, real] = [Buffer.from(mark, "base64url"), signed(nonce, staff)];
  return staff.password !== null && told.length === real.length && timingSafeEqual(told, real) ? nonce : null;
}

/** The key is the kept password itself: it is secret, and a new one makes every mark worthless. */
const signed = (nonce: string, { id, password }: Staff): Buffer =>
  createHmac("sha256", password ?? "")
    .update(`${id}\0${nonce}`)
    .digest();

/** As the nearest proxy tells it; "" where none does, and then all strangers are one. */
const placeOf = (c: Context<Env>): string =>
  c.req.header("cf-connecting-ip") ?? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
