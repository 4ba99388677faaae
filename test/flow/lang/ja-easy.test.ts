// What people who write easy Japanese mean: learners (N5–N4), children, people with an intellectual disability. In kana,
// with blanks between the words. Written before the kana of listen/ja.yaml.
import { describe, expect, it } from "vitest";
import { resident, tell } from "../talk.ts";
import { inLanguage } from "./table.ts";

inLanguage("ja-easy", {
  meant: {
    yes: ["はい いいです", "うん いいよ", "おーけー", "だいじょうぶ です", "はい おねがい します"],
    no: ["いや です", "だめ", "ちがう", "いいえ いりません"],
    skip: ["いいたくない です", "つぎ", "つぎ おねがいします", "とばして ください", "こたえたくない"],
    unknown: ["わかりません", "しらない", "わからない です", "いみが わからない"],
    back: ["まえに もどる", "まちがい ました", "まちがえた"],
    stop: ["やめます", "もう いいです", "おわりたい"],
    "cant-talk": ["いま はなせない", "だれか きました", "おかあさん きた", "あとで"],
    human: ["ひとと はなしたい", "でんわで はなしたい です", "にんげんと はなしたい"],
    number: ["ばんごう わすれました"],
    when: ["へんじ いつ ですか", "いつ よみますか"],
    who: ["だれが よみますか", "ロボット？"],
    thanks: ["ありがと", "ありがとう ございました"],
    hello: ["こんにちわ", "そうだん"],
    "no-record": ["のこさないで", "かかないで ください"],
    erase: ["ぜんぶ けして", "けして ください"],
    resume: ["つづける", "つづき"],
    start: ["そうだんする", "そうだん したいです"],
    more: ["くわしく よむ"],
    fix: ["なおす", "なおしたい"],
    new: ["べつの そうだん"],
    "withdraw-share": ["だれにも いわないで"],
    "withdraw-contact": ["もう れんらく しないで"],
    reveal: ["なにを はなした？"],
    "q-hours": ["なんじまで ですか", "にちようび やって いますか"],
    "q-phone": ["でんわばんごう なんですか"],
    "q-place": ["どこに いけば いいですか"],
    "q-cost": ["おかね かかりますか", "むりょう ですか"],
    "q-immigration": [
      "にゅうかんに いいますか",
      "入管にばれませんか",
      "ビザに えいきょう ありますか",
      "にゅうかんが きますか",
    ],
    "q-secret": ["ひみつ まもりますか"],
    "q-told": ["がっこうに いいますか", "おやに いう？"],
    "q-call": ["けいさつ よんだ ほうが いいですか"],
    "q-name": ["なまえ いりますか"],
    "q-delete": ["けしかた おしえて"],
    "q-anyone": ["がいこくじん でも いいですか", "こどもでも いい？"],
  },
  nothing: [
    "おやに いいたくない",
    "ひとと はなすのが こわい",
    "がっこうに いいたい ことが あります",
    "おかね いります",
    "いえに かえりたくない",
    "しごとを やめたい",
  ],
  stories: [
    ["わたし しごと ない。おかね ない。こまって います", "SELF", [], ["JOBSEEK", "INCOME"]],
    ["やちん はらえません", null, [], ["RENT_LOAN"]],
    ["おっとが たたきます。こわいです", "SELF", [], ["DV_ABUSE"]],
    ["おっとは わたしを なぐります", "SELF", [], ["DV_ABUSE"]],
    ["ははが びょうきです。78さいです", "FAMILY", ["親 75-84"], ["HEALTH"]],
    ["むすこが がっこうに いきません。14さいです", "FAMILY", ["子"], ["HIKIKOMORI"]],
    ["となりの おじいさん、ずっと みません", "NEIGHBOR", ["近隣"], []],
    ["ともだちが たべるもの ないです", "FRIEND", ["知人"], ["FOOD"]],
    ["ぼくは 13さいです。おとうさんが おさけを のんで こわい", "CHILD", ["親"], []],
    ["しょうがくせいです。いじめられて います", "CHILD", [], []],
    ["かいしゃ やめました。すむ ところ なくなります", null, [], ["HOUSING", "JOBSEEK"]],
    ["あかちゃん います。ミルク ないです", "FAMILY", ["子 U6"], ["FOOD"]],
    ["ひとりで さびしいです。はなす ひと いません", null, [], ["COMMUNITY"]],
    ["しゃっきんが あります。かえせません", null, [], ["DEBT"]],
    ["でんきが とまりました", null, [], ["TAX_UTIL"]],
    ["おばあちゃんの かいご つかれました", "FAMILY", ["祖父母"], ["CARE"]],
    ["びざが ありません。びょういんに いけません", null, [], ["HEALTH"]],
  ],
  contacts: [
    ["らいんで", ["LINE"], 0],
    ["ラインが いいです", ["LINE"], 0],
    ["でんわ だめ", [], 1],
    ["でんわ いいです", ["TEL"], 0],
    ["れんらく いらない", ["NONE"], 0],
    ["うちに きて ください", ["VISIT_HOME"], 0],
    ["しやくしょに いきます", ["VISIT_OFFICE"], 0],
    ["てがみ", ["MAIL"], 0],
    ["でんわ できない。メッセージで", ["LINE"], 1],
    ["ここに かいて", ["LINE"], 0],
  ],
});

describe("who writes kana with blanks between the words is answered so", () => {
  it.each([
    "しにたい です",
    "あかちゃんの ミルク ないです",
    "アパート でなければ なりません",
    "たすけて ください。おかね ないです",
  ])("「%s」", (said) => expect(tell(resident(), said).state.lang).toBe("ja-easy"));

  it.each(["うん うん", "お金 ない", "たすけてください", "はい、おねがいします", "母の ことで"])("not 「%s」", (said) =>
    expect(tell(resident(), said).state.lang).toBe("ja"),
  );
});
