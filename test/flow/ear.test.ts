// What is heard of a text is heard once a turn, and forgotten when the turn is over.
import { describe, expect, test } from "vitest";
import { inOneTurn, onceATurn, shortMemory } from "../../src/flow/listen/ear/memory.ts";

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
