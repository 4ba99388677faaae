// How a language that parts its words is listened to: endings, marks on letters, letters that look alike, other scripts.
import { describe, expect, it } from "vitest";
import { compileDanger, dangerWordsSchema, hear } from "../../src/flow/danger/danger.ts";
import { readerOf } from "../../src/flow/danger/notation/kana.ts";
import { fromRomaji } from "../../src/flow/danger/notation/romaji.ts";
import { file } from "./danger.heard.ts";

interface Small {
  spaces?: boolean;
  alike?: string[];
  own?: string;
  readings?: Record<string, string>;
  headings?: string[];
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

describe("Japanese in kana alone", () => {
  const readings = {
    包丁: "ほうちょう",
    出: "で",
    出さ: "ださ",
    殺: "ころ",
    逝: "",
    家: "いえ|うち",
    子: "こ",
    円: "えん",
  };
  const japanese: Small = { spaces: false, readings };

  it.each([
    ["a word by its sound", "包丁を", "ほうちょうを もってる", true],
    ["the longest reading", "外に出さ", "そとに ださないで", false],
    ["a word without a reading is heard as written", "外に出さ", "外に出さないで", true],
    ["every reading", "家を", "うちを でた", true],
    ["a sound that means something else", "逝きた", "いきたい", false],
    ["the middle of another word", "殺", "ところ です", false],
    ["a run too long to be one word", "包丁を", "かれがほうちょうをもってる", true],
    ["behind a figure", "円しか", "あと30えんしか ない", true],
    ["one kana", "子", "この まえ", false],
    ["right behind what comes before", "(かれ|が)(包丁)", "かれほうちょう", true],
    ["among kanji", "包丁を", "昨日彼氏がほうちょうを持出", false],
  ])("%s: 「%s」 in 「%s」 → %s", (_, expression, text, expected) =>
    expect(hears([expression], text, japanese)).toBe(expected),
  );

  it("every listed word in kanji can be heard so", () => {
    const { words, harmless, denied, past, turns, risks, readings } = file.languages.find(({ lang }) => lang === "ja")!;
    const listed = JSON.stringify([Object.values(words), harmless, denied, past, turns, risks])
      .replaceAll(/"(title|note)":"[^"]*"|"[^"]*":|《[^》]*》/gu, "")
      .match(/[\p{sc=Han}々]+/gu);
    const read = readerOf(readings);
    const mistakable = Object.keys(readings).filter((written) => readings[written] === "");
    const unread = [...new Set(listed)].filter((run) => read(`${run}の`).length === 0 && !mistakable.includes(run));
    expect(unread).toEqual([]);
  });
});

describe("Japanese in Latin letters", () => {
  it.each([
    ["shinitai", "しにたい"],
    ["Kekkon shitai desu", "けっこん したい です"],
    ["otto ni tatakareta, kowai", "おっと に たたかれた, こわい"],
    ["shachou ga passport wo kaeshimasen", "しゃちょう が パスポート を かえしません"],
    ["konnichiwa", "こんにちわ"],
    ["matcha wo nomimashita", "まっちゃ を のみました"],
  ])("「%s」 sounds 「%s」", (text, kana) => expect(fromRomaji(text)).toBe(kana));

  it.each([
    "I want to die",
    "saya mau makan di rumah",
    "kumusta po kayo",
    "toi muon chet",
    "quero morrer",
    "もう shinitai",
  ])("「%s」 is none", (text) => expect(fromRomaji(text)).toBeNull());
});

describe("a title without kana", () => {
  const small: Small = { spaces: false, own: "", headings: ["研修", "計画"] };

  it.each([
    ["ends in a heading", "虐待防止研修", false],
    ["is somebody's own words", "虐待相談", true],
    ["has kana", "虐待で研修", true],
    ["beside somebody's own words", "虐待防止研修\n虐待されてる", true],
  ])("%s: 「%s」 → %s", (_, text, expected) => expect(hears(["虐待"], text, small)).toBe(expected));

  it("is none in Chinese", () => expect(hears(["虐待"], "她虐待我计画研修", { ...small, own: "她们" })).toBe(true));
});

describe("a text in another script", () => {
  const latin = compileDanger(file)
    .languages.map(({ compiled }) => compiled.whole())
    .filter(({ writing }) => writing.spaced);

  it.each(["夫に殴られています。１２３", "배고파 죽겠다", "我想死"])("「%s」 is nothing to look at", (text) =>
    expect(latin.filter(({ writing }) => writing.fits(text))).toEqual([]),
  );

  it("is looked at where it holds one word of theirs", () =>
    expect(latin.some(({ writing }) => writing.fits("夫が hampas します"))).toBe(true));
});
