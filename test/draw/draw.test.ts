// The pictures show every question of every course, in its order, who is led where, and where danger and silence lead.
import { describe, expect, test } from "vitest";
import { plansOf, sentencesOf, svgOf } from "../../src/draw/draw.ts";
import { wrap } from "../../src/draw/wrap.ts";
import { book } from "../flow/talk.ts";

const plans = plansOf(book.flow, 24);
const plan = (id: string) => plans.find((one) => one.id === id)!;
/** What can be read in the picture, line breaks aside. */
const textOf = (id: string): string =>
  [...svgOf(plan(id)).matchAll(/<text [^>]*>([^<]*)/gu)].map(([, text]) => text).join("");
const titlesOf = (id: string): string[] => plan(id).boxes.map(({ title }) => title);

describe("a course", () => {
  test.each(book.flow.courses)("$id: every question with its Japanese name, in its order, and then staff", (course) => {
    const labels = course.steps.map(({ fills }) => book.flow.words["ja"]?.questions[fills]?.label ?? "");
    const boxes = plan(course.id).boxes.filter(({ shape }) => shape === "ask");
    expect(boxes.map(({ title }) => title.replace("（年代）", ""))).toEqual(labels);
    expect(boxes.map(({ no }) => no)).toEqual(labels.map((_, n) => `${n + 1}`));
    expect(titlesOf(course.id).indexOf("受付票が職員に届く")).toBe(labels.length + 1);
  });

  test.each([
    ["self", "自分のこと、言いたくない、そのほか"],
    ["agency", "民生委員・児童委員から"],
    ["partner", "危険 → 「呼んでも返事がない」"],
    ["family", "「DV・虐待」「食べるものがない」を選ぶと"],
    ["child", "高校生くらい"],
    ["third", "記録してよいかは、たずねません"],
    ["self", "「とばす」「もどる」「やめる」は、いつでも書けます"],
  ])("%s tells 「%s」", (id, words) => {
    expect(textOf(id)).toContain(words);
  });

  test("a house on a round is no district, and no district is offered", () =>
    expect(textOf("partner")).not.toContain("地区のボタン"));
});

describe("what is the same for everybody", () => {
  test("each course is led to, the writer's own first", () => {
    const ways = plan("start").boxes.filter(({ shape }) => shape === "way");
    expect(ways.map(({ title }) => title)).toEqual([
      "→ 自分のことの相談",
      "→ 家族のことの相談",
      "→ 近所や知り合いのことの知らせ",
      "→ 民生委員・支援機関からの相談",
      "→ 見守りの知らせ",
      "→ 子どもからの相談",
    ]);
  });

  test("danger: the numbers first, then staff, then one question", () =>
    expect(titlesOf("danger").slice(1)).toEqual([
      "いま通じる番号を、すぐ伝える",
      "職員に、急ぎで知らせる",
      "一度だけたずねる",
      "質問は待つ",
    ]));

  test.each([
    ["だまったまま", "そこまでの受付票が、職員に届く"],
    ["「記録しないで窓口だけ知りたい」", "書いたことを消して、窓口を案内する"],
    ["「今は話せない」", "目立たない1行だけを返して、だまる"],
  ])("%s leads to: %s", (from, to) => {
    const titles = titlesOf("anytime");
    expect(titles[titles.indexOf(from) + 1]).toBe(to);
  });

  test("silence is as long as the office sets it", () => {
    const anytime = plansOf(book.flow, 48).find(({ id }) => id === "anytime");
    expect(anytime?.boxes[0]?.notes).toEqual(["48時間、何も書かれないとき。"]);
  });
});

describe("the picture", () => {
  test.each(plans)("$id: nothing runs out of its box, and no gap is left open", ({ id }) => {
    const svg = svgOf(plan(id));
    expect(svg).not.toContain("{{");
    const lines = [...svg.matchAll(/<text x="([\d.]+)"[^>]*font-size="(\d+)"[^>]*>([^<]*)/gu)];
    const ends = lines.map(([, x, size, text = ""]) => Number(x) + wide(text) * Number(size));
    expect(Math.max(...ends)).toBeLessThanOrEqual(344);
  });

  test.each(plans)("$id: the sentences beside it say the same", ({ id, boxes }) => {
    const drawn = textOf(id);
    for (const box of boxes)
      for (const sentence of sentencesOf(box).filter((one) => !one.startsWith("選べるもの") && !one.startsWith("危険")))
        expect(drawn).toContain(sentence.replace(/^\d /u, ""));
  });

  test("what stands in a file of flows/ cannot become a part of the picture", () => {
    const svg = svgOf({ id: "x", title: '<b>"&', boxes: [{ shape: "tell", title: "<script>&" }] });
    expect(svg).toContain("&lt;script&gt;&amp;");
    expect(svg).not.toMatch(/<script|<b>/u);
  });
});

describe("lines are broken as Japanese is", () => {
  test.each([
    ["あいうえお、かきくけこ", 5, ["あいうえ", "お、かきく", "けこ"]],
    ["ここは「窓口」です", 4, ["ここは", "「窓口」", "です"]],
    ["LINEとSMSで", 4, ["LINEと", "SMSで"]],
    ["", 4, []],
  ])("「%s」", (text, most, lines) => expect(wrap(text, most)).toEqual(lines));
});

/** In em, as a browser would at the most. */
const wide = (text: string): number =>
  Array.from(text).reduce((sum, one) => sum + (/[\u0020-\u024f]/u.test(one) ? 0.6 : 1), 0);
