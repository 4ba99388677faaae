// Passwords: scrypt of node:crypto (it also runs on workerd), the parameters inside the string so that they can grow.
import { Buffer } from "node:buffer";
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";

interface Cost {
  /** N is 2 to this power. */
  log2N: number;
  r: number;
  p: number;
}

/**
 * OWASP's second line of scrypt parameters, 32 MiB and about 280 ms:
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const COST: Cost = { log2N: 15, r: 8, p: 3 };
const BYTES = 32;

export const PASSWORD_MIN = 12;
/** Longer input costs time and adds nothing. */
export const PASSWORD_MAX = 200;

/** A password → `scrypt$15$8$3$salt$hash`, both in base64url. */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ["scrypt", cost.log2N, cost.r, cost.p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

/**
 * Is it the password, and should it be hashed anew with today's cost? With `kept` null (nobody of that name, or no
 * password yet) it works as long and says no, so that time does not tell who has an account.
 */
export async function checkPassword(password: string, kept: string | null): Promise<{ ok: boolean; stale: boolean }> {
  const known = kept === null ? null : readKept(kept);
  const { cost, salt, hash } = known ?? { cost: COST, salt: Buffer.alloc(16), hash: Buffer.alloc(BYTES) };
  const same = timingSafeEqual(await derive(password, salt, cost), hash);
  return { ok: same && known !== null, stale: (Object.keys(COST) as (keyof Cost)[]).some((k) => cost[k] !== COST[k]) };
}

/** A password nobody chose, easy to read aloud: `k7mq-3vhd-x9tp` (31 letters and digits, 59 bits). */
export function randomPassword(): string {
  const letters = Array.from({ length: 12 }, () => ALPHABET[randomBelow(ALPHABET.length)]).join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}

// ── helpers ──

const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** Rejects what would make some letters likelier. */
function randomBelow(limit: number): number {
  const byte = randomBytes(1)[0] ?? 0;
  return byte < 256 - (256 % limit) ? byte % limit : randomBelow(limit);
}

function readKept(kept: string): { cost: Cost; salt: Buffer; hash: Buffer } | null {
  const [name, log2N, r, p, salt = "", hash = ""] = kept.split("$");
  if (name !== "scrypt") return null;
  const bytes = Buffer.from(hash, "base64url");
  if (bytes.length !== BYTES) return null;
  return {
    cost: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, "base64url"),
    hash: bytes,
  };
}

function derive(password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2N;
  // Node's default ceiling is exactly what N=2^15 needs and refuses it.
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    // NFKC: the same password typed on another keyboard.
    scrypt(password.normalize("NFKC"), salt, BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
