// What is meant whatever was asked, made ready for hearing: whole texts by themselves, parts by their longest piece.
import { INTENTS, type Intent, type ListenFile } from "../../words.ts";
import type { Even } from "../even.ts";
import { partsOf, type InOrder } from "./parts.ts";

/** Of what is listed for several, the first of INTENTS is meant. */
export interface Meanings {
  whole: Map<string, Intent>;
  parts: Part[];
  /** In these words no part of that is heard; longest first. */
  except: Map<Intent, string[]>;
}

export interface Part extends InOrder {
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
  const parts = INTENTS.flatMap((means) => partsOf(listed[means].part, forms).map((part) => ({ ...part, means })));
  const excepted = (means: Intent): string[] => words(listed[means].except).sort((a, b) => b.length - a.length);
  return {
    whole,
    parts,
    except: new Map(INTENTS.map((means) => [means, excepted(means)])),
  };
}
