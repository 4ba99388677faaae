// How a story begins on the record: words that tell something, never an answer to a question, never what was taken back.
import { describe, expect, it } from "vitest";
import { beginning, storyOf } from "../../src/intake/told/story.ts";
import { NOON, word } from "../admin/town.ts";

const answer = (step: string, words: string) => ({ step, question: "", answer: words, at: NOON });
const TOLD = "家賃が三か月払えていません";

describe("話のはじまり", () => {
  it.each([
    ["あいさつのあとの、はじめの話", [word({ text: "こんにちは" }), word({ text: TOLD })], [], TOLD],
    ["話を聞いた設問の答えも、話", [word({ text: TOLD })], [answer("story", TOLD)], TOLD],
    [
      "ほかの設問の答えは、話ではない",
      [word({ text: "中央小学校の近くのアパート" }), word({ text: TOLD })],
      [answer("district", "中央小学校の近くのアパート")],
      TOLD,
    ],
    ["ひとことしかなければ、それ", [word({ text: "つらい" })], [], "つらい"],
    ["取り消した言葉は出ない", [word({ text: null, retractedAt: NOON }), word({ text: TOLD })], [], TOLD],
    [
      "ボタンと、こちらの言葉は、話ではない",
      [
        word({ kind: "postback", text: "自分のこと" }),
        word({ direction: "out", text: "お聞きします。どんなことですか" }),
      ],
      [],
      "",
    ],
  ])("%s", (_, messages, answers, story) => {
    expect(storyOf(messages, answers)).toBe(story);
  });

  it("長い話は、はじめだけ", () => {
    expect(beginning("あ".repeat(140))).toBe("あ".repeat(140));
    expect(beginning("あ".repeat(141))).toBe(`${"あ".repeat(140)}…`);
  });
});
