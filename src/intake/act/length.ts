// How long what staff write may be, and what is said where it is longer.
import type { Problem } from "./change.ts";

/** Room for a note or a reason. */
export const NOTE_MAX = 4000;

/** What is wrong with the length of a reason, in words for whoever typed it; [] where nothing is. */
export function overlong(field: string, typed: string): Problem[] {
  const { length } = typed.trim();
  return length > NOTE_MAX ? [{ field, say: `${NOTE_MAX}文字までです（いま${length}文字）。短くしてください` }] : [];
}
