// How somebody may be reached: what is not wanted is no way to reach them, and is kept for staff in their own words.
import { describe, expect, it } from "vitest";
import { standing } from "./standing.ts";
import { tell } from "./talk.ts";

describe("a way that frightens somebody, or that is refused, is none", () => {
  it.each([
    ["電話はだめ。LINEで", ["LINE"], ["電話はだめ"]],
    ["電話は怖いです。ここに書いてください。LINEがいいです", ["LINE"], ["電話は怖いです"]],
    ["でんわ だめ。にほんごの でんわ こわい。ここに かいて ください", ["LINE"], ["でんわ だめ", "でんわ こわい"]],
    ["電話は苦手なので、手紙でお願いします", ["MAIL"], ["電話は苦手なので"]],
    ["LINEでいいです", ["LINE"], []],
    ["昼の電話ならいいです", ["TEL"], []],
  ])("「%s」 → %j, not wanted: %j", (said, channels, avoids) => {
    const { state } = tell(standing("contact"), said);
    expect([state.answers["contact"]?.value, state.avoids]).toEqual([channels, avoids]);
  });
});
