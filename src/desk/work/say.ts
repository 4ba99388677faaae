// Says what is owed: reply first, because it is free; push when the reply token has gone stale.
// https://developers.line.biz/en/docs/messaging-api/retrying-api-request/
import type { Entry } from "../../intake/intake.ts";
import type { Outcome, OwedWords, Talk } from "../../ports.ts";
import { isOurs, LEASE_MS, SOON_AGAIN_MS, type Done } from "../claim.ts";
import type { Room } from "../room.ts";
import { isWatched, lockLine } from "./lock-screen.ts";
import { hasToken, pauseAfter, spread } from "./when.ts";

/** Tries at once, with these pauses between them (ms); after that the jobs go on. */
const AT_ONCE = [300, 1200];
/** A retry key is known to LINE for a day; later the same push would be a second message (ms). */
const GIVE_UP_MS = 23 * 3_600_000;
/** So long what was taken from the row is what stands in it (ms). */
const FRESH_MS = 1000;
const QUOTA_MS = 3_600_000;

/** How the words ended; `next` where they are owed on. Never throws. */
export async function say(room: Room, talk: Talk, owed: OwedWords): Promise<Done> {
  let words = owed;
  for (const longest of AT_ONCE) {
    const pause = spread(`${owed.id} ${longest}`, longest);
    const ended = await tryNow(room, talk, words, owed.nextAt);
    const { done, next } = after(room, words, ended);
    if (next === null || !soon(ended, pause) || !isOurs(room, { nextAt: owed.nextAt - pause })) return done;
    words = next;
    await room.pause(pause);
  }
  return after(room, words, await tryNow(room, talk, words, owed.nextAt)).done;
}

// --- internal ---

type Refused = Extract<Outcome, { ok: false }>["why"];

interface Ended {
  /** null: it arrived, as far as LINE tells. gone: owed no more, because all was taken back or somebody else said it. */
  why: Refused | "blocked" | "hushed" | "gave-up" | "gone" | null;
  detail: string;
  waitMs: number;
  /** A reply was tried whose end nobody knows. */
  unsure: boolean;
}

const ended = (why: Ended["why"], more: Partial<Ended> = {}): Ended => ({
  why,
  detail: "",
  waitMs: 0,
  unsure: false,
  ...more,
});

/** Words that have waited are looked up once more: what they quote may have been taken back, or somebody else may look now. */
async function tryNow(room: Room, talk: Talk, words: OwedWords, ours: number): Promise<Ended> {
  const waited = room.now() - (ours - LEASE_MS) > FRESH_MS;
  const loaded = waited ? await room.store.talks.load([talk.key], []).catch(() => null) : null;
  if (loaded === null) return attempt(room, talk, words);
  const now = loaded.talks.get(talk.key);
  const item = now?.owed.find(({ id }) => id === words.id);
  if (now === undefined || item?.do !== "say") return ended("gone");
  return attempt(room, now, { ...words, messages: item.messages });
}

async function attempt(room: Room, talk: Talk, words: OwedWords): Promise<Ended> {
  if (words.tries > 0 && room.now() - words.tokenAt > GIVE_UP_MS) return ended("gave-up");
  // LINE takes a reply or a push to them, answers 200, and shows it nowhere.
  if (talk.state.blocked) return ended("blocked");
  if (hasToken(room, words)) {
    const alt = isWatched(talk.state) ? lockLine(room, talk.state) : null;
    const outcome = endOf(await room.channel.reply(words.replyToken ?? "", words.messages, alt));
    if (outcome.why !== "token") return { ...outcome, unsure: outcome.why === "unsure" };
    // A token that is refused inside its minute, after a reply nobody knows the end of, was used by that reply.
    if (words.unsure) return ended(null);
  }
  // Asked to be left alone: nothing may light up the telephone that nobody has weighed.
  if (!talk.state.safeToPush && words.weighed !== true) return ended("hushed");
  return endOf(await room.channel.push(talk.person, words.messages, words.retryKey, lockLine(room, talk.state)));
}

function endOf(outcome: Outcome): Ended {
  if (outcome.ok) return ended(null);
  return ended(outcome.why, { detail: outcome.detail, waitMs: outcome.retryAfterMs ?? 0 });
}

const soon = ({ why, waitMs }: Ended, pause: number): boolean =>
  (why === "again" || why === "unsure") && waitMs <= pause;

/** What is owed after this try, and what staff should see of it. */
function after(room: Room, words: OwedWords, end: Ended): { done: Done; next: OwedWords | null } {
  const next = isOver(end) ? null : later(room, words, end);
  const state = tellOf(room, words, end);
  const entries = state === null ? [] : entryOf(room, words, state, end.detail);
  return { next, done: { id: words.id, next, said: [], entries } };
}

const isOver = ({ why }: Ended): boolean =>
  why === null || ["never", "blocked", "hushed", "gave-up", "gone"].includes(why);

function later(room: Room, words: OwedWords, { why, waitMs, unsure }: Ended): OwedWords {
  const tries = words.tries + 1;
  const wait = why === "quota" ? QUOTA_MS : Math.max(backoff(words.id, tries, room.now() - words.tokenAt), waitMs);
  return { ...words, tries, nextAt: room.now() + wait, unsure: words.unsure || unsure };
}

/** For so long a person may still be waiting for the answer. */
const SOON_MS = 600_000;

/** 1, 2, 4 … 20 seconds while somebody may be waiting, later up to 300. */
const backoff = (id: string, tries: number, age: number): number =>
  pauseAfter(id, tries, { first: 500, longest: age < SOON_MS ? SOON_AGAIN_MS : 300_000 });

/** The state staff are told of, or null; told again, it is one entry. A push after a reply nobody knows the end of may have said it twice. */
function tellOf(room: Room, words: OwedWords, { why }: Ended): string | null {
  if (why === "again" || why === "unsure") return room.now() - words.tokenAt > SOON_MS ? "late" : null;
  if (why === "token" || why === "gone") return null;
  if (why !== null) return why;
  if (words.by !== null) return "sent";
  return words.unsure && !hasToken(room, words) ? "unsure" : null;
}

function entryOf(room: Room, { id, intake, by }: OwedWords, state: string, detail: string): Entry[] {
  if (intake === null) return [];
  const body = { state, why: detail.slice(0, 200) };
  return [{ id: `${id}:${state}`, office: room.office.id, intake, at: room.now(), by, kind: "delivery", body }];
}
