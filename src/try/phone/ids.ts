// Ids shaped like LINE's.
import { randomBytes, randomUUID } from "node:crypto";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
let counter = 0;

/** An 18-digit string, larger than a JavaScript number can hold, and new after a restart as well. */
export const messageId = (): string => `${Date.now()}${String(counter++ % 100_000).padStart(5, "0")}`;

/** A ULID whose time is the trial's. */
export const eventId = (at: number): string => timePart(at) + chancePart();

export const replyToken = (): string => randomBytes(16).toString("hex");
export const quoteToken = (): string => randomBytes(24).toString("base64url");
export const requestId = (): string => randomUUID();

export const isUserId = (value: unknown): value is string => typeof value === "string" && /^U[0-9a-f]{32}$/.test(value);
export const isUuid = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

function timePart(at: number): string {
  const digits = Array.from({ length: 10 }, (_, place) => Math.floor(at / 32 ** (9 - place)) % 32);
  return digits.map((digit) => CROCKFORD[digit]).join("");
}

const chancePart = (): string => [...randomBytes(16)].map((byte) => CROCKFORD[byte % 32]).join("");
