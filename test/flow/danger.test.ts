// What must be heard as danger, what must not, and what the file may say.
import { describe, expect, it } from "vitest";
import { RISK_TYPES, urgencyRank } from "../../src/flow/codes.ts";
import { compileDanger, hear } from "../../src/flow/danger/danger.ts";
import { HARMLESS } from "./danger.harmless.ts";
import { danger, file, heardAs } from "./danger.heard.ts";
import { HELD_HARMLESS, HELD_SAID } from "./danger.held.ts";
import { SAID } from "./danger.said.ts";

const said = Object.entries({ ...SAID, "held back": HELD_SAID }).flatMap(([voice, list]) =>
  list.map((row) => [voice, ...row] as const),
);
const harmless = Object.entries({ ...HARMLESS, "held back": HELD_HARMLESS }).flatMap(([kind, list]) =>
  list.map((text) => [kind, text] as const),
);

describe("danger is heard", () => {
  it.each(said)("%s: 「%s」 is %s, at least %s", (_, text, risk, atLeast) => {
    const ranks = hear(danger, text)
      .filter((heard) => heard.risk === risk)
      .map((heard) => urgencyRank(heard.urgency));
    expect(Math.min(...ranks), heardAs(text).join()).toBeLessThanOrEqual(urgencyRank(atLeast));
  });
});

describe("no alarm", () => {
  it.each(harmless)("%s: 「%s」", (_, text) => expect(heardAs(text)).toEqual([]));
});

describe("said less than it sounds", () => {
  it.each([
    ["死にたいとは思っていません", ["SELF_HARM E2"]],
    ["死にたいわけではありません", ["SELF_HARM E2"]],
    ["若い頃は死にたかったです", ["SELF_HARM E2"]],
    ["昔、夫に殴られた", ["DV E2"]],
    ["I don't want to die", ["SELF_HARM E2"]],
    ["I do not think about suicide", ["SELF_HARM E2"]],
  ])("「%s」 is read early, and is no emergency", (text, expected) => expect(heardAs(text)).toEqual(expected));

  it("a denial beside it takes nothing away from what else was said", () =>
    expect(heardAs("死にたいとは思っていません。でも夫に首を絞められました")).toContain("DV E0"));

  it("the table of voices and the table of silences are long enough to mean something", () => {
    expect(said.length).toBeGreaterThanOrEqual(120);
    expect(harmless.length).toBeGreaterThanOrEqual(80);
    expect(new Set(said.map(([, , risk]) => risk))).toEqual(new Set(RISK_TYPES));
  });
});

describe("the file", () => {
  const one = (expression: string) => {
    const ja = {
      ...file.languages.find(({ lang }) => lang === "ja")!,
      risks: { DV: { now: {}, sure: { ためしの題: [expression] }, likely: {}, hint: {}, standing: {} } },
    };
    return compileDanger({ ...file, languages: [ja] });
  };

  const made = (expression: string) => one(expression).languages.map(({ compiled }) => compiled.whole());

  it.each([
    ["a word group that does not exist", "《ない束》が", "《ない束》という言葉の束がありません"],
    ["nothing that must be there", "(あ|)(い|)", "言葉がありません"],
    ["more than one ＋", "あ＋い＋う", "「＋」は一つだけ"],
    ["more than one ＆", "あ＆い＆う", "「＆」は一つだけ"],
  ])("%s is told with the expression", (_, expression, message) => {
    expect(() => made(expression)).toThrow(message);
    expect(() => made(expression)).toThrow(expression);
  });

  it.each([
    ["…", "犬…猫", "犬と大きな猫", true],
    ["… does not cross a sentence", "犬…猫", "犬。猫", false],
    ["… has an end", "犬…猫", "犬ああああああああああああ猫", false],
    ["＋ in order", "犬＋猫", "犬と猫", true],
    ["＋ the other way round", "犬＋猫", "猫と犬", true],
    ["＋ does not cross a sentence", "犬＋猫", "犬。猫", false],
    ["＆ crosses sentences", "犬＆猫", "犬がいます。猫もいます", true],
    ["＆ the other way round", "犬＆猫", "猫がいます。犬もいます", true],
    ["＆ wants both", "犬＆猫", "犬がいます。犬もいます", false],
    ["＆ has an end", "犬＆猫", `犬。${"あ".repeat(120)}。猫`, false],
    ["＆ lets a denied side go", "犬＆猫", "犬がいます。猫ではありません", false],
    ["(a|) may be missing", "犬(と|)猫", "犬猫", true],
    ["(a|b) one of them", "犬(と|や)猫", "犬や猫", true],
    ["side by side means side by side", "犬(と|や)猫", "犬より猫", false],
    ["。 is the end of a sentence", "犬。", "犬が", false],
    ["what may be missing hands its gap on", "犬…(の|)猫", "犬と大きな猫", true],
  ])("%s: 「%s」 in 「%s」 → %s", (_, expression, text, expected) =>
    expect(hear(one(expression), text).length > 0).toBe(expected),
  );

  it("gives every risk in every language something to be heard by", () => {
    for (const { lang, risks } of file.languages)
      for (const risk of RISK_TYPES)
        expect(Object.values(risks[risk] ?? {}).flatMap(Object.keys).length, `${lang} ${risk}`).toBeGreaterThan(0);
  });
});

describe("long texts", () => {
  const took = (text: string): number => {
    const start = performance.now();
    hear(danger, text);
    return performance.now() - start;
  };

  // Eight times the text: eight times the time where it is heard in one go, sixty-four where every letter looks at all
  // others. The quickest of seven each, turn about: what a busy machine adds is not in it.
  it.each([
    ["one letter", "死"],
    ["one word", "母が"],
    ["a story", "夫に殴られて死にたい毎日です。母の介護で限界。子どもが泣き止まない。"],
    ["one letter a line", "死\n"],
  ])("40,000 characters of %s take no more than their length says", (_, text) => {
    const [short, long] = [text.repeat(5000).slice(0, 5000), text.repeat(40_000).slice(0, 40_000)];
    const pairs = Array.from({ length: 7 }, () => [took(short), took(long)] as const);
    const [quick, slow] = [Math.min(...pairs.map(([one]) => one)), Math.min(...pairs.map(([, one]) => one))];
    expect(slow / quick).toBeLessThan(25);
  });
});
