// Spells out 「(て(やる|やりた)|《たい》|)」 as the plain words it stands for.

/** Gives the words of a group 《name》. */
type Group = (name: string) => string[];

/** An expression with more spellings than this is better written as two. */
const MOST_SPELLINGS = 2000;

/**
 * Every spelling of `text`, which may hold 《groups》 and brackets within brackets; an empty branch gives "".
 * Throws where a bracket is not closed or the spellings are too many.
 */
export function alternatives(text: string, group: Group): string[] {
  const spellings = branches(text).flatMap((branch) => spellOut(branch, group));
  if (spellings.length > MOST_SPELLINGS) throw new Error(`言いかえが多すぎます: ${text}`);
  return [...new Set(spellings)];
}

/** Where the bracket that opens at `from` closes. */
export function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return at;
  }
  throw new Error(`かっこが閉じていません: ${text}`);
}

function spellOut(branch: string, group: Group): string[] {
  const start = branch.search(/[(《]/u);
  if (start < 0) return [branch];
  const end = branch[start] === "(" ? closing(branch, start) : branch.indexOf("》", start);
  const inside = branch.slice(start + 1, end);
  const middles = branch[start] === "(" ? alternatives(inside, group) : group(inside);
  const rests = spellOut(branch.slice(end + 1), group);
  return middles.flatMap((middle) => rests.map((rest) => branch.slice(0, start) + middle + rest));
}

/** Splits at 「|」, but not inside brackets. */
function branches(text: string): string[] {
  const found = [""];
  let depth = 0;
  for (const letter of text) {
    if (letter === "(") depth++;
    if (letter === ")") depth--;
    if (letter === "|" && depth === 0) found.push("");
    else found[found.length - 1] += letter;
  }
  return found;
}
