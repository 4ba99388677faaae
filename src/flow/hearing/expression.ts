// Reads one listed expression (「《夫》(に|から)…殴られ」) into the elements that must follow each other.

/** One place in an expression: any of these words, at most `gap` characters after the one before. */
export interface Element {
  words: string[];
  gap: number;
  /** 「(もう|)」: may also be missing. */
  optional: boolean;
}

export interface Expression {
  /** As staff read it: 「夫に/から…殴られ」. */
  shown: string;
  /** 「A＋B」 holds in either order, so it has two rows of elements; any other expression has one. */
  orders: Element[][];
}

/** What expressions of one language are read with. */
export interface Reading {
  /** 《name》 → its words; may contain other 《names》. */
  words: Record<string, string[]>;
  /** How many characters one 「…」 may stand for. */
  gap: number;
  /** Makes a listed word even, as the text is made even. */
  fold: (text: string) => string;
}

const PIECE = /《([^》]+)》|[(（]([^)）]*)[)）]|(…+)|([^《》()（）…]+)/gu;

/**
 * `《name》` any word of that group · `(a|b)` one of these · `(a|)` may be missing · `…` up to `gap` characters
 * (`……` twice that) · `A＋B` both, in either order, within two gaps. Throws where a group does not exist or turns in a circle.
 */
export function readExpression(text: string, reading: Reading): Expression {
  const sides = text.split("＋").map((side) => readSide(side, reading));
  const [a = [], b] = sides;
  if (sides.length > 2) throw new Error(`「＋」は一つだけ使えます: ${text}`);
  const orders = b === undefined ? [a] : [join(a, b, reading.gap * 2), join(b, a, reading.gap * 2)];
  if (orders.some((order) => order.every((element) => element.optional))) throw new Error(`言葉がありません: ${text}`);
  return { shown: show(text), orders };
}

function readSide(side: string, reading: Reading): Element[] {
  const elements: Element[] = [];
  let gap = 0;
  for (const [, group, either, dots, plain] of side.matchAll(PIECE)) {
    if (dots !== undefined) gap = dots.length * reading.gap;
    else {
      const words = wordsOf(group, either, plain, reading);
      const optional = words.includes("");
      elements.push({ words: words.filter((word) => word !== ""), gap, optional });
      // What may be missing hands its gap on.
      if (!optional) gap = 0;
    }
  }
  return elements;
}

function wordsOf(group: string | undefined, either: string | undefined, plain: string | undefined, reading: Reading) {
  if (group !== undefined) return groupWords(group, reading, []);
  return (either ?? plain ?? "").split(/[|｜]/u).map(reading.fold);
}

function groupWords(name: string, reading: Reading, above: string[]): string[] {
  const listed = reading.words[name];
  if (listed === undefined) throw new Error(`《${name}》という言葉の束がありません`);
  if (above.includes(name)) throw new Error(`《${name}》が自分自身を含んでいます`);
  return listed.flatMap((word) => {
    const other = /^《(.+)》$/u.exec(word)?.[1];
    return other === undefined ? [reading.fold(word)] : groupWords(other, reading, [...above, name]);
  });
}

const join = (a: Element[], b: Element[], gap: number): Element[] => [
  ...a,
  ...b.map((element, n) => (n === 0 ? { ...element, gap } : element)),
];

const show = (text: string): string =>
  text
    .replace(/[《》]/gu, "")
    .replace(/[(（]([^)）]*)[)）]/gu, (_, either: string) => showEither(either.split(/[|｜]/u)));

/** The first of many is enough for staff: 「死に(たい|たく|たか)」 reads 「死にたい等」. */
function showEither(words: string[]): string {
  const [first = "", ...others] = words.filter((word) => word !== "");
  return others.length > 0 ? `${first}等` : first;
}
