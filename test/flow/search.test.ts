// Listed words are found where they stand, and nowhere else.
import { describe, expect, test } from "vitest";
import { anyIn, sightings, standingIn, type Listed } from "../../src/flow/listen/ear/search.ts";
import { book } from "./talk.ts";

describe("words of a list in a text", () => {
  const words = ["おばあちゃん", "ばあちゃん", "母", "a", " a "].map((word) => ({ word }));

  test("each where it stands, in the order of the list", () =>
    expect(sightings("母とおばあちゃん、母", words)).toEqual([
      { n: 0, at: 2 },
      { n: 1, at: 3 },
      { n: 2, at: 0 },
      { n: 2, at: 9 },
    ]));

  test("one letter, and one letter between blanks", () =>
    expect(sightings(" a a", words)).toEqual([
      { n: 3, at: 1 },
      { n: 3, at: 3 },
      { n: 4, at: 0 },
    ]));

  test("none in nothing", () => expect(sightings("", words)).toEqual([]));
});

describe("every list of every language", () => {
  test.each(Object.entries(book.flow.listen))(
    "of %s is found as by looking for one word after the other",
    (_, listen) => {
      const { relations, mask, intents, windows, covered } = listen;
      const lists: Listed[][] = [relations, mask, intents.parts, windows, covered];
      const texts = textsOf(lists.flat().map(wordOf));
      for (const list of lists)
        for (const text of texts) {
          const standing = list.filter((listed) => text.includes(wordOf(listed)));
          expect(standingIn(text, list), text).toEqual(standing);
          expect(anyIn(text, list), text).toBe(standing.length > 0);
        }
    },
  );
});

const wordOf = (listed: Listed): string => (typeof listed === "string" ? listed : listed.word);

/** Two of the listed words in a row, and the end of one with the beginning of the other: words that nearly stand. */
const textsOf = (words: string[]): string[] =>
  words
    .filter((_, n) => n % 40 === 0)
    .map((word, n) => [word, words[(n * 7919) % words.length] ?? ""])
    .flatMap(([one = "", other = ""]) => [one + other, one.slice(1) + other.slice(0, -1)]);
