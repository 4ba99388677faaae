// When words may be said: as a reply while its token lives, and after a try that failed not before a pause.
// https://developers.line.biz/en/reference/messaging-api/#send-reply-message
import type { OwedWords } from "../../ports.ts";
import type { Room } from "../room.ts";

/** A minute from when the webhook reached us; the last ten seconds are left to the way there (ms). */
const TOKEN_MS = 50_000;

/** Can these words still be a reply? */
export const hasToken = (room: Room, { replyToken, tokenAt }: OwedWords): boolean =>
  replyToken !== null && room.now() - tokenAt < TOKEN_MS;

/** The pause after this try (ms): twice as long as the last one, from `first` up to `longest`; spread. */
export const pauseAfter = (id: string, tries: number, { first, longest }: { first: number; longest: number }): number =>
  spread(`${id} ${tries}`, Math.min(longest, first * 2 ** tries));

/**
 * Between half of the pause and the whole of it: of many who were refused at one moment, no two come back together. Drawn
 * from the id of what is owed, so that a run can be repeated.
 */
export const spread = (id: string, ms: number): number => Math.round(ms * (0.5 + shareOf(id) / 2));

// --- internal ---

/** Of a text, a number in [0, 1). FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  // Its upper bits hardly know the last letters; mixed, they do.
  return ((Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
