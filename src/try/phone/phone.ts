// One person's LINE as they see it: the talk with the office, and what they did with the account.
import type { Kept } from "./media.ts";

/** One bubble of the talk, as it is shown. */
export interface Bubble {
  /** LINE's message id; for a button's words the event id. */
  id: string;
  from: "person" | "office";
  /** By the trial's clock (ms). */
  at: number;
  /** A message object of LINE: the person's with the shape of a webhook, the office's as it was sent. */
  message: { type: string; [property: string]: unknown };
  via: "reply" | "push" | "multicast" | null;
  /** 既読: the webhook with it was answered with 2xx. */
  read: boolean;
  /** 送信取消. */
  unsent: boolean;
}

export interface Phone {
  id: string;
  name: string;
  /** What this LINE is set to (BCP 47); null where LINE may not tell. */
  language: string | null;
  friend: boolean;
  blocked: boolean;
  /** When the person last wrote; LINE lets an account write to somebody who is no friend for seven days after that. */
  wroteAt: number | null;
  /** Quick-reply items that are shown now: those of the last message alone. */
  chips: unknown[];
  loadingUntil: number;
  bubbles: Bubble[];
  media: Map<string, Kept>;
  /** Grows with every change, over all phones: a page asks what is newer than what it has. */
  revision: number;
}

const SEVEN_DAYS = 7 * 24 * 60 * 60 * 1000;

export const newPhone = (id: string): Phone => ({
  id,
  name: "住民",
  language: "ja",
  friend: false,
  blocked: false,
  wroteAt: null,
  chips: [],
  loadingUntil: 0,
  bubbles: [],
  media: new Map(),
  revision: 0,
});

/** Only the last `most` stay. */
export function addBubbles(phone: Phone, bubbles: Bubble[], most: number): void {
  phone.bubbles.push(...bubbles);
  const oldest = phone.bubbles.splice(0, Math.max(0, phone.bubbles.length - most));
  for (const { id } of oldest) phone.media.delete(id);
}

/** LINE answers 200 to a push that arrives nowhere: somebody blocked the account, or never was its friend. */
export function canReceive(phone: Phone, now: number): boolean {
  const wroteLately = phone.wroteAt !== null && now - phone.wroteAt < SEVEN_DAYS;
  return !phone.blocked && (phone.friend || wroteLately);
}
