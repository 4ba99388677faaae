// Talks as this program wrote them last, so that the next word of the same person need not open and read the row again.
import type { Talk } from "../../../ports.ts";
import { owedStill, type SealedTalk } from "./talk.ts";

/** So many talks at most, those written last: some kilobytes each, tens of them where somebody told very much. */
const MOST = 256;

export interface Remembered {
  /** The talk of this row; null where the row is not what was written here. Shared: nobody may change it. */
  read: (row: SealedTalk) => Talk | null;
  keep: (talk: Talk, sealed: string) => void;
  /** Of these keys, what has no row any more is forgotten. */
  keepOnly: (rows: SealedTalk[], keys: string[]) => void;
}

/**
 * The database alone is believed: a talk is taken from here only where the row's sealed words are, letter for letter, those
 * this program wrote (no two are alike: each has a nonce of its own). What another program wrote, or staff, is read anew.
 */
export function rememberedTalks(): Remembered {
  const known = new Map<string, { sealed: string; talk: Talk }>();
  return {
    read(row) {
      const one = known.get(row.key);
      if (one === undefined || one.sealed !== row.sealed) return null;
      return { ...one.talk, revision: Number(row.revision), owed: owedStill(one.talk.owed, row) };
    },
    keep(talk, sealed) {
      known.delete(talk.key);
      known.set(talk.key, { sealed, talk });
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
    },
    keepOnly(rows, keys) {
      for (const key of keys) if (known.has(key) && !rows.some((row) => row.key === key)) known.delete(key);
    },
  };
}
