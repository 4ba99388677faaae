// Words with a gap between them: 「先生…話す」 stands wherever its pieces stand in this order.
import { spellings, type Even } from "../even.ts";
import { longestOf, standingIn } from "./search.ts";

/** Pieces that have to stand in this order. `word`: the longest of them, by which it is looked for. */
export interface InOrder {
  word: string;
  pieces: string[];
}

/** What is listed with 「…」, once for each way its pieces are typed. */
export const partsOf = (listed: string[], forms: Even["forms"]): InOrder[] =>
  listed
    .flatMap(spellings)
    .flatMap((part) => piecesOf(part, forms))
    .map((pieces) => ({ word: longestOf(pieces), pieces }))
    .filter(({ word }) => word !== "");

/** Does one of them stand in it? */
export const standInOrder = (said: string, parts: InOrder[]): boolean =>
  standingIn(said, parts).some(({ pieces }) => inOrder(said, pieces));

/** Do these stand in it, in this order? */
export function inOrder(said: string, pieces: string[]): boolean {
  let from = 0;
  return pieces.every((piece) => {
    const at = said.indexOf(piece, from);
    // The blank behind a word is the blank before the next one.
    from = at + piece.trimEnd().length;
    return at >= 0;
  });
}

// --- internal ---

function piecesOf(part: string, forms: Even["forms"]): string[][] {
  const pieces = part.split("…").map((piece) => forms(piece.trim()));
  const ways = Math.max(...pieces.map(({ length }) => length));
  return Array.from({ length: ways }, (_, n) =>
    pieces.map((piece) => piece[n] ?? piece[0] ?? "").filter((piece) => piece.trim() !== ""),
  );
}
