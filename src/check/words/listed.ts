// Finds listed words in a text, however it is spelt: width, case, katakana, spaces and readings in brackets do not count.
import { alternatives } from "../../flow/danger/notation/alternatives.ts";
import { fold, foldSpaced } from "../../flow/listen/normal.ts";

/** The first listed word that stands in a text, as it stands in the list; null where none does. */
export type Find = (text: string) => string | null;

/** `spaces`: only whole words are found; a listed 「ill*」 with any ending. 「(a|b)」 is one or the other. */
export function finding(words: string[], spaces: boolean): Find {
  const spelt = words.flatMap((word) =>
    alternatives(word, () => []).map((one) => [evened(one, spaces), word] as const),
  );
  const bySpelling = new Map(spelt);
  const any = new RegExp([...bySpelling.keys()].map(escaped).join("|"), "u");
  return (text) => {
    for (const read of readingsOf(text)) {
      const found = any.exec(edged(read, spaces))?.[0];
      if (found !== undefined) return bySpelling.get(found) ?? found;
    }
    return null;
  };
}

// --- internal ---

/** What the program fills in ends what stands before it: nothing is read across it. */
const GAP = /\{\{.*?\}\}/gu;

/** 受付(うけつけ): both with the kanji, and as it is read aloud. */
const WITH_READING = /([一-龠々]+)[(（]([ぁ-んー]+)[)）]/gu;
const readingsOf = (text: string): string[] => {
  const whole = text.replaceAll(GAP, "\n");
  return [...new Set([whole.replaceAll(WITH_READING, "$1"), whole.replaceAll(WITH_READING, "$2")])];
};

const edged = (text: string, spaces: boolean): string => (spaces ? ` ${foldSpaced(text)} ` : fold(text));

const evened = (word: string, spaces: boolean): string =>
  spaces ? ` ${foldSpaced(word)}${word.endsWith("*") ? "" : " "}` : fold(word);

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
