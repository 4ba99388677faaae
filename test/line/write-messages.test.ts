// Whatever is to be said fits LINE's limits, and nothing of it is lost or broken.
import type { messagingApi } from "@line/bot-sdk";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Button, Said } from "../../src/flow/render.ts";
import { readButton } from "../../src/line/button.ts";
import { writeMessages } from "../../src/line/write-messages.ts";

const TALK = "k".repeat(43);
const CUT = "（ここまで）";
const say = (text: string, ...buttons: Button[]): Said => ({ text, buttons });
const button = (label: string, value = "v"): Button => ({ label, step: "who", value });
const textsOf = (said: Said[]): string[] => writeMessages(said, TALK, CUT).map((message) => message.text);
const actionsOf = (messages: messagingApi.TextMessage[]): messagingApi.PostbackAction[] =>
  (messages.at(-1)?.quickReply?.items ?? []).map((item) => item.action as messagingApi.PostbackAction);
const lettersOf = (text = ""): number =>
  [...new Intl.Segmenter("ja", { granularity: "grapheme" }).segment(text)].length;
const inkOf = (text: string): string => text.replaceAll(/\s/g, "");

describe("texts", () => {
  test("one message each, as it is", () => {
    expect(writeMessages([say("こんにちは。"), say("どなたのことですか。")], TALK, CUT)).toEqual([
      { type: "text", text: "こんにちは。" },
      { type: "text", text: "どなたのことですか。" },
    ]);
  });

  test("five stay five; of seven the shortest neighbours share a message", () => {
    expect(textsOf(["a", "b", "c", "d", "e"].map((text) => say(text)))).toHaveLength(5);
    expect(textsOf(["一二三四", "五", "六", "七八九十", "あい", "うえ", "おかきく"].map((text) => say(text)))).toEqual([
      "一二三四",
      "五\n\n六",
      "七八九十",
      "あい\n\nうえ",
      "おかきく",
    ]);
  });

  test.each([
    ["a line", "あ".repeat(3000) + "い。\n", "う".repeat(3000)],
    ["a sentence", "あ".repeat(4000) + "。", "い、う".repeat(1000)],
    ["a pause, where there is no better", "あ".repeat(4000) + "、", "い".repeat(3000)],
    ["a letter, where there is no pause", "あ".repeat(5000), "あ".repeat(10)],
    ["a whole emoji", "あ".repeat(4996), "👩‍👩‍👧‍👦" + "い".repeat(10)],
  ])("a long text is parted after %s", (_label, first, second) => {
    expect(textsOf([say(first + second)])).toEqual([first, second]);
  });

  test("a text of blanks is left out, and so is silence", () => {
    expect(textsOf([say(" \n"), say("はい"), say("")])).toEqual(["はい"]);
    expect(writeMessages([], TALK, CUT)).toEqual([]);
  });

  test("more than five full messages: the end says so", () => {
    const texts = textsOf([say("あ".repeat(30_000))]);
    expect(texts.map((text) => text.length <= 5000)).toEqual([true, true, true, true, true]);
    expect(texts.at(-1)).toMatch(/あ\n\n（ここまで）$/);
  });

  test("six of four thousand still go into five, whole", () => {
    const said = Array.from({ length: 6 }, (_, n) => say(String(n).repeat(4000)));
    expect(textsOf(said).length).toBeLessThanOrEqual(5);
    expect(inkOf(textsOf(said).join(""))).toBe(said.map((one) => one.text).join(""));
  });
});

describe("buttons", () => {
  test("a quick reply that comes back as the choice it was", () => {
    const [message] = writeMessages([say("どなたのことですか。", button("自分のこと", "SELF"))], TALK, CUT);
    const data = `k1|${TALK}|who|SELF|自分のこと`;
    const action = { type: "postback", label: "自分のこと", data, displayText: "自分のこと" };
    expect(message?.quickReply).toEqual({ items: [{ type: "action", action }] });
    expect(readButton(data)).toEqual({ kind: "choice", talk: TALK, step: "who", value: "SELF", label: "自分のこと" });
  });

  test("stand under the last message only, though the question came before", () => {
    const messages = writeMessages([say("一", button("古い")), say("二", button("はい")), say("三")], TALK, CUT);
    expect(messages.map((message) => message.quickReply !== undefined)).toEqual([false, false, true]);
    expect(actionsOf(messages).map((action) => action.label)).toEqual(["はい"]);
  });

  test("thirteen at most, the first ones", () => {
    const many = Array.from({ length: 16 }, (_, n) => button(`${n + 1}`));
    expect(actionsOf(writeMessages([say("どれですか。", ...many)], TALK, CUT)).map((action) => action.label)).toEqual(
      many.slice(0, 13).map((one) => one.label),
    );
  });

  test("a long label is shortened on the button and whole in what the person says", () => {
    const long = "家族のことで困っていて、だれに言えばいいか分からない";
    const [action] = actionsOf(writeMessages([say("？", button(long))], TALK, CUT));
    expect(action).toMatchObject({ label: `${long.slice(0, 19)}…`, displayText: long });
    expect(readButton(action?.data ?? "")?.label).toBe(long);
  });

  test.each([
    ["no words on it", button(" ")],
    ["data that LINE would refuse", button("はい", "v".repeat(300))],
  ])("one with %s is left out, the rest stay", (_label, bad) => {
    const messages = writeMessages([say("？", bad, button("いいえ"))], TALK, CUT);
    expect(actionsOf(messages).map((action) => action.label)).toEqual(["いいえ"]);
    expect(writeMessages([say("？", bad)], TALK, CUT)).toEqual([{ type: "text", text: "？" }]);
  });
});

describe("data that is not ours is not a choice", () => {
  test.each([
    ["empty", ""],
    ["a query", "a=1&b=2"],
    ["a later way", "k2|t|s|v|l"],
    ["cut short", "k1|t|s"],
    ["no talk", "k1||s|v|l"],
    ["damaged", "k1|%E3%|s|v|l"],
  ])("%s", (_label, data) => expect(readButton(data)).toBeNull());
});

// Whole emoji families, half pairs, marks upon marks, line ends: what breaks a careless cut.
const bit = fc.constantFrom("あ", "。", "、", "\n", " ", "👩‍👩‍👧‍👦", "🇯🇵", "が", "!️", "\ud83d", "\udc00", "|", "%", "x");
const anyText = fc.oneof(
  fc.array(bit, { maxLength: 60 }).map((bits) => bits.join("")),
  fc
    .tuple(fc.array(bit, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 1200 }))
    .map(([bits, n]) => bits.join("").repeat(n).slice(0, 20_000)),
);
const anyButton = fc.record({ label: anyText, step: fc.string({ minLength: 1 }), value: fc.string({ maxLength: 40 }) });
const anySaid = fc.array(fc.record({ text: anyText, buttons: fc.array(anyButton, { maxLength: 20 }) }), {
  maxLength: 9,
});

test("whatever is said fits LINE's limits in whole letters", () => {
  fc.assert(
    fc.property(anySaid, (said) => {
      const messages = writeMessages(said, TALK, CUT);
      expect(messages.length).toBeLessThanOrEqual(5);
      for (const { text } of messages) {
        expect(text.length).toBeLessThanOrEqual(5000);
        expect(text.isWellFormed() && text.trim() !== "").toBe(true);
      }
      expect(messages.slice(0, -1).every((message) => !message.quickReply)).toBe(true);
      const actions = actionsOf(messages);
      expect(actions.length).toBeLessThanOrEqual(13);
      for (const { label, data, displayText } of actions) {
        expect(lettersOf(label)).toBeGreaterThan(0);
        expect(lettersOf(label)).toBeLessThanOrEqual(20);
        expect(lettersOf(displayText)).toBeLessThanOrEqual(300);
        expect(data?.length).toBeLessThanOrEqual(300);
        expect(data?.isWellFormed()).toBe(true);
        expect(readButton(data ?? "")).toMatchObject({ talk: TALK });
      }
    }),
    { numRuns: 60 },
  );
});

test("up to twenty thousand units not one mark is lost", () => {
  const fitting = anySaid.filter((said) => said.reduce((sum, one) => sum + one.text.length, 0) <= 20_000);
  fc.assert(
    fc.property(fitting, (said) => {
      const whole = said.map((one) => one.text.toWellFormed()).join("");
      expect(inkOf(textsOf(said).join(""))).toBe(inkOf(whole));
    }),
    { numRuns: 60 },
  );
});
