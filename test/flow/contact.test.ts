// How somebody may be reached: what is not wanted is no way to reach them, and is kept for staff in their own words.
import { describe, expect, it } from "vitest";
import { standing } from "./standing.ts";
import { resident, tell } from "./talk.ts";

describe("a way that frightens somebody, or that is refused, is none", () => {
  it.each([
    ["電話はだめ。LINEで", ["LINE"], ["電話はだめ"]],
    ["電話は怖いです。ここに書いてください。LINEがいいです", ["LINE"], ["電話は怖いです"]],
    ["でんわ だめ。にほんごの でんわ こわい。ここに かいて ください", ["LINE"], ["でんわ だめ", "でんわ こわい"]],
    ["電話は苦手なので、手紙でお願いします", ["MAIL"], ["電話は苦手なので"]],
    ["LINEでいいです", ["LINE"], []],
    ["昼の電話ならいいです", ["TEL"], []],
    ["電話できないのでLINEで", ["LINE"], ["電話できないので"]],
    ["電話以外はだめ", ["TEL"], []],
  ])("「%s」 → %j, not wanted: %j", (said, channels, avoids) => {
    const { state } = tell(standing("contact"), said);
    expect([state.answers["contact"]?.value, state.avoids]).toEqual([channels, avoids]);
  });

  it.each([
    ["ja", "電話できません"],
    ["ja", "電話はむり"],
    ["ja", "電話以外で"],
    ["en", "i cant call"],
    ["pt", "não posso ligar"],
    ["vi", "không gọi được"],
    ["ko", "전화는 못 해요"],
    ["id", "tidak bisa telepon"],
    ["fil", "takot akong tumawag"],
    ["zh-CN", "不能打电话"],
    ["ne", "फोन गर्न सक्दिन"],
  ])("%s: 「%s」 alone is no way to reach them, and is kept", (lang, said) => {
    const { state } = tell(resident({ ...standing("contact").state, lang, langBy: "asked" }), said);
    expect([state.answers["contact"], state.avoids]).toEqual([undefined, [said]]);
  });
});
