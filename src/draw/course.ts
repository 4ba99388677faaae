// One course as a plan: who is led here, its questions in their order, and what comes of them.
import { ROLES } from "../flow/codes.ts";
import { labelsOf, wordsOf, type Course, type Flow } from "../flow/flow.ts";
import type { Step } from "../flow/steps/step.ts";
import type { Box, Plan } from "./plan.ts";

const LANG = "ja";

export const courseOf = (flow: Flow, course: Course): Plan => ({
  id: course.id,
  title: course.title,
  who: rolesOf(flow, course),
  boxes: [
    { shape: "begin", title: "どなたが", words: rolesOf(flow, course), notes: consentIn(course) },
    ...course.steps.map((step, n) => questionOf(flow, course, step, n)),
    {
      shape: "end",
      title: "受付票が職員に届く",
      notes: ["受付番号と、いつ読むかを伝えます。あとから書いたことも、同じ受付票に足されます。"],
    },
    {
      shape: "quiet",
      title: "途中でも、いつでも",
      notes: [
        "「とばす」「もどる」「やめる」は、いつでも書けます。",
        "危険なことばは「危険なことばを聞いたとき」、だまったまま・「記録しないで」・「今は話せない」は「いつでも起こること」の図のとおりになります。",
      ],
      apart: true,
    },
  ],
});

/** Whoever speaks of oneself first, then those who speak of others, as the roles stand in the codes. */
export const inOrder = ({ courses }: Flow): Course[] => {
  const placeOf = ({ for: roles }: Course): number => Math.min(...roles.map((role) => ROLES.indexOf(role)));
  return courses.toSorted((a, b) => placeOf(a) - placeOf(b));
};

/** 「自分のこと、言いたくない」 */
export function rolesOf(flow: Flow, { for: roles }: Course): string {
  const labels = labelsOf(flow, LANG, "role");
  return [...new Set(roles.map((role) => labels[role] ?? role))].join("、");
}

/** The first line of a question, without what the program fills in. */
export function askedIn(flow: Flow, field: string, words = "ask"): string {
  const question: Record<string, unknown> = wordsOf(flow, LANG).questions[field] ?? {};
  const text = question[words] ?? question["ask"];
  const [line = ""] = (typeof text === "string" ? text : "").split("\n").filter((one) => !one.includes("{{"));
  return line.trim();
}

/** What can be chosen, as it stands on the buttons. */
export function choicesIn(flow: Flow, field: string, values: readonly string[]): string[] {
  const labels = labelsOf(flow, LANG, field);
  return values.map((value) => (labels[value] ?? value).replace("{{disability}}", "障害"));
}

// --- internal ---

/** What a kind of question takes, for staff. A course without a check ends with its last answer. */
const NOTES: Record<string, string> = {
  "ask-consent":
    "「くわしく読む」を選ぶと、説明のあとで、もう一度たずねます。「記録しないで」を選んだあとのことは、「いつでも起こること」の図にあります。",
  "ask-choice": "ことばで書いてもかまいません。",
  "ask-person": "続柄と、だいたいの年齢。何人でも。",
  "ask-age": "年代だけをたずねます。",
  "ask-story": "何回に分けても、写真でも、声でも。",
  "ask-category": "国の様式の16の項目から。いちばん困っていることと、ほかのこと。",
  "ask-place": "地区のボタンから。町の名前や「〜の近く」でもかまいません。",
  "ask-contact": "電話番号・時間・呼び名は、書いてあれば聞き取ります。",
  "ask-few": "いくつでも。ことばで書いてもかまいません。",
  "ask-text": "ひとこと書いてもらいます。",
  check: "ここまでの答えを見せて、送るか直すかをたずねます。",
};

/** Not asked where it is known. */
const UNASKED: Record<string, string> = {
  story: "最初のことばで話してくださったときは、たずねません。",
  category: "お話をたずねたときは、お話から聞き取り、たずねません。",
  whom: "書いてくださったことで分かれば、たずねません。",
  district: "書いてくださったことで分かれば、たずねません。",
};

const consentIn = ({ steps }: Course): string[] =>
  steps.some(({ fills }) => fills === "consent")
    ? []
    : ["記録してよいかは、たずねません。読む人と使いみちを、はじめにお知らせします。"];

function questionOf(flow: Flow, course: Course, step: Step, n: number): Box {
  const { kind, fills, as = "ask", choices = [] } = step;
  const told = course.steps.some((one) => one.fills === "story");
  const unasked = fills === "category" && !told ? undefined : UNASKED[fills];
  // Partners are asked for the very house, and offered no districts.
  const note = kind === "ask-place" && as === "partner" ? undefined : NOTES[kind];
  const alarm = alarmOf(flow, step);
  const offered = fills === "consent" ? ["GIVEN", "MORE", "NONE"] : kind === "ask-person" ? [] : choices;
  return {
    shape: "ask",
    no: `${n + 1}`,
    title: `${wordsOf(flow, LANG).questions[fills]?.label ?? fills}${kind === "ask-age" ? "（年代）" : ""}`,
    words: askedIn(flow, fills, as),
    choices: kind === "ask-age" ? agesIn(flow, offered) : choicesIn(flow, fills, offered),
    notes: [note, unasked].filter((note) => note !== undefined),
    ...(alarm === undefined ? {} : { alarm }),
  };
}

const agesIn = (flow: Flow, bands: readonly string[]): string[] => {
  const ages: Record<string, string> = wordsOf(flow, LANG).ages;
  return bands.map((band) => ages[band] ?? band);
};

/** Answers that are a sign of danger by themselves. */
function alarmOf(flow: Flow, { fills, risks }: Step): string | undefined {
  const values = Object.keys(risks ?? {});
  if (values.length === 0) return undefined;
  return `${choicesIn(flow, fills, values)
    .map((label) => `「${label}」`)
    .join("")}を選ぶと、すぐ番号を伝え、職員に知らせます`;
}
