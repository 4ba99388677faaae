// Fetches a picture, voice or file from LINE before LINE deletes it, and keeps it sealed, up to the office's size.
import { typeOf } from "../intake/media-type.ts";
import type { Owed, Talk } from "../ports.ts";
import type { Room } from "./room.ts";

type MediaOwed = Extract<Owed, { do: "media" }>;

/** After so many tries LINE no longer has it. */
const TRIES = 12;

export class TooBig extends Error {}

/** `next`: still owed, or null. `tell`: what the resident should be told. */
export async function fetchMedia(
  room: Room,
  talk: Talk,
  owed: MediaOwed,
): Promise<{ next: MediaOwed | null; tell: "media-too-big" | "media-gone" | null }> {
  const intake = owed.intake === "" ? (talk.state.intake ?? talk.key) : owed.intake;
  const row = { id: owed.messageId, office: room.office.id, intake, type: "application/octet-stream", size: 0 };
  try {
    const fetched = await room.channel.fetch(owed.messageId);
    if (fetched.state === "gone") return await marked("gone", "media-gone");
    if (fetched.state !== "ready") return later();
    const [type, chunks] = await typeOf(limited(fetched.chunks, room.office.mediaMiB * 1024 * 1024));
    await room.store.media.keep({ ...row, type, state: "kept" }, chunks);
    return { next: null, tell: null };
  } catch (error) {
    if (error instanceof TooBig) return marked("too-big", "media-too-big");
    room.log.warn(
      { reason: error instanceof Error ? error.name : "unknown" },
      "media: could not be fetched, will be tried again",
    );
    return later();
  }

  async function marked(state: "gone" | "too-big", tell: "media-too-big" | "media-gone") {
    await room.store.media.mark({ ...row, state });
    return { next: null, tell };
  }
  function later():
    | { next: MediaOwed | null; tell: null }
    | Promise<{ next: null; tell: "media-gone" | "media-too-big" }> {
    const tries = owed.tries + 1;
    if (tries >= TRIES) return marked("gone", "media-gone");
    return { next: { ...owed, tries, nextAt: room.now() + Math.min(300_000, 1000 * 2 ** tries) }, tell: null };
  }
}

// --- internal ---

async function* limited(chunks: AsyncIterable<Uint8Array>, most: number): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > most) throw new TooBig();
    yield chunk;
  }
}
