// What is the same for everybody, as plans: how a talk begins, and what can happen at any moment of it.
import { labelsOf, wordsOf, type Flow } from "../flow/flow.ts";
import { askedIn, choicesIn, inOrder, rolesOf } from "./course.ts";
import type { Box, Plan } from "./plan.ts";

/** From the first word to the course of whoever writes. */
export const startOf = (flow: Flow): Plan => ({
  id: "start",
  title: flow.start.title,
  boxes: [
    { shape: "begin", title: "最初のことばが届く", notes: ["何語でも、写真でも、スタンプでも。"] },
    {
      shape: "tell",
      title: "受け取ったことを伝える",
      words: firstOf(flow, "first"),
      notes: ["自動の返事であること、職員がいつ読むか、書いたことを何に使うかも、はじめの返事で伝えます。"],
    },
    ...flow.start.steps.map(({ fills, choices = [] }): Box => ({
      shape: "ask",
      title: wordsOf(flow, "ja").questions[fills]?.label ?? fills,
      words: askedIn(flow, fills),
      choices: choicesIn(flow, fills, choices),
      notes: ["最初のことばで分かれば、たずねません。"],
    })),
    { shape: "tell", title: "立場によって、どれかひとつの流れへ" },
    ...inOrder(flow).map((course): Box => ({
      shape: "way",
      title: `→ ${course.title}`,
      notes: [`${rolesOf(flow, course)}。`],
      apart: true,
    })),
  ],
});

/** Danger at any step, in any language. */
export const dangerOf = (flow: Flow): Plan => ({
  id: "danger",
  title: "危険なことばを聞いたとき",
  boxes: [
    {
      shape: "begin",
      title: "「死にたい」「殴られている」など",
      notes: ["どの設問の途中でも、どの言語でも、受け付けたあとでも。"],
    },
    {
      shape: "danger",
      title: "いま通じる番号を、すぐ伝える",
      words: firstOf(flow, "danger-SELF_HARM"),
      notes: ["危険の種類と、いまの時刻に合った番号です。"],
    },
    {
      shape: "danger",
      title: "職員に、急ぎで知らせる",
      notes: ["受付票は、すぐに一覧の上に出ます。緊急がいちばん上、つぎが至急です。"],
    },
    {
      shape: "ask",
      title: "一度だけたずねる",
      words: askedIn(flow, "safety").replace(/^ひとつだけ教えてください。/u, ""),
      choices: choicesIn(flow, "safety", ["NOW", "OK", "UNKNOWN"]),
    },
    {
      shape: "tell",
      title: "質問は待つ",
      notes: [
        `書いたことは、そのまま職員に届きます。「${labelIn(flow, "always", "RESUME")}」をおすと、続きからたずねます。`,
        "見守りの協力者には、そのまま質問を続けます。心配のしるしだけのときは、番号をひとこと添えて、質問を続けます。",
        "急ぎの度合いを、自動で下げることはありません。",
      ],
    },
  ],
});

/** Silence, the wish not to be recorded, somebody who looks, the wish for a person. */
export const anytimeOf = (flow: Flow, quietHours: number): Plan => ({
  id: "anytime",
  title: "いつでも起こること",
  boxes: [
    ...two("だまったまま", [`${quietHours}時間、何も書かれないとき。`], {
      title: "そこまでの受付票が、職員に届く",
      notes: ["「途中まで」と出ます。あとで書いたことは、同じ受付票に足されます。"],
    }),
    ...two(`「${labelIn(flow, "consent", "NONE")}」`, ["「記録しないで」と書いたときも。"], {
      title: "書いたことを消して、窓口を案内する",
      notes: [
        "件数のための1行だけが残ります。",
        "危険なことばがあったときだけは残して、そのことを伝えます。受け付けたあとなら、職員への「消去の希望」になります。",
      ],
    }),
    ...two("「今は話せない」", ["だれかが見ているかもしれないとき。"], {
      title: "目立たない1行だけを返して、だまる",
      words: firstOf(flow, "neutral"),
      notes: ["本人が書くまで、こちらから何も送りません。前に書かれたことは、だれにも見せません。"],
    }),
    ...two("「人に代わって」", [], {
      title: "職員に伝え、いつ読むかを知らせる",
      notes: ["相談は、そのまま続けられます。"],
    }),
    ...two("通じないことば", [], {
      title: "そのまま残し、言いかえて、もう一度だけたずねる",
      notes: ["それでも分からなければ、書いたとおりに残して、次に進みます。"],
    }),
  ],
});

// --- internal ---

const two = (when: string, notes: string[], then: Omit<Box, "shape">): Box[] => [
  { shape: "quiet", title: when, notes, apart: true },
  { shape: "tell", ...then },
];

/** The first line of something that is said, without what the program fills in. */
function firstOf(flow: Flow, key: string): string {
  const text = (wordsOf(flow, "ja").say as Record<string, string>)[key] ?? "";
  return text.split("\n").find((line) => !line.includes("{{")) ?? "";
}

const labelIn = (flow: Flow, field: string, value: string): string => labelsOf(flow, "ja", field)[value] ?? value;
