// What short words mean whatever was asked, and what is a question, a tale, or neither.
import { describe, expect, it } from "vitest";
import { listenOf } from "../../src/flow/flow.ts";
import { intentOf, isQuestion, isTale } from "../../src/flow/listen/intent.ts";
import type { Intent } from "../../src/flow/words.ts";
import { book } from "./talk.ts";

const listen = listenOf(book.flow, "ja");

const MEANT: Partial<Record<Intent, string[]>> = {
  "q-hours": ["何時までですか", "土日もやってますか"],
  "q-phone": ["電話番号を教えてください", "そちらの電話番号は"],
  "q-place": ["どこにありますか", "窓口はどこですか"],
  "q-cost": ["お金はかかりますか", "無料ですか"],
  "q-secret": ["秘密は守られますか", "誰かに知られますか", "ないしょにして", "秘密にしてください", "内緒で"],
  "q-told": [
    "学校に連絡しますか",
    "親に言うんですか",
    "おかあさんに いわないで",
    "親には言わないでほしいです",
    "会社には内緒で",
    "夫に知られたくないです",
  ],
  "q-name": ["名前を言わないとだめですか", "匿名でもいいですか"],
  "q-delete": ["このトークの消し方を教えて", "この会話を消す方法は", "履歴を消したいです"],
  "q-call": ["警察呼んだほうがいいですか", "救急車を呼んだほうがいいですか"],
  "q-anyone": ["こんなことでもいいですか", "市外でも相談できますか"],
  yes: [
    "はい",
    "ハイ",
    "ﾊｲ",
    "はい！",
    "はい。",
    "うん",
    "ええ",
    "いいですよ",
    "OK",
    "ｏｋ",
    "オッケー",
    "はい、お願いします",
    "大丈夫です",
    "了解しました",
    "もちろんです",
  ],
  no: ["いいえ", "いや", "いやです", "ちがいます", "違う", "だめです", "いらない"],
  skip: [
    "とばす",
    "飛ばして",
    "スキップ",
    "ｽｷｯﾌﾟ",
    "パス",
    "次へ",
    "言いたくない",
    "あまり言いたくないです",
    "答えたくないです",
    "特にないです",
    "特にありません",
    "なし",
    "以上です",
  ],
  unknown: [
    "わからない",
    "分かりません",
    "わかんない",
    "よくわからないです",
    "うまく言えない",
    "うまくいえないです",
    "さあ",
    "不明です",
  ],
  back: [
    "もどる",
    "戻る",
    "ひとつ前に戻って",
    "さっきの取り消し",
    "まちがえた",
    "間違えました",
    "やり直し",
    "すみません、間違えました",
  ],
  stop: [
    "やめる",
    "やめます",
    "やっぱりやめます",
    "もういいです",
    "もういい",
    "中止",
    "また今度にします",
    "キャンセル",
  ],
  "cant-talk": [
    "今は話せない",
    "いまは話せません",
    "誰か来た",
    "だれかきた",
    "夫が帰ってきた",
    "後で",
    "またあとで",
    "見られてるかも",
  ],
  human: [
    "人に代わって",
    "人と話したいです",
    "職員さんと話したい",
    "担当者を出せ",
    "人間と話したい",
    "オペレーター",
    "ロボットじゃなくて",
  ],
  number: ["番号は？", "受付番号", "受付番号を教えてください", "番号を忘れました"],
  when: [
    "いつ返事",
    "いつ頃お返事いただけますでしょうか",
    "返事はいつですか",
    "いつ返事もらえますか",
    "返事まだですか",
    "いつになったら連絡くれるの",
  ],
  who: ["誰が読むの", "だれが見るんですか", "AIですか", "人間ですか？", "ロボットですか"],
  thanks: ["ありがとう", "ありがとうございます", "どうもありがとうございました", "助かりました"],
  hello: ["こんにちは", "はじめまして", "相談があります", "相談したいです", "もしもし", "すみません"],
  "no-record": ["記録しないで", "記録しないで窓口だけ知りたい", "窓口だけ教えてください", "残さないでください"],
  erase: ["消して", "全部消してください", "なかったことにして", "取り下げます"],
  resume: ["続ける", "相談を続けます", "続きから", "再開"],
  start: ["相談する", "やっぱり相談したい", "話します"],
  more: ["くわしく", "詳しく読む", "どういうこと？"],
  fix: ["直す", "直したいです", "訂正", "修正したい"],
};
const rows = Object.entries(MEANT).flatMap(([intent, list]) => list.map((said) => [said, intent] as const));

describe("short words", () => {
  it.each(rows)("「%s」 means %s", (said, intent) => expect(intentOf(listen, said)).toBe(intent));

  it.each(["", "　", "母", "お金がない", "川辺", "12", "さとう", "電話がいいです", "80代の父", "ぬぬぬ"])(
    "「%s」 is an answer, nothing more",
    (said) => expect(intentOf(listen, said)).toBeNull(),
  );

  it.each([
    "母は人と話したいといつも言っていますが、家から出られません",
    "仕事をやめたいと息子が言い出して、どうしたらいいか困っています",
    "電話番号を変えたのに、元夫からまた電話がかかってきて困っています",
    "ありがとうと言ってもらえないのがつらくて、介護をやめたいです",
  ])("a story is not searched for them: 「%s」", (said) => expect(intentOf(listen, said)).toBeNull());

  it.each([
    ["ja", "認知症の母が帰ってきません"],
    ["ja", "父が帰って来ない"],
    ["ja", "母がまだ帰ってきていません"],
    ["ja", "夫が帰ってきたらまた殴られる"],
    ["ja", "おとうさんが おきたら またなぐられる"],
    ["ja", "発作が起きたみたいです"],
    ["ja", "頼れる人がそばにいません"],
    ["ja", "家族がそばにいてほしい"],
    ["ja", "督促状が来たので困っています"],
    ["ja", "今無理して働いています"],
    ["en", "someone came to collect money"],
    ["zh-CN", "没有人在身边"],
    ["id", "kalau suami pulang dia memukul saya"],
  ])("nobody comes in here (%s): 「%s」", (lang, said) =>
    expect(intentOf(listenOf(book.flow, lang as "ja"), said)).toBeNull(),
  );

  it.each([
    "お父さんが帰ってきた",
    "母が帰ってきました",
    "親が起きた",
    "夫が帰ってきたのであとで",
    "夫が近くにいます",
    "今無理です",
  ])("somebody does: 「%s」", (said) => expect(intentOf(listen, said)).toBe("cant-talk"));

  it.each([
    "母がもう何もわからない",
    "仕事をやめたい",
    "学校をやめたい",
    "生きるのをやめたい",
    "お金がない",
    "食べるものがない",
    "誰も助けてくれない",
    "息子が部屋から出てこない",
    "母の面倒を見るのはもう無理です",
    "子どもと話したい",
  ])("nor is a cry: 「%s」", (said) => expect(intentOf(listen, said)).toBeNull());
});

describe("a question to us", () => {
  it.each(["どこに行けばいいですか", "お金はかかりますか？", "申し込めるのでしょうか", "どうすれば", "予約はいるの？"])(
    "「%s」 is one",
    (said) => expect(isQuestion(listen, said)).toBe(true),
  );

  it.each(["母のことです", "困っています。", "はい", "どうしようもないです"])("「%s」 is none", (said) =>
    expect(isQuestion(listen, said)).toBe(false),
  );
});

describe("a tale goes on with the story", () => {
  it.each([
    "もう三か月です",
    "朝になるとおなかが痛いって",
    "夜も眠れなくて",
    "父は何も言わないけど",
    "きのうから熱があるみたい",
  ])("「%s」 is one", (said) => expect(isTale(listen, said)).toBe(true));

  it.each(["介護", "12", "川辺", "母です", "お金", "電話", "ぬぬぬ"])("「%s」 is a word or two", (said) =>
    expect(isTale(listen, said)).toBe(false),
  );
});
