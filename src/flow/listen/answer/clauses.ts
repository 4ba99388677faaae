// Clauses of an answer to 「どれで連絡しますか」: 「nhắn line đừng gọi」 → 「nhắn line」「đừng gọi」.
import { clausesOf } from "../edges.ts";
import { found, type Entry, type Listen } from "../lists.ts";
import { without } from "./choice.ts";

/** 「電話はやめて家に来て」「家には来ないで電話で」「電話より窓口で」: the other way stands behind. */
const RATHER = /(?<=やめて|(?:来|こ|送ら|おくら)ないで|(?:じゃ|では)なくて?|より)(?!て)/u;

/** A way that is not wanted is a clause of its own, without a pause too. */
export const wishesOf = (listen: Listen, text: string, ways: Entry<string>[]): string[] =>
  clausesOf(listen, text).flatMap((clause) => {
    if (!listen.spaces) return otherWay(listen, clause, ways);
    const words = clause.split(/\s+/u);
    const from = words.findIndex((_, n) => n > 0 && refusesWay(listen, words.slice(n).join(" "), ways));
    return from < 0 ? [clause] : [words.slice(0, from).join(" "), words.slice(from).join(" ")];
  });

// --- internal ---

function otherWay(listen: Listen, clause: string, ways: Entry<string>[]): string[] {
  const parts = clause.split(RATHER);
  const isOther = parts.length > 1 && found(listen.plain(parts.at(-1) ?? ""), ways).length > 0;
  return isOther ? parts : [clause];
}

/** 「đừng gọi」 says which way; 「không tiện」 speaks of the way named before it. */
function refusesWay(listen: Listen, text: string, ways: Entry<string>[]): boolean {
  const said = listen.plain(text);
  const forms = [said, without(listen, said)];
  return listen.avoid.some((word) => forms.some((form) => form.startsWith(word)) && found(word, ways).length > 0);
}
