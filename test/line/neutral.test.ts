// What a locked telephone shows of our words: one line, and nothing of the words. What is pressed inside still rings.
import type { messagingApi } from "@line/bot-sdk";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { neutral } from "../../src/line/neutral.ts";
import { linksIn } from "../../src/line/neutral/links.ts";
import { writeMessages } from "../../src/line/write-messages.ts";
import { flexWords } from "../../src/try/flex-words.ts";
import { refusalOf } from "../../src/try/limits/messages.ts";

const ALT = "あおば市からの お返事が あります";
const hidden = (text: string): messagingApi.FlexMessage =>
  neutral([{ type: "text", text }], ALT)[0] as messagingApi.FlexMessage;
const wordsOf = (text: string): string => flexWords(hidden(text).contents);
const urisOf = (text: string): string[] => linksIn(text).map(({ uri }) => uri);

describe("a text becomes a bubble whose words stand inside", () => {
  test("one line is one text that wraps and grows with the letters of the telephone", () => {
    expect(hidden("読みました。")).toEqual({
      type: "flex",
      altText: ALT,
      contents: {
        type: "bubble",
        body: {
          type: "box",
          layout: "vertical",
          spacing: "lg",
          contents: [{ type: "text", text: "読みました。", wrap: true, scaling: true }],
        },
      },
    });
  });

  test.each([
    ["lines", "一つめ。\n二つめ。"],
    ["paragraphs", "一つめ。\n\n二つめ。\n三つめ。"],
    ["numbers among them", "いま話せるところがあります。\n警察 110（24時間）\nDV相談ナビ #8008\n\n急ぎません。"],
    ["two numbers in a line", "急ぐときは、119（救急）・110（警察）へ。\nまたどうぞ。"],
    ["a text longer than one part holds", `${"あ".repeat(1900)}。${"い".repeat(1900)}`],
  ])("%s are read as they were written", (_, text) => expect(wordsOf(text)).toBe(text));

  test("the buttons stay under it, and what is no text stays as it is", () => {
    const buttons = [{ label: "はい", step: "safety", value: "OK" }];
    const [first, last] = writeMessages(
      [
        { text: "一。", buttons: [] },
        { text: "二。", buttons },
      ],
      "talk",
      "",
    );
    const sticker = { type: "sticker", packageId: "1", stickerId: "2" } as messagingApi.Message;
    const covered = neutral([first!, last!, sticker], ALT);
    expect(covered.map(({ type }) => type)).toEqual(["flex", "flex", "sticker"]);
    expect(covered.map(({ quickReply }) => quickReply)).toEqual([undefined, last!.quickReply, undefined]);
  });

  test("the line of a number is pressable as a whole, and only the number looks so", () => {
    const { body } = hidden("DV相談ナビ #8008（相談は無料）").contents as messagingApi.FlexBubble;
    expect(body?.contents).toEqual([
      {
        type: "text",
        contents: [
          { type: "span", text: "DV相談ナビ " },
          { type: "span", text: "#8008", color: "#0055AA", decoration: "underline" },
          { type: "span", text: "（相談は無料）" },
        ],
        wrap: true,
        scaling: true,
        action: { type: "uri", label: "#8008", uri: "tel:%238008" },
      },
    ]);
  });
});

describe("what can be pressed", () => {
  test.each([
    ["警察 110（24時間）", ["tel:110"]],
    ["119（救急）・110（警察）へ。", ["tel:119", "tel:110"]],
    ["救急安心センター #7119", ["tel:%237119"]],
    ["いちはやく 189", ["tel:189"]],
    ["チャイルドライン 0120-99-7777（毎日16時〜21時）", ["tel:0120997777"]],
    ["24時間子供SOSダイヤル 0120-0-78310", ["tel:0120078310"]],
    ["法テラス 0570-078374", ["tel:0570078374"]],
    ["職員の携帯は 09012345678 です", ["tel:09012345678"]],
    ["０１２０−２７９−３３８ へ", ["tel:0120279338"]],
    ["ここに https://example.jp/あ?b=1。", ["https://example.jp/%E3%81%82?b=1"]],
    ["https://example.jp/0120-279-338 だけ", ["https://example.jp/0120-279-338"]],
  ])("%s", (text, uris) => expect(urisOf(text)).toEqual(uris));

  test.each([
    "110円 足りません",
    "1号棟 119号室",
    "11月24日(火)の8時30分から",
    "受付番号：2026-110ABC",
    "2026-11-24 10:00",
    "12345678901234567890",
    "#12345",
    "188人",
    `https://example.jp/${"あ".repeat(400)}`,
  ])("nothing in: %s", (text) => expect(urisOf(text)).toEqual([]));
});

const bit = fc.constantFrom(
  "あ",
  "。",
  "\n",
  "\n\n",
  " ",
  "110",
  "#8008 ",
  "0120-279-338",
  "https://a.jp/",
  "👩‍👩‍👧‍👦",
  '"',
  "\u0001",
);
const anyText = fc
  .tuple(fc.array(bit, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 900 }))
  .map(([bits, n]) => bits.join("").repeat(n).slice(0, 20_000));

test("whatever is said, LINE takes it, not one mark of it is lost, and none stands outside", () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), (texts) => {
      const plain = writeMessages(
        texts.map((text) => ({ text, buttons: [] })),
        "talk",
        "",
      );
      const messages = neutral(plain, ALT);
      if (messages.length > 0) expect(refusalOf({ messages })).toBeNull();
      const ink = (text: string): string => text.replaceAll(/\s/g, "").replaceAll("\u0001", "\ufffd");
      expect(messages.map((one) => ink(flexWords((one as messagingApi.FlexMessage).contents)))).toEqual(
        plain.map(({ text }) => ink(text)),
      );
      expect(messages.every((one) => one.type === "flex" && one.altText === ALT)).toBe(true);
    }),
    { numRuns: 100 },
  );
});
