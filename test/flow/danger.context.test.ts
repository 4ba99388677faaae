// What a danger is called, and what earlier words, a denial or other people in the sentence make of it.
import { describe, expect, it } from "vitest";
import { RISK_TYPES, urgencyRank } from "../../src/flow/codes.ts";
import type { RiskType } from "../../src/flow/codes.ts";
import { hear } from "../../src/flow/danger/danger.ts";
import { danger, file, heardAs } from "./danger.heard.ts";
import { HELD_SAID } from "./danger.held.ts";
import { SAID } from "./danger.said.ts";

const AFTER: [RiskType, string][] = [
  ["SELF_HARM", "もう薬のんだ"],
  ["SELF_HARM", "全部飲んだ"],
  ["SELF_HARM", "切った"],
  ["SELF_HARM", "登った"],
  ["SELF_HARM", "着いた"],
  ["SELF_HARM", "用意した"],
  ["SELF_HARM", "さよなら"],
  ["SELF_HARM", "遺書"],
  ["SELF_HARM", "already took them"],
  ["DV", "来た"],
  ["DV", "夫が仕事から帰ってきた"],
  ["DV", "出られない"],
  ["DV", "鍵かけた"],
  ["DV", "he is coming"],
  ["CHILD_ABUSE", "パパきた"],
  ["ELDER_ABUSE", "また怒鳴られてます"],
  ["DISABILITY_ABUSE", "逃げられない"],
  ["SEXUAL", "部屋に来た"],
  ["VIOLENCE_TO_OTHERS", "着いたぞ"],
  ["CAREGIVER_BREAKDOWN", "手が出た"],
  ["SAFETY_CHECK", "まだ出ない"],
  ["NO_FOOD_OR_LIFELINE", "ふらふらして立てない"],
  ["HOMELESS_TONIGHT", "寒くて眠れない"],
  ["MEDICAL", "だんだん息が弱くなる"],
  ["CHILD_ALONE", "まだかえってこない"],
];

describe("after an earlier danger of the same kind", () => {
  it.each(AFTER)("%s: 「%s」 is danger to life", (risk, text) => expect(heardAs(text, [risk])).toContain(`${risk} E0`));

  it.each(AFTER.filter(([, text]) => !/薬|息|怒鳴|立てない/u.test(text)))("%s: 「%s」 alone is not", (risk, text) =>
    expect(heardAs(text)).not.toContain(`${risk} E0`),
  );

  it("every risk has such words", () => expect(new Set(AFTER.map(([risk]) => risk))).toEqual(new Set(RISK_TYPES)));

  it.each(["役所が勝手に切ったんだろうが", "役所に保護を切られて、電話も切った", "縁を切った"])(
    "「%s」 is no blood",
    (text) => expect(heardAs(text, ["SELF_HARM"])).not.toContain("SELF_HARM E0"),
  );

  it("does not count what is denied", () =>
    expect(heardAs("まだ飲んでない", ["SELF_HARM"])).not.toContain("SELF_HARM E0"));

  it.each([
    "３",
    "木更津市です",
    "平日の昼間は仕事で電話に出られません",
    "日中は電話に出ません。夜ならいいです",
    "ありがとうございました",
    "落ち着きました",
    "家に着きました",
    "明日来てもらえますか",
    "いま家にいます",
    "仕事から帰ってきました",
    "お茶を飲みました",
    "書類を用意した",
    "返事を待っています",
    "駅の近くのアパートです",
    "鍵の交換はいくらですか",
    "病院に行きました",
    "バスが来ました",
    "そろそろ寝ます",
    "ないしょにして",
    "ないしょのはなしです",
    "ママにはないしょ",
    "いしょくじゅうが ない",
    "せつめいしょを よんだ",
    "せんげつ たいしょくしました",
    "がいしょくした",
  ])("「%s」 is an ordinary answer whatever was said before", (text) =>
    expect(heardAs(text, [...RISK_TYPES])).toEqual([]),
  );
});

describe("whom it is about", () => {
  it.each<[string, RiskType, RiskType]>([
    ["息子さんが年金を全部使ってしまって。利用料も滞納。あざもありました", "ELDER_ABUSE", "CHILD_ABUSE"],
    ["ケアマネです。利用者の息子さんの腕にあざがありました", "ELDER_ABUSE", "CHILD_ABUSE"],
    ["あれから息子が暴れて", "VIOLENCE_TO_OTHERS", "ELDER_ABUSE"],
    ["35歳の息子が暴れて殴られました", "VIOLENCE_TO_OTHERS", "CHILD_ABUSE"],
    ["20年部屋から出てこない弟が母を殴りました", "VIOLENCE_TO_OTHERS", "CHILD_ABUSE"],
    ["弟が殴られています。45歳です", "VIOLENCE_TO_OTHERS", "CHILD_ABUSE"],
    ["リストカットしてる", "SELF_HARM", "DV"],
    ["リストカット", "SELF_HARM", "DV"],
    ["リストカットがやめられない", "SELF_HARM", "DV"],
    ["リスカ", "SELF_HARM", "DV"],
    ["りすとかっとしちゃう", "SELF_HARM", "DV"],
    ["夫が自殺するかも", "SELF_HARM", "VIOLENCE_TO_OTHERS"],
    ["夫が自殺するかも", "SELF_HARM", "DV"],
    ["夫が自殺するかもしれない", "SELF_HARM", "VIOLENCE_TO_OTHERS"],
    ["息子が自殺しそう", "SELF_HARM", "VIOLENCE_TO_OTHERS"],
    ["リストカットの跡がある", "SELF_HARM", "DV"],
    ["彼氏が自殺すると言う", "SELF_HARM", "VIOLENCE_TO_OTHERS"],
    ["自殺するぞ", "SELF_HARM", "VIOLENCE_TO_OTHERS"],
    ["家に帰りたくない 夫がいるから", "DV", "CHILD_ABUSE"],
    ["認知症の母にたたかれる", "VIOLENCE_TO_OTHERS", "CHILD_ABUSE"],
    ["母を殴ってしまった", "ELDER_ABUSE", "CHILD_ABUSE"],
    ["デイの職員が母をつねってる", "ELDER_ABUSE", "CHILD_ABUSE"],
    ["パパ活で怖い目にあった", "SEXUAL", "CHILD_ABUSE"],
    ["親に殴られる 30代です 実家です", "VIOLENCE_TO_OTHERS", "CHILD_ABUSE"],
    ["高齢の父に殴られます", "VIOLENCE_TO_OTHERS", "CHILD_ABUSE"],
    ["旦那がいるから家に帰りたくない", "DV", "CHILD_ABUSE"],
    ["姑が私を叩きます", "DV", "CHILD_ABUSE"],
    ["夫の母に殴られる", "DV", "CHILD_ABUSE"],
    ["My mother-in-law hits me", "DV", "CHILD_ABUSE"],
    ["電気つかない 払ってない", "NO_FOOD_OR_LIFELINE", "SAFETY_CHECK"],
  ])("「%s」 is %s, not %s", (text, is, not) => {
    const risks = hear(danger, text).map(({ risk }) => risk);
    expect(risks).toContain(is);
    expect(risks).not.toContain(not);
  });

  it.each([
    "娘の腕にあざがあります。小学生です。母は80代です",
    "お母さんに殴られる。おばあちゃんは認知症",
    "弟が殴られています。7歳です",
    "弟が殴られています",
    "父が酔って母を殴る。僕も殴られる",
    "父がお酒を飲むと母を殴ります。わたしもなぐられます。",
    "お父さんが毎晩母を殴って、私も叩かれる",
    "お父さんに殴られます。45歳です",
    "姑が子どもを叩きます",
    "義母に叩かれます",
    "My mother-in-law hits my baby",
  ])("「%s」 stays with the child", (text) => expect(heardAs(text)).toContain("CHILD_ABUSE E1"));
});

describe("what stands beside it hides no danger", () => {
  it.each<[string, string]>([
    ["今晩の薬を全部飲んだ。もう起きたくない", "SELF_HARM E0"],
    ["一週間分の朝の薬を全部飲んだ", "SELF_HARM E0"],
    ["朝の薬を全部飲んだ、100錠", "SELF_HARM E0"],
    ["死にたいって歌が好きで私も同じ気持ち", "SELF_HARM E0"],
    ["おばの家の電気もつかない、払ってるのに何日も姿を見ていない", "SAFETY_CHECK E0"],
    ["実家の母が電話に出ない。水道が出ないらしい、払ってない", "SAFETY_CHECK E0"],
  ])("「%s」 is %s", (text, is) => expect(heardAs(text)).toContain(is));
});

describe("what is told to staff", () => {
  const titles = file.languages.flatMap(({ risks, turns, denied, past }) => [
    ...turns.map(({ title }) => title),
    ...Object.values(risks)
      .flatMap((levels) => Object.values(levels).flatMap(Object.keys))
      .flatMap((title) => [title, `${title}（${denied.note}）`, `${title}（${past.note}）`]),
  ]);

  it("is always a listed title, never the resident's own words", () => {
    const texts = [...Object.values(SAID).flat(), ...HELD_SAID].map(([text]) => text);
    const told = texts.flatMap((text) => hear(danger, text).map(({ words }) => words));
    expect(told.filter((words) => !titles.includes(words))).toEqual([]);
  });

  it("reads as plain Japanese", () => {
    expect(titles.filter((title) => /[a-z()|《》…＋＆]/u.test(title))).toEqual([]);
    expect(titles.filter((title) => !/[ぁ-ん]/u.test(title))).toEqual([]);
  });

  it("says that it was denied, or long ago", () => {
    expect(hear(danger, "死にたいとは思っていません")[0]?.words).toBe("死にたいと言っている（打ち消している）");
    expect(hear(danger, "若い頃は死にたかったです")[0]?.words).toBe("死にたいと言っている（昔のこと）");
  });

  it("gives the most urgent first, each title once", () => {
    const heard = hear(danger, "死にたい、死にたい。田中花子です。夫に殴られた");
    const ranks = heard.map(({ urgency }) => urgencyRank(urgency));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(new Set(heard.map(({ risk, words }) => risk + words)).size).toBe(heard.length);
  });
});

describe("what players typed and nobody heard", () => {
  it.each<[string, string]>([
    ["パパがおふろはいってくるのいや", "SEXUAL E1"],
    ["家かえりたくない", "CHILD_ABUSE E2"],
    ["お一人、80代、昨日今日と応答なし。カーテン閉まったまま", "SAFETY_CHECK E0"],
    ["家賃3ヶ月滞納で郵便受けもパンパンです。電話も出ません", "SAFETY_CHECK E0"],
    ["おばあさんが裸足で夜歩いてる", "SAFETY_CHECK E0"],
    ["I no money, baby no milk", "NO_FOOD_OR_LIFELINE E0"],
    ["きょう止められる　赤ちゃんいる", "NO_FOOD_OR_LIFELINE E1"],
    ["かあちゃんにしなれて…おれもそろそろいくかな", "SELF_HARM E1"],
    ["金もない　冷蔵庫からっぽ", "NO_FOOD_OR_LIFELINE E1"],
    ["生活費を渡してくれません", "DV E1"],
  ])("「%s」 is %s", (text, expected) => expect(heardAs(text)).toContain(expected));

  it.each(["help me please", "He doesn't hit me"])("「%s」 is no named danger", (text) =>
    expect(heardAs(text)).toEqual([]),
  );
});
