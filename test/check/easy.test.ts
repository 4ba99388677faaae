// Whether やさしい日本語 is easy: each hard sentence is a finding, each easy one and the shipped file none.
import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { readBook } from "../../src/book/book.ts";
import { readFiles } from "../../src/book/disk.ts";
import { easyBroken, sentencesOf } from "../../src/check/words/easy.ts";
import { hardIn, LETTERS } from "../../src/check/words/easy-rules.ts";
import { checkFlows } from "../../src/check/check.ts";
import { tell } from "../../src/check/tell.ts";

const hard = (text: string): string[] => sentencesOf(text).flatMap(hardIn);
const flows = new URL("../../flows/", import.meta.url).pathname;

describe("a hard sentence", () => {
  it.each([
    ["too long", "こまって いる ことを、いつでも、どこでも、だれとでも はなして ください。", `${LETTERS}文字まで`],
    ["a kanji that nobody taught them", "電話の 番号を かいて ください。", "ふりがな"],
    ["too many kanji without their reading", "今日 学校で 先生と 話して ください。", "一つの文に4字まで"],
    [
      "too many kanji",
      "会社(かいしゃ)、学校(がっこう)、病院(びょういん)、銀行(ぎんこう)・警察(けいさつ)・役所(やくしょ)・郵便(ゆうびん)。",
      "13字まで",
    ],
    ["four kanji in a row, not explained", "児童相談所(じどうそうだんじょ)に 電話(でんわ)します。", "四つ以上つづく"],
    ["a word in katakana", "カウンセリングが できます。", "カタカナ"],
    ["a word of the office", "担当(たんとう)の ひとが よみます。", "むずかしいことば"],
    ["the same word in kana", "だいじょうぶな ばあいは「はい」です。", "むずかしいことば"],
    ["二重否定", "いえない ことは ありません。", "二重否定"],
    ["二重否定 of duty", "かかなければ なりません。", "二重否定"],
    ["受身", "だれかに たたかれましたか。", "受身"],
    ["受身 for 「できる」", "いつでも やめられます。", "受身"],
    ["させる", "あなたに きかせて、やくそくを させます。", "受身・使役"],
    ["尊敬", "かいて くださって、ありがとうございます。", "敬語"],
    ["謙譲", "はなしを うかがいます。", "敬語"],
    ["お…", "お名前(なまえ)を おしえて ください。", "敬語"],
    ["ご…", "ご希望(きぼう)を かいて ください。", "敬語"],
    ["ございます", "まどぐちは ここで ございます。", "敬語"],
    ["擬態語", "あたまが ふらふら します。", "擬態語"],
    ["〜", "午前(ごぜん)9時〜午後(ごご)5時です。", "「〜」"],
    ["24時間の時刻", "17時までに よみます。", "午前・午後"],
    ["24時間の時刻 in a gap", "{{h}}時に あきます。", "午前・午後"],
    ["many commas", "はい、いいえ、または、それから、かいて ください。", "「、」は2つ"],
    ["two things in one sentence", "うけとりましたが、まだ よみません。", "一つのこと"],
    ["no blanks", "こまっていることをかいてください。", "分かち書き"],
    ["a rough end", "つづきから いつでも。", "「です」「ます」"],
  ])("%s: 「%s」", (_, text, rule) => expect(hard(text).join()).toContain(rule));
});

describe("an easy one", () => {
  it.each([
    "こまって いる ことを かいて ください。",
    "電話(でんわ)の 番号(ばんごう)を おしえて ください。",
    "児童相談所(じどうそうだんじょ)〈こどもを まもる ところ〉に 電話(でんわ)します。",
    "いま、あぶない ときは、すぐ 電話(でんわ)して ください。",
    "かかなくても いいです。",
    "つかれましたね。ここまで、たいへんでしたね。",
    "ときどき、いろいろ かいて ください。",
    "24時間(じかん) あいて います。",
    "午後(ごご)5時15分までに よみます。",
    "ありがとうございます。ごめんなさい。",
    "たいせつな ひとが なくなった ときも、ひとりでは ありません。",
  ])("「%s」", (text) => expect(hard(text)).toEqual([]));
});

test("what stands in brackets is read by itself, and the names of the languages are not read at all", () =>
  expect(
    sentencesOf("はい。\nいいえ（れい：ちち）〈せつめい〉\n（English / 中文 / 한국어）").map(({ read, ends }) => [
      read,
      ends,
    ]),
  ).toEqual([
    ["はい", true],
    ["いいえ", false],
    ["れい：ちち", false],
    ["せつめい", false],
  ]));

test("the shipped words are easy, every text of them", async () => {
  const book = readBook(await readFiles(flows), "demo", "when needed");
  expect(Object.keys(book.flow.words)).toContain("ja-easy");
  expect(easyBroken(book)).toEqual([]);
});

test("flows:check tells the file and the line", async () => {
  const files = await readFiles(flows);
  const name = "words/ja-easy.yaml";
  const text = readFileSync(`${flows}${name}`, "utf8").replace("got: わかりました。", "got: 承知いたしました。");
  const broken = { ...files, [name]: text };
  const { findings } = checkFlows(broken, ["demo"], { acts: [], enough: ({ law }) => law === "easy" });
  const told = findings.filter(({ finding }) => finding.law === "easy").map((one) => tell(broken, one));
  expect(told.join("\n")).toContain(`flows/${name} ${text.slice(0, text.indexOf("  got:")).split("\n").length}行目`);
});
