// The words of a list by what they begin with, so that a text need not be compared with each of them.

/** A word, and its place in the list. */
export interface Word {
  n: number;
  word: string;
}

/** Nearly every place is empty. */
type Table = (Word[] | undefined)[];

/** Words of one letter stand by that, longer ones by their first two. */
export interface Index {
  letters: Table;
  longer: Table;
}

export function indexOf(list: string[]): Index {
  const words = list.map((word, n) => ({ n, word }));
  return {
    letters: tableOf(words.filter(({ word }) => word.length === 1)),
    longer: tableOf(words.filter(({ word }) => word.length > 1)),
  };
}

/** The words that may begin with these letters, and few others: those that fall together are told apart by comparing. */
export const wordsAt = (table: Table, first: number, second: number): Word[] | undefined =>
  table[placeIn(table, first, second)];

// --- internal ---

/** A prime parts the kana, which stand side by side. */
const placeIn = ({ length }: Table, first: number, second: number): number => (first * 167 + second) & (length - 1);

/** Four places and more for each word, and a power of two of them, so that one step finds the place. */
function tableOf(words: Word[]): Table {
  const table: Table = Array.from({ length: 2 ** Math.ceil(Math.log2(4 * words.length + 1)) });
  for (const one of words) {
    const place = placeIn(table, one.word.charCodeAt(0), one.word.length > 1 ? one.word.charCodeAt(1) : 0);
    (table[place] ??= []).push(one);
  }
  return table;
}
