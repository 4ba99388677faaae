// How pictures, voices and files are cut for the store.
import type { Media } from "../ports.ts";

/** Bytes of one chunk before sealing: D1 takes at most 2 MB a row, and a chunk is held in memory whole. */
export const CHUNK = 512 * 1024;

/** So long (ms) nobody writes at one upload. */
export const DAY = 86_400_000;

/** The name of an upload: names in the order in which they began, so that what is old can be told from what still comes. */
export const uploadAt = (now: number, id: string): string => `${begunAt(now)}-${id}`;

/** Between these two stand the names of the uploads that nobody can still be writing at. Before, names told no time. */
export const oldUploads = (now: number): [after: string, before: string] => [begunAt(0), begunAt(now - DAY)];

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

// --- internal ---

/** No name of before begins so: those were UUIDs. */
const begunAt = (ms: number): string => `t${String(ms).padStart(13, "0")}`;
