// How different typings of the same thing become the same.
import { describe, expect, it } from "vitest";
import { foldSpaced, plain, sentences, spacedSentences } from "../../src/flow/listen/normal.ts";

describe("plain", () => {
  it.each([
    ["half-width katakana", "ｼﾆﾀｲ", "しにたい"],
    ["katakana", "シニタイ", "しにたい"],
    ["spaces of both widths", "し に　た い", "しにたい"],
    ["drawn-out vowels", "しにたーい〜", "しにたい"],
    ["small vowels of feeling", "しにたぁいぃ", "しにたい"],
    ["the long vowel of a katakana word stays", "カッター", "かったー"],
    ["small vowels that spell a katakana word stay", "ファミレス", "ふぁみれす"],
    ["full-width digits", "１２３", "123"],
    ["circled digits", "①", "1"],
    ["full-width letters", "ＯＤした", "odした"],
    ["signs and emoji", "はい！！😭（泣）", "はい泣"],
    ["an end in the middle", "うん。はい", "うんはい"],
    ["nothing but signs", "！？…", ""],
    ["a repeated letter mark is writing", "人々", "人々"],
  ])("%s: 「%s」 → 「%s」", (_, typed, expected) => expect(plain(typed)).toBe(expected));

  it.each(["ｶﾞｯｺｳ", "しにたーい", "ＤＶ　で す。", "İstanbul", "が\u3099"])(
    "「%s」 made even once stays as it is",
    (typed) => expect(plain(plain(typed))).toBe(plain(typed)),
  );
});

describe("sentences", () => {
  it.each([
    ["both ends are ends", "はい", "。はい。"],
    ["a question and a shout are ends", "なに？やめて！", "。なに。やめて。"],
    ["a new line is an end", "もう\r\n無理", "。もう。無理。"],
    ["dots of hesitation are not", "もう…無理...だ・・・よ", "。もう無理だよ。"],
    ["many ends are one", "死ぬ！！！。", "。死ぬ。"],
    ["nothing", "", "。"],
  ])("%s: 「%s」 → 「%s」", (_, typed, expected) => expect(sentences(typed)).toBe(expected));
});

describe("scripts with spaces", () => {
  it.each([
    ["apostrophes close up", "I don’t  WANT", "i dont want"],
    ["signs part words", "stop-it,now", "stop it now"],
    ["marks on letters stay", "Tôi MUỐN", "tôi muốn"],
  ])("%s: 「%s」 → 「%s」", (_, typed, expected) => expect(foldSpaced(typed)).toBe(expected));

  it("ends are words of their own", () => expect(spacedSentences("No. Help!")).toBe(" 。 no 。 help 。 。 "));
});
