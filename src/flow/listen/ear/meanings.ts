// What is meant whatever was asked, made ready for hearing: whole texts by themselves, parts by their longest piece.
import { INTENTS, type Intent, type ListenFile } from "../../words.ts";
import { spellings, type Even } from "../even.ts";
import { longestOf } from "./search.ts";

/** Of what is listed for several, the first of INTENTS is meant. */
export interface Meanings {
  whole: Map<string, Intent>;
  parts: Part[];
  /** In these words no part of that is heard; longest first. */
  except: Map<Intent, string[]>;
}

/** Pieces that have to stand in this order. `word`: the longest of them, by which it is looked for. */
export interface Part {
  word: string;
  pieces: string[];
  means: Intent;
}

/** `words`: each form of the listed words. */
export function meaningsOf(
  listed: ListenFile["intents"],
  { forms }: Pick<Even, "forms">,
  words: (list: string[]) => string[],
): Meanings {
  const whole = new Map<string, Intent>();
  for (const means of INTENTS)
    for (const word of words(listed[means].whole)) if (!whole.has(word)) whole.set(word, means);
  const parts = INTENTS.flatMap((means) =>
    listed[means].part
      .flatMap(spellings)
      .flatMap((part) => piecesOf(part, forms))
      .map((pieces) => ({ word: longestOf(pieces), pieces, means })),
  );
  const excepted = (means: Intent): string[] => words(listed[means].except).sort((a, b) => b.length - a.length);
  return {
    whole,
    parts: parts.filter(({ word }) => word !== ""),
    except: new Map(INTENTS.map((means) => [means, excepted(means)])),
  };
}

// --- internal ---

/** 「先生…話す」, once for each way its pieces are typed. */
function piecesOf(part: string, forms: Even["forms"]): string[][] {
  const pieces = part.split("…").map((piece) => forms(piece.trim()));
  const ways = Math.max(...pieces.map(({ length }) => length));
  return Array.from({ length: ways }, (_, n) =>
    pieces.map((piece) => piece[n] ?? piece[0] ?? "").filter((piece) => piece.trim() !== ""),
  );
}
