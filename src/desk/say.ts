// Says what is owed: reply first, because it is free; push when the reply token has gone stale.
// https://developers.line.biz/en/reference/messaging-api/#send-reply-message
import type { Entry } from "../intake/intake.ts";
import type { Outcome, OwedWords, Talk } from "../ports.ts";
import type { Room } from "./room.ts";

/** A reply token lives a minute from when the webhook reached us. */
const TOKEN_MS = 60_000;
/** Tries at once, with these pauses between them; after that the jobs go on. */
const AT_ONCE = [300, 1200];
/** A retry key is known to LINE for a day; later the same push would be a second message. */
const GIVE_UP_MS = 23 * 3_600_000;

/** `done`: nothing more is owed. Else the words as they are now owed. `entry`: what staff should see, if anything. */
export interface SayResult {
  done: boolean;
  words: OwedWords;
  entry: Entry | null;
}

export async function say(room: Room, talk: Talk, owed: OwedWords): Promise<SayResult> {
  let words = owed;
  for (let n = 0; ; n += 1) {
    const [ended, tried] = await attempt(room, talk, words);
    const result = settled(room, tried, ended);
    const pause = AT_ONCE[n];
    if (result.done || pause === undefined || result.entry !== null) return result;
    words = result.words;
    await room.pause(pause);
  }
}

// --- internal ---

type Ended = Outcome | { ok: false; why: "blocked" | "hushed"; status: 0; detail: string };

/** How it ended, and what the try taught about the words: that the reply may have arrived, or that its token is dead. */
async function attempt(room: Room, talk: Talk, words: OwedWords): Promise<[Ended, OwedWords]> {
  if (!hasToken(room, words)) return [await push(room, talk, words), words];
  const outcome = await room.channel.reply(words.replyToken ?? "", words.messages);
  if (outcome.ok) return [outcome, words];
  if (outcome.why !== "token") return [outcome, { ...words, unsure: words.unsure || outcome.why === "unsure" }];
  // A token that is refused inside its minute, after a reply nobody knows the end of, was used by that reply.
  if (words.unsure) return [{ ok: true }, words];
  // Dead for good: from here on it is a push, under one retry key, whatever becomes of it.
  const dead = { ...words, replyToken: null };
  return [await push(room, talk, dead), dead];
}

async function push(room: Room, talk: Talk, words: OwedWords): Promise<Ended> {
  if (talk.state.blocked) return { ok: false, why: "blocked", status: 0, detail: "" };
  // Asked to be left alone: a late answer must not light up the telephone.
  if (!talk.state.safeToPush && words.by === null) return { ok: false, why: "hushed", status: 0, detail: "" };
  return room.channel.push(talk.person, words.messages, words.retryKey);
}

const hasToken = (room: Room, { replyToken, tokenAt }: OwedWords): boolean =>
  replyToken !== null && room.now() - tokenAt < TOKEN_MS;

function settled(room: Room, words: OwedWords, ended: Ended): SayResult {
  if (ended.ok)
    return { done: true, words, entry: words.by === null ? doubled(room, words) : entryOf(room, words, "sent") };
  if (ended.why === "hushed" || ended.why === "blocked" || ended.why === "never")
    return { done: true, words, entry: entryOf(room, words, ended.why, ended.detail) };
  if (room.now() - words.tokenAt > GIVE_UP_MS)
    return { done: true, words, entry: entryOf(room, words, "gave-up", ended.detail) };
  const tries = words.tries + 1;
  const waitMs =
    ended.why === "quota"
      ? 3_600_000
      : Math.max(backoff(tries), "retryAfterMs" in ended ? (ended.retryAfterMs ?? 0) : 0);
  const next = { ...words, tries, nextAt: room.now() + waitMs };
  const tell = ended.why === "quota" && tries === 1;
  return { done: false, words: next, entry: tell ? entryOf(room, words, "quota", ended.detail) : null };
}

/** 1, 2, 4 … 300 seconds. */
const backoff = (tries: number): number => Math.min(300_000, 500 * 2 ** tries);

/** A push after a reply whose end nobody knows may have said it twice: staff see it. */
const doubled = (room: Room, words: OwedWords): Entry | null =>
  words.unsure && !hasToken(room, words) ? entryOf(room, words, "unsure") : null;

function entryOf(room: Room, words: OwedWords, state: string, detail = ""): Entry | null {
  if (words.intake === null) return null;
  return {
    id: `${words.id}:${state}`,
    office: room.office.id,
    intake: words.intake,
    at: room.now(),
    by: words.by,
    kind: "delivery",
    body: { state, why: detail.slice(0, 200) },
  };
}
