// How a language that parts its words is listened to: endings, marks on letters, letters that look alike, other scripts.
import { describe, expect, it } from "vitest";
import { compileDanger, dangerWordsSchema, hear } from "../../src/flow/danger/danger.ts";
import { file } from "./danger.heard.ts";

interface Small {
  spaces?: boolean;
  alike?: string[];
  own?: string;
  marks?: "kept" | "dropped" | "often missing";
  latin?: "as spelt" | "by ear";
  harmless?: string[];
}

/** A language that hears only these expressions. */
function hears(expressions: string[], text: string, small: Small = {}): boolean {
  const none = { after: [], before: [], unless: [] };
  const language = dangerWordsSchema.parse({
    lang: "xx",
    reviewed: { by: null, on: null },
    spaces: true,
    gap: 24,
    ...small,
    denied: { ...none, remains: {}, note: "打ち消している" },
    past: { before: [], unless: [], remains: "hint", note: "昔のこと" },
    risks: { DV: { sure: { ためしの題: expressions } } },
  });
  return hear(compileDanger({ ...file, languages: [language] }), text).length > 0;
}

describe("a word with 「*」", () => {
  it.each([
    ["goes on as it likes", "kut*", "malai kutcha", true],
    ["may stand as it is", "kut*", "kut", true],
    ["must begin so", "kut*", "takut", false],
    ["is followed by the next word, whatever its ending", "kut* malai", "kutyo malai", true],
    ["before another word of the same choice", "(srima* le|ma) kut", "srimanji le kut", true],
    ["in brackets", "(kut|pit)* malai", "pitchha malai", true],
    ["in brackets beside a word that does not go on", "(kut*|ma) malai", "mama malai", false],
    ["before 「…」", "srima* … kut*", "srimanle malai dherai kutchan", true],
  ])("%s: 「%s」 in 「%s」 → %s", (_, expression, text, expected) => expect(hears([expression], text)).toBe(expected));

  it("is hidden by what is harmless, and hides it", () => {
    expect(hears(["mati*"], "matikan lampu", { harmless: ["matikan lampu"] })).toBe(false);
    expect(hears(["mati"], "saya mati", { harmless: ["mati* lampu"] })).toBe(true);
  });

  it.each(["ku*t", "* malai", "(ku*t|a)"])("「%s」 is a mistake that is told", (expression) =>
    expect(() => hears([expression], "malai kut")).toThrow("「*」"),
  );
});

describe("marks on letters", () => {
  it.each([
    ["dropped on both sides", "dropped", "não aguento", "nao aguento", true],
    ["dropped where they are typed", "dropped", "nao aguento", "NÃO AGUENTO", true],
    ["missing in the whole text", "often missing", "muốn chết", "toi muon chet", true],
    ["nearly all missing", "often missing", "chồng đánh tôi", "chồng danh toi hoai", true],
    ["typed", "often missing", "muốn chết", "Tôi muốn chết", true],
    ["typed, another word", "often missing", "đánh tôi", "Có tên trong danh tôi gửi", false],
    ["kept", "kept", "não", "nao", false],
  ] as const)("%s (%s): 「%s」 in 「%s」 → %s", (_, marks, expression, text, expected) =>
    expect(hears([expression], text, { marks })).toBe(expected),
  );
});

describe("as it is typed", () => {
  it.each([
    ["letters drawn out", "tolong", "tolonggggg"],
    ["kanji and kana beside a word", "suami pukul", "夫suami pukulされた"],
    ["short vowels for long ones", "दिदी", "दीदि"],
    ["one s for another, no mute sign at the end", "मार्छन्", "मार्छन"],
    ["a nasal sign left out", "हिंसा", "हिसा"],
    ["invisible joiners", "गर्छ", "गर्‍छ"],
    ["a danda ends a sentence", "मर्छु 。", "म मर्छु।"],
  ])("%s: 「%s」 in 「%s」", (_, expression, text) => expect(hears([expression], text)).toBe(true));
});

describe("without spaces", () => {
  it.each([
    ["Korean, however it is spaced", "죽고싶", "죽 고싶 어요"],
    ["an ending written into the syllable", "때리", "남편이 때린다"],
    ["typed letter by letter", "자살", "ㅈㅏ살"],
  ])("%s: 「%s」 in 「%s」", (_, expression, text) => expect(hears([expression], text, { spaces: false })).toBe(true));

  it.each([
    ["another letter at the end", "때리", "때문에"],
    ["the middle of a Latin word", "od", "good food"],
  ])("not %s: 「%s」 in 「%s」", (_, expression, text) =>
    expect(hears([expression], text, { spaces: false })).toBe(false),
  );
});

describe("a language of another script in Latin letters", () => {
  it.each([
    ["chaina", "xaina"],
    ["chhaina", "chaina"],
    ["aama", "ama"],
    ["khayeko", "khaeko"],
    ["thappad", "thapad"],
    ["buwa", "buba"],
    ["srimaan", "shreeman"],
  ])("「%s」 is 「%s」, by ear", (listed, typed) => {
    expect(hears([listed], typed, { latin: "by ear" })).toBe(true);
    expect(hears([listed], typed)).toBe(false);
  });
});

describe("Chinese beside Japanese", () => {
  const chinese: Small = { spaces: false, alike: ["殺杀"], own: "她们" };

  it.each([
    ["a long form", "杀", "他要殺我", true],
    ["a long form that is listed", "殺", "他要杀我", true],
    ["Japanese", "自杀", "自殺のことば", false],
    ["Japanese that holds a letter of Chinese", "自杀", "她们の自殺です", true],
    ["a stretch without kana beside Japanese", "打我", "老公打我，たすけて", true],
    ["kana as ornament", "打我", "我の老公打我", true],
  ])("%s: 「%s」 in 「%s」 → %s", (_, expression, text, expected) =>
    expect(hears([expression], text, chinese)).toBe(expected),
  );
});

describe("a text in another script", () => {
  const latin = compileDanger(file)
    .languages.flatMap(({ compiled }) => compiled())
    .filter(({ writing }) => writing.spaced);

  it.each(["夫に殴られています。１２３", "배고파 죽겠다", "我想死"])("「%s」 is nothing to look at", (text) =>
    expect(latin.filter(({ writing }) => writing.fits(text))).toEqual([]),
  );

  it("is looked at where it holds one word of theirs", () =>
    expect(latin.some(({ writing }) => writing.fits("夫が hampas します"))).toBe(true));
});
