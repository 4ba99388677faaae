// How pictures, voices and files are cut for the store.
import type { Media } from "../ports.ts";

/** Bytes of one chunk before sealing: D1 takes at most 2 MB a row, and a chunk is held in memory whole. */
export const CHUNK = 512 * 1024;

/** What `keep` answers when the message was taken back while its picture was on the way. */
export const wasTakenBack = (media: Omit<Media, "size">): Media => ({ ...media, size: 0, state: "retracted" });

/** Cuts and joins what arrives into chunks of `CHUNK` bytes; only the last may be shorter. */
export async function* inChunks(arriving: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let held = Buffer.alloc(CHUNK);
  let filled = 0;
  for await (const piece of arriving) {
    for (let from = 0; from < piece.length;) {
      const taken = piece.subarray(from, from + CHUNK - filled);
      held.set(taken, filled);
      from += taken.length;
      filled += taken.length;
      if (filled === CHUNK) {
        yield held;
        held = Buffer.alloc(CHUNK);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield held.subarray(0, filled);
}
