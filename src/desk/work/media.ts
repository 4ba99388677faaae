// Fetches a picture, voice or file from LINE before LINE deletes it, and keeps it sealed, up to the office's size.
import { saying } from "../../flow/effect.ts";
import { typeOf } from "../../intake/media-type.ts";
import type { Owed, OwedWords, Talk } from "../../ports.ts";
import { LEASE_MS, type Claim, type Done } from "../claim.ts";
import type { Room } from "../room.ts";
import { tooLongIn } from "../turn/given.ts";
import { rendered } from "../turn/rendered.ts";
import { said } from "../turn/said.ts";
import { settle } from "./settle.ts";
import { pauseAfter } from "./when.ts";

type MediaOwed = Extract<Owed, { do: "media" }>;

/** 2, 4, 8 … 300 seconds apart: for about a day. After that LINE no longer has it. */
const TRIES = 300;
const LONGEST_WAIT_MS = 300_000;

export class TooBig extends Error {}

/** @throws when the store fails; then it is fetched once more */
export async function media(room: Room, claim: Claim): Promise<void> {
  for (const item of claim.mine)
    if (item.do === "media" && !claim.done.some(({ id }) => id === item.id))
      claim.done.push(await one(room, claim.talk, item));
  await settle(room, claim.talk, claim.done);
}

// --- internal ---

async function one(room: Room, talk: Talk, item: MediaOwed): Promise<Done> {
  const state = await fetched(room, talk, item);
  if (state === "kept") return { id: item.id, next: null, said: [], entries: [] };
  const tries = item.tries + 1;
  const nextAt = room.now() + pauseAfter(item.id, tries, { first: 1000, longest: LONGEST_WAIT_MS });
  if (state === "later" && tries < TRIES)
    return { id: item.id, next: { ...item, tries, nextAt }, said: [], entries: [] };
  const ended = state === "too-big" ? state : "gone";
  await room.store.media.mark({ ...rowOf(room, item), size: 0, state: ended });
  return item.silent ? { id: item.id, next: null, said: [], entries: [] } : told(room, talk, item.id, `media-${ended}`);
}

async function fetched(room: Room, talk: Talk, item: MediaOwed): Promise<"kept" | "gone" | "too-big" | "later"> {
  try {
    const content = await room.channel.fetch(item.messageId);
    if (content.state !== "ready") return content.state === "gone" ? "gone" : "later";
    const held = holding(room, talk, item, content.chunks);
    const [type, chunks] = await typeOf(limited(held, room.office.mediaMiB * 1024 * 1024));
    await room.store.media.keep({ ...rowOf(room, item), type, state: "kept" }, chunks);
    return "kept";
  } catch (error) {
    if (error instanceof TooBig) return "too-big";
    room.log.warn({ reason: error instanceof Error ? error.name : "unknown" }, "media: will be fetched again");
    return "later";
  }
}

const rowOf = (room: Room, { messageId, intake }: MediaOwed) => ({
  id: messageId,
  office: room.office.id,
  intake,
  type: "application/octet-stream",
});

/** While it comes, it stays ours: the claim is renewed before it ends, so that nobody fetches it a second time. */
async function* holding(
  room: Room,
  talk: Talk,
  item: MediaOwed,
  chunks: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  let until = item.nextAt;
  for await (const chunk of chunks) {
    if (room.now() > until - LEASE_MS / 2) {
      until = room.now() + LEASE_MS;
      const next = { ...item, tries: item.tries + 1, nextAt: until };
      await settle(room, talk, [{ id: item.id, next, said: [], entries: [] }]);
    }
    yield chunk;
  }
}

async function* limited(chunks: AsyncIterable<Uint8Array>, most: number): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > most) throw new TooBig();
    yield chunk;
  }
}

/** That a picture could not be kept is said once, by a push: the reply was given long before. */
function told(room: Room, talk: Talk, id: string, key: "media-too-big" | "media-gone"): Done {
  const { intake, lang } = talk.state;
  const { bubbles } = rendered(room, talk.state, [saying(key)], null);
  const words: OwedWords = {
    do: "say",
    id: `${id}:told`,
    messages: room.channel.write(bubbles, intake ?? "", tooLongIn(room, lang)),
    replyToken: null,
    tokenAt: room.now(),
    retryKey: room.newId(),
    intake,
    by: null,
    tries: 0,
    nextAt: room.now(),
    unsure: false,
  };
  return { id, next: words, said: said(room, talk, words.id, room.now(), bubbles), entries: [] };
}
