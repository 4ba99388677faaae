// Reads one listed expression (「《夫》(に|から)…殴られ」) into the elements that must follow each other.

import { alternatives, closing } from "./alternatives.ts";

/** One place in an expression: any of these words, at most `gap` characters after the one before. */
export interface Element {
  /** 「kut*」: and whatever else the word goes on with. */
  words: string[];
  /** The same words as they are also typed: where a word of the text begins, or right behind the element before. */
  also: string[];
  gap: number;
  /** 「(もう|)」: may also be missing. */
  optional: boolean;
}

/** What expressions of one language are read with. */
export interface Reading {
  /** 《name》 → its words; may contain other 《names》. */
  words: Record<string, string[]>;
  /** How many characters one 「…」 may stand for. */
  gap: number;
  /** Makes a listed word even, as the text is made even. */
  fold: (text: string) => string;
  /** What else a word, made even, is typed as. */
  alsoTyped: (word: string) => string[];
  /** Words of groups already spelt out: a group stands in many expressions. */
  spelt: Map<string, string[]>;
}

/**
 * `《name》` any word of that group · `(a|b)` one of these · `(a|)` may be missing · `a*` any word that begins so · `…` up to
 * `gap` characters (`……` twice that) · `A＋B` both in one sentence, in either order, within two gaps · `A＆B` both in one message.
 * Gives the sides of 「＆」 (one, or two), each in its orders (one, or two for 「＋」), each a row of elements.
 * Throws where a group does not exist or turns in a circle.
 */
export function readExpression(written: string, reading: Reading): Element[][][] {
  const text = written.replaceAll("（", "(").replaceAll("）", ")").replaceAll("｜", "|");
  const sides = text.split("＆").map((side) => readOrders(side, reading));
  if (sides.length > 2) throw new Error(`「＆」は一つだけ使えます: ${text}`);
  return sides;
}

function readOrders(text: string, reading: Reading): Element[][] {
  const [a = [], b, c] = text.split("＋").map((part) => readSide(part, reading));
  if (c !== undefined) throw new Error(`「＋」は一つだけ使えます: ${text}`);
  const orders = b === undefined ? [a] : [join(a, b, reading.gap * 2), join(b, a, reading.gap * 2)];
  if (orders.some((order) => order.every((element) => element.optional))) throw new Error(`言葉がありません: ${text}`);
  return orders;
}

function readSide(side: string, reading: Reading): Element[] {
  const elements: Element[] = [];
  let gap = 0;
  for (const piece of pieces(side)) {
    if (piece.startsWith("…")) gap = piece.length * reading.gap;
    else {
      const words = alternatives(piece, (name) => groupWords(name, reading, [])).map((word) => even(word, reading));
      const optional = words.includes("");
      const also = [...new Set(words.flatMap(reading.alsoTyped))].filter((word) => !words.includes(word));
      elements.push({ words: words.filter((word) => word !== ""), also, gap, optional });
      // What may be missing hands its gap on.
      if (!optional) gap = 0;
    }
  }
  return elements;
}

/** 「《夫》(に|から)…殴られ」 → 《夫》, (に|から), …, 殴られ. */
function pieces(side: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < side.length;) {
    const end = pieceEnd(side, at);
    found.push(side.slice(at, end));
    at = end;
  }
  return found.filter((piece) => piece.trim() !== "");
}

/** A 「*」 after a bracket belongs to it. */
function pieceEnd(side: string, at: number): number {
  if (side[at] === "(") return withStar(side, closing(side, at) + 1);
  if (side[at] === "《") return withStar(side, side.indexOf("》", at) + 1 || side.length);
  const [run = ""] = /^(…+|[^《(…]+)/u.exec(side.slice(at)) ?? [];
  return at + Math.max(1, run.length);
}

const withStar = (side: string, end: number): number => (side[end] === "*" ? end + 1 : end);

/** Made even as the text is, but for its 「*」. */
function even(word: string, { fold }: Reading): string {
  const parts = word.split("*");
  if (!parts.slice(1).every((part) => part === "" || part.startsWith(" ")))
    throw new Error(`「*」は語の終わりだけに書けます: ${word}`);
  const [first = "", ...rest] = parts.map(fold);
  if (rest.length > 0 && first === "") throw new Error(`「*」の前に語がありません: ${word}`);
  return [first, ...rest.map((part) => (part === "" ? "" : ` ${part}`))].join("*");
}

function groupWords(name: string, reading: Reading, above: string[]): string[] {
  const known = reading.spelt.get(name);
  if (known !== undefined) return known;
  const listed = reading.words[name];
  if (listed === undefined) throw new Error(`《${name}》という言葉の束がありません`);
  if (above.includes(name)) throw new Error(`《${name}》が自分自身を含んでいます`);
  const spelt = listed.flatMap((word) => alternatives(word, (other) => groupWords(other, reading, [...above, name])));
  reading.spelt.set(name, spelt);
  return spelt;
}

const join = (a: Element[], b: Element[], gap: number): Element[] => [
  ...a,
  ...b.map((element, n) => (n === 0 ? { ...element, gap } : element)),
];
