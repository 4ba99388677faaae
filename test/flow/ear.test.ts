// What is heard of a text is heard once a turn, and forgotten when the turn is over.
import { describe, expect, test } from "vitest";
import { inOneTurn, onceATurn, shortMemory } from "../../src/flow/listen/ear/memory.ts";
import { sightings } from "../../src/flow/listen/ear/search.ts";

describe("the ear", () => {
  const heard: string[] = [];
  const listen = onceATurn((text) => heard.push(text));
  const remember = shortMemory();

  test("hears the same words once a turn, and anew in the next", () => {
    inOneTurn(() => [listen("はい"), listen("はい"), listen("いいえ")]);
    expect(heard).toEqual(["はい", "いいえ"]);
    inOneTurn(() => listen("はい"));
    expect(heard).toEqual(["はい", "いいえ", "はい"]);
  });

  test("remembers nothing outside a turn", () => {
    heard.length = 0;
    listen("はい");
    listen("はい");
    expect(heard.length).toBe(2);
  });

  test("forgets also where a turn breaks off", () => {
    heard.length = 0;
    const broken = (): void =>
      inOneTurn(() => {
        listen("はい");
        remember("what はい means", () => "yes");
        throw new Error("broken");
      });
    expect(broken).toThrow("broken");
    inOneTurn(() => listen("はい"));
    expect(heard.length).toBe(2);
    expect(inOneTurn(() => remember("what はい means", () => "no"))).toBe("no");
  });
});

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
