// The very first word tells a language, where it is a word of one language alone. What is Japanese too stays Japanese.
import { expect, it } from "vitest";
import { resident } from "../talk.ts";

it.each([
  ["Kumusta po", "fil"],
  ["Hello po", "fil"],
  ["Magandang umaga", "fil"],
  ["patulong po", "fil"],
  ["selamat pagi", "id"],
  ["assalamualaikum", "id"],
  ["minta tolong", "id"],
  ["namaste", "ne"],
  ["नमस्ते", "ne"],
  ["गाह्रो", "ne"],
  ["maddat chahiyo", "ne"],
  ["hello", "en"],
  ["sure", "en"],
  ["good day po", "fil"],
  ["ya", "ja"],
  ["ok", "ja"],
  ["OK です", "ja"],
])("「%s」 is answered in %s", (said, lang) => {
  const one = resident();
  one.type(said);
  expect(one.state.lang).toBe(lang);
});

it("a word that is understood where the talk is leaves it there", () => {
  const one = resident();
  one.type("Kumusta po, may problema ako sa renta");
  one.type("ya");
  expect(one.state.lang).toBe("fil");
});
