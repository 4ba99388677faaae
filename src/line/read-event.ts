// LINE's event → what a person did. Total: whatever LINE may send one day is kept as "other", never refused.
import { createHash } from "node:crypto";
import type { webhook } from "@line/bot-sdk";
import type { Input } from "../flow/input.ts";
import type { Arrival } from "../ports.ts";
import { readButton } from "./button.ts";
import { readMessage } from "./read/message.ts";
import { part, word, type Loose } from "./read/loose.ts";

type Reader = (event: Loose) => Input;

/** Keyed by the SDK's own union, so that a new event type in the SDK is noticed here by the compiler. */
const READERS = {
  message: (event) => readMessage(part(event.message)),
  postback: (event) => readButton(word(part(event.postback).data)) ?? other(event),
  unsend: (event) => readUnsend(event),
  follow: () => ({ kind: "follow" }),
  unfollow: () => ({ kind: "unfollow" }),
  // LINE sends edits in groups only; should one come from a person, the word it changes stands as first sent.
  messageEdited: (event) => other(event),
  videoPlayComplete: (event) => other(event),
  beacon: (event) => other(event),
  accountLink: (event) => other(event),
  membership: (event) => other(event),
  join: (event) => other(event),
  leave: (event) => other(event),
  memberJoined: (event) => other(event),
  memberLeft: (event) => other(event),
  module: (event) => other(event),
  activated: (event) => other(event),
  deactivated: (event) => other(event),
  botSuspended: (event) => other(event),
  botResumed: (event) => other(event),
  delivery: (event) => other(event),
} satisfies Record<webhook.Event["type"], Reader>;

/** Reply tokens of the console's old Verify button, whose use LINE answers with 400. */
const TEST_TOKEN = /^(0+|f+)$/;
/** The person of that button: nobody. */
const TEST_PERSON = /^U(deadbeef){4}$/;

/**
 * One webhook event, parsed from JSON and not otherwise trusted. `now` (ms) stands in where LINE gave no time.
 *
 * Null where no talk with one person can come of it: events of groups and rooms (a consultation is never held before
 * others, and what is said there is not said to the office), of people without a user id (they cannot be answered or
 * recognised: https://developers.line.biz/en/docs/messaging-api/user-consent/), and of the channel itself.
 */
export function readEvent(event: unknown, now: number): Arrival | null {
  const given = part(event);
  const person = personOf(part(given.source));
  if (!person) return null;
  return {
    id: word(given.webhookEventId) || derivedId(given, person),
    at: timeOf(given.timestamp) ?? now,
    messageId: word(part(given.message).id) || null,
    input: (readerOf(word(given.type)) ?? other)(given),
    person,
    replyToken: replyTokenOf(given),
    standby: given.mode === "standby",
  };
}

const readerOf = (type: string): Reader | null =>
  Object.hasOwn(READERS, type) ? READERS[type as keyof typeof READERS] : null;

const other = (event: Loose): Input => ({ kind: "other", type: word(event.type) || "unknown" });

function readUnsend(event: Loose): Input {
  const messageId = word(part(event.unsend).messageId);
  return messageId ? { kind: "unsend", messageId } : other(event);
}

function personOf(source: Loose): string | null {
  const person = source.type === "user" ? word(source.userId) : "";
  return person && !TEST_PERSON.test(person) ? person : null;
}

function replyTokenOf(event: Loose): string | null {
  const token = word(event.replyToken);
  return token && !TEST_TOKEN.test(token) ? token : null;
}

const timeOf = (timestamp: unknown): number | null =>
  typeof timestamp === "number" && Number.isSafeInteger(timestamp) && timestamp > 0 && timestamp < YEAR_2200
    ? timestamp
    : null;

/** Beyond this it is no time of LINE's, and no date can be made of it. */
const YEAR_2200 = Date.UTC(2200, 0, 1);

// Every event has carried a webhookEventId since 2022; without one, the same event must still give the same id. The
// person is in it because two may follow in one millisecond; hashed, because ids stand in the clear.
function derivedId(event: Loose, person: string): string {
  const message = word(part(event.message).id) || word(part(event.unsend).messageId);
  const same = [word(event.type), String(event.timestamp), person, message, word(part(event.postback).data)];
  return "derived-" + createHash("sha256").update(JSON.stringify(same)).digest("base64url").slice(0, 26);
}
