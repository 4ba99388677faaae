// One-time links: how a new member of staff, or one who forgot, sets a password nobody else has seen.
import type { Staff, StaffStore } from "../../ports.ts";
import { hashPassword, PASSWORD_MAX, PASSWORD_MIN } from "./password.ts";
import { newToken, tokenHash } from "./token.ts";

/** Time enough to hand it over in the same office. */
const GOOD_FOR = 24 * 60 * 60 * 1000;

/** Makes a link that is good once, for 24 hours. */
export async function inviteLink(store: StaffStore, staff: Staff, publicUrl: string, now: number): Promise<string> {
  const token = newToken();
  await store.invite({ tokenHash: tokenHash(token), staff: staff.id, expiresAt: now + GOOD_FOR });
  return new URL(`/admin/invite/${token}`, publicUrl).href;
}

/** What is wrong with a new password, in words for the one who typed it; null if nothing is. */
export function passwordProblem(password: string, again: string, staff: Staff): string | null {
  if (password.length < PASSWORD_MIN) return `${PASSWORD_MIN}文字以上にしてください（いま${password.length}文字）`;
  if (password.length > PASSWORD_MAX) return `${PASSWORD_MAX}文字までにしてください`;
  if (password.toLowerCase().includes(staff.login)) return "サインイン名を入れないでください";
  if (new Set(password).size < 4) return "同じ文字のくりかえしは避けてください";
  return password === again ? null : "2つのパスワードが違います。もう一度入れてください";
}

/** Uses the link up and sets the password; every open session of this person ends. Null if the link is used or old. */
export async function acceptInvite(
  store: StaffStore,
  token: string,
  password: string,
  now: number,
): Promise<Staff | null> {
  const staff = await store.invited(tokenHash(token), now);
  if (staff === null || !(await store.redeem(tokenHash(token), now))) return null;
  const renewed = { ...staff, password: await hashPassword(password) };
  await store.save(renewed);
  await store.closeSessionsOf(staff.id);
  return renewed;
}
