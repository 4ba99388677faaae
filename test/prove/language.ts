// As if some texts were each the first in a language: whoever writes one is told 200, and heard when that is ready.
import { setTimeout as rest } from "node:timers/promises";
import type { Room } from "../../src/desk/room.ts";

export interface Languages {
  unready: NonNullable<Room["unready"]>;
  /** So many texts had to wait in this program. */
  waited(): number;
}

/** One text in so many is in a language of its own, which is made ready once in each program. */
const EVERY = 4;
/** So long (ms) that others come and go between. */
const MAKING_MS = 5;

export function languages(): Languages {
  const ready = new Set<string>();
  return {
    waited: () => ready.size,
    unready(words) {
      const wanted = words.filter((text) => isForeign(text) && !ready.has(text));
      if (wanted.length === 0) return null;
      return async () => {
        await rest(MAKING_MS);
        for (const text of wanted) ready.add(text);
      };
    },
  };
}

// --- internal ---

/** By the text alone, so that every program and every run holds the same ones for foreign. */
const isForeign = (text: string): boolean =>
  Array.from(text, (letter) => letter.codePointAt(0) ?? 0).reduce((sum, code) => sum + code, 0) % EVERY === 0;
