// Tokens for cookies and one-time links: only their SHA-256 is kept, so that a stolen database opens no door.
import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes in base64url. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of it: SHA-256 in hex. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Every cookie of the staff view: seen by no script, sent to no other site. */
export function cookieFor(publicUrl: string) {
  return { path: "/admin", httpOnly: true, sameSite: "Lax", secure: publicUrl.startsWith("https:") } as const;
}
