// Clauses of an answer to 「どれで連絡しますか」: 「nhắn line đừng gọi」 → 「nhắn line」「đừng gọi」.
import { clausesOf } from "../edges.ts";
import type { Listen } from "../lists.ts";

/** Where words stand apart, what is not wanted begins a clause of its own. */
export const wishesOf = (listen: Listen, text: string): string[] =>
  clausesOf(listen, text).flatMap((clause) => {
    if (!listen.spaces) return [clause];
    const words = clause.split(/\s+/u);
    const from = words.findIndex((_, n) => n > 0 && opens(listen, words.slice(n).join(" ")));
    return from < 0 ? [clause] : [words.slice(0, from).join(" "), words.slice(from).join(" ")];
  });

// --- internal ---

const opens = ({ plain, avoid }: Listen, text: string): boolean => avoid.some((word) => plain(text).startsWith(word));
