// A telephone number, out of whatever it is written in.
import { describe, expect, it } from "vitest";
import { readFax, readOwnPhone, readPhone } from "../../src/flow/listen/answer/phone.ts";

describe("a number", () => {
  it.each([
    ["a mobile", "090-1234-5678", "090-1234-5678"],
    ["a landline", "03-1234-5678", "03-1234-5678"],
    ["of a small town", "0193-12-3456", "0193-12-3456"],
    ["without dashes", "09012345678", "09012345678"],
    ["full-width", "０９０ー１２３４ー５６７８", "090-1234-5678"],
    ["other dashes", "090−1234‐5678", "090-1234-5678"],
    ["with spaces", "090 1234 5678", "090-1234-5678"],
    ["with a bracket", "03(1234)5678", "03(1234)5678"],
    ["with a country code", "+81 90-1234-5678", "+81-90-1234-5678"],
    ["in a sentence", "電話は０９０ー１２３４ー５６７８です。夜がいいです", "090-1234-5678"],
    ["with the hours behind it", "080-9999-8888 20時以降", "080-9999-8888"],
    ["without dashes, and the hours", "電話でお願いします。08022223333 18時以降", "08022223333"],
    ["a landline, and the hours", "0465-22-1111　10時ごろ電話ください", "0465-22-1111"],
    ["the hours as a range", "080-9999-8888 9時から17時", "080-9999-8888"],
    ["the hours in brackets", "080-9999-8888（20時以降）", "080-9999-8888"],
    ["a free one", "0120-123-456", "0120-123-456"],
    ["with a country code and a bracket", "+81 (0)90-1234-5678", "+81-(0)90-1234-5678"],
    ["as it is read aloud", "〇三の一二三四の五六七八", "03-1234-5678"],
  ])("%s: 「%s」", (_, said, number) => expect(readPhone(said)).toBe(number));

  it.each([
    ["too short", "090-1234"],
    ["too long", "090-1234-5678-9012"],
    ["a postcode", "〒020-1234"],
    ["a date", "2026-11-24"],
    ["an amount", "100000円"],
    ["an emergency number", "119"],
    ["an age", "82歳"],
    ["words", "言いたくない"],
    ["nothing", ""],
  ])("%s is none: 「%s」", (_, said) => expect(readPhone(said)).toBeNull());
});

describe("a number that nobody asked for", () => {
  it.each([
    "私の携帯は090-1234-5678です",
    "家の電話 03-1234-5678",
    "090-1234-5678 佐藤です",
    "日中の連絡先は090-1234-5678",
  ])("one's own: 「%s」", (said) => expect(readOwnPhone(said)).not.toBeNull());

  it("the one that is one's own, of two", () =>
    expect(readOwnPhone("友だちの電話 080-7777-8888 わたしの電話は 080-9999-0000")).toBe("080-9999-0000"));

  it.each([
    "本人の携帯は090-1111-2222です。出ません",
    "入居者の携帯番号：090-1111-2222",
    "母の電話は0120-123-456",
    "夫のスマホ、080-9999-8888",
  ])("another's: 「%s」", (said) => expect(readOwnPhone(said)).toBeNull());
});

describe("beside a fax", () => {
  it.each([
    ["TEL 043-123-9999 FAX 043-123-4567", "043-123-9999", "043-123-4567"],
    ["電話は043-123-9999、FAXは043-123-4567です", "043-123-9999", "043-123-4567"],
    ["090-1234-5678 FAX 043-123-4567", "090-1234-5678", "043-123-4567"],
    ["FAXでお願いします 043-123-4567", null, "043-123-4567"],
    ["043-123-4567（ファックス）", null, "043-123-4567"],
    ["043-123-4567はFAXです", null, "043-123-4567"],
    ["FAXなし。090-1234-5678", "090-1234-5678", null],
    ["FAXはないので090-1234-5678に電話ください", "090-1234-5678", null],
    ["TEL/FAX 043-123-4567", "043-123-4567", null],
    ["no fax, call me 090-1234-5678", "090-1234-5678", null],
  ])("「%s」 rings %s, and the fax is %s", (text, phone, fax) =>
    expect([readPhone(text), readFax(text)]).toEqual([phone, fax]),
  );
});
