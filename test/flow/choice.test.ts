// A choice, read out of free typing: by number in every spelling, by label in every width, by other words, by a beginning.
import { describe, expect, it } from "vitest";
import { labelsOf, listenOf } from "../../src/flow/flow.ts";
import { readChoices, readNumbers } from "../../src/flow/listen/answer/choice.ts";
import { readSafety } from "../../src/flow/listen/answer/safety.ts";
import { CATEGORIES } from "../../src/flow/codes.ts";
import { book } from "./talk.ts";

const listen = listenOf(book.flow, "ja");

describe("numbers", () => {
  it.each([
    ["1", [1]],
    ["１", [1]],
    ["①", [1]],
    ["一", [1]],
    ["1番", [1]],
    ["１番です", [1]],
    ["1です。", [1]],
    ["1でお願いします", [1]],
    ["1!", [1]],
    ["12", [12]],
    ["１２", [12]],
    ["⑫", [12]],
    ["十二", [12]],
    ["十", [10]],
    ["12と3", [12, 3]],
    ["12、3", [12, 3]],
    ["12,3", [12, 3]],
    ["12 3", [12, 3]],
    ["12　3", [12, 3]],
    ["12と、あと3", [12, 3]],
    ["12&3", [12, 3]],
    ["12・3・1", [12, 3, 1]],
    ["三と五", [3, 5]],
    ["12\n3", [12, 3]],
  ])("「%s」 → %j", (said, numbers) => expect(readNumbers(listen, said)).toEqual(numbers));

  it.each([
    ["a telephone number", "090-1234-5678"],
    ["a postcode", "123-4567"],
    ["a telephone number without dashes", "0312345678"],
    ["an age", "45歳"],
    ["how long", "3年前から"],
    ["how many people", "一人です"],
    ["a word with a numeral", "一番困っています"],
    ["a time", "18時"],
    ["nothing", "0"],
    ["less than nothing", "-1"],
    ["empty", ""],
    ["a word", "介護"],
  ])("%s is no choice: 「%s」", (_, said) => expect(readNumbers(listen, said)).toEqual([]));
});

const read = (field: string, choices: readonly string[]) => (said: string) =>
  readChoices(listen, said, [...choices], labelsOf(book.flow, "ja", field), listen.choices[field] ?? []);
const role = read("role", ["SELF", "FAMILY", "NEIGHBOR", "AGENCY", "UNKNOWN"]);
const contact = read("contact", ["LINE", "TEL", "VISIT_OFFICE", "VISIT_HOME", "NONE"]);
const category = read("category", CATEGORIES);

describe("words", () => {
  it.each([
    ["the label", role, "家族のこと", ["FAMILY"]],
    ["in kana", role, "かぞくのこと", ["FAMILY"]],
    ["in full-width kana", role, "カゾク", ["FAMILY"]],
    ["in half-width kana", role, "ｶｿﾞｸ", ["FAMILY"]],
    ["with politeness", role, "自分のことです。", ["SELF"]],
    ["another word for it", role, "わたし", ["SELF"]],
    ["in half-width Latin", contact, "line", ["LINE"]],
    ["in full-width Latin", contact, "ＬＩＮＥ", ["LINE"]],
    ["in kana for Latin", contact, "ライン", ["LINE"]],
    ["drawn out", contact, "でんわーー", ["TEL"]],
    ["two of them", contact, "LINEか電話で", ["LINE", "TEL"]],
    ["the whole label of the form", category, "ひきこもり・不登校", ["HIKIKOMORI"]],
    ["the label without its signs", category, "DV虐待", ["DV_ABUSE"]],
    ["the beginning of one label", category, "仕事探し", ["JOBSEEK"]],
    ["the beginning of another", category, "税金", ["TAX_UTIL"]],
    ["a beginning of two is none", category, "仕事", []],
    ["nobody's word", category, "ぬぬぬ", []],
    ["nothing", role, "", []],
    ["only signs", role, "！？", []],
    ["a number beyond the list", role, "9", []],
    ["one within, one beyond", role, "2と9", ["FAMILY"]],
    ["the same twice", role, "2、2", ["FAMILY"]],
  ] as const)("%s", (_, reads, said, expected) => expect(reads(said)).toEqual(expected));
});

describe("in danger or not", () => {
  const safety = (said: string) =>
    readSafety(listen, said, labelsOf(book.flow, "ja", "safety"), listen.choices["safety"] ?? []);
  it.each([
    ["今は大丈夫", "OK"],
    ["今は大丈夫です", "OK"],
    ["大丈夫じゃない", "NOW"],
    ["大丈夫じゃないです", "NOW"],
    ["だいじょうぶ", "OK"],
    ["今あぶない", "NOW"],
    ["危ないです", "NOW"],
    ["今すぐ来て", "NOW"],
    ["危なくないです", "OK"],
    ["大丈夫なわけない", "NOW"],
    ["大丈夫とは言えないです", "NOW"],
    ["もう落ち着いた", "OK"],
    ["わからない", "UNKNOWN"],
    ["1", "NOW"],
    ["②", "OK"],
    ["眠れない日が続いています", null],
    ["今日は寒いです", null],
    ["母のことです", null],
  ])("「%s」 → %s", (said, value) => expect(safety(said)).toBe(value));
});
