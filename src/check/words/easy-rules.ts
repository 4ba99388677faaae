// How easy one sentence of やさしい日本語 is, measured: each rule with its limit, and where the limit comes from.
//
// 育成会  「わかりやすい情報提供のガイドライン」全国手をつなぐ育成会連合会 2015（知的障害のある人）
// 入管庁  「在留支援のためのやさしい日本語ガイドライン」出入国在留管理庁・文化庁 2020
// 弘前大  「これさえあれば！『やさしい日本語』作り方ガイド」弘前大学人文社会科学部社会言語学研究室 2019
// ours    no source gives a figure: set so that the shipped texts are read aloud in one breath

/** 育成会: 一文は30字以内を目安にする. Spaces, ふりがな and 〈…〉 are not counted. */
export const LETTERS = 30;
/** 弘前大: 一文の漢字は3〜4字（災害のとき）. Without ふりがな, and only those of the easiest test. */
export const BARE_KANJI = 4;
/** 弘前大: 13字まで（生活情報）. With and without ふりがな. */
export const ALL_KANJI = 13;
/** 育成会: 漢字が4つ以上つづくことばは避ける. 〈…〉 makes it good. */
export const KANJI_IN_A_ROW = 3;
/** 入管庁: 一文一義. The figure is ours. */
export const COMMAS = 2;
/** 弘前大: 分かち書き. The figure is ours: ありがとうございます has ten. */
export const KANA_WITHOUT_SPACE = 12;

/** A sentence taken apart: see `sentencesOf`. */
export interface Sentence {
  /** As it stands in the file. */
  raw: string;
  /** Without ふりがな and 〈…〉, with {{…}} as four letters. */
  read: string;
  /** The same without the kanji that carry ふりがな. */
  bare: string;
  /** Is something of it explained in 〈…〉? */
  explained: boolean;
  /** Does 「。」 end it? */
  ends: boolean;
}

/** What is hard about this sentence, in Japanese; [] where nothing is. */
export const hardIn = (sentence: Sentence): string[] =>
  RULES.flatMap(([what, finds]) => {
    const found = finds(sentence);
    return found === null ? [] : [`${what}（${found}）`];
  });

// --- internal ---

/** What was found, or null. */
type Finds = (sentence: Sentence) => string | null;

/** Kanji of the old 日本語能力試験4級 (today's N5), as far as an intake needs them. */
const EASY_KANJI =
  /[一二三四五六七八九十百千万円日月火水木金土年時分半今毎前後午上下中外左右東西南北人男女子父母友先生学校名何本車電話語国天気雨山川大小高長新古多少早出入行来見聞読書食飲休言会社]/gu;

/** Katakana that everybody with a telephone meets; any other is explained. 入管庁: 外来語はできる限り使わない. */
const KNOWN_KATAKANA =
  /^(ボタン|スタンプ|ビデオ|ファイル|スマホ|トーク|グループ|ガス|ローン|インターネット|メッセージ|カレンダー|アパート|ビザ|テレビ|ドア)$/u;

/** 入管庁: 難しいことばは言いかえるか、説明をつける. What officers write, and residents of this file do not read. */
const HARD =
  /職員|記録|同意|希望|状態|確認|対応|担当|緊急|至急|該当|続柄|年代|地区|場合|利用|提供|申請|手続|窓口|支援|必要|可能|以上|以下|及び|又は|または|および|しょくいん|かくにん|たいおう|ばあい/u;

/** Sounds like a denial and is none. */
const NO_DENIAL = /あぶない|すくない|きたない|つまらない|もったいない|なくな[っり]/gu;
const DENIAL = /ない|なく|なけれ|なかった|ません/gu;

/** 受身 (and れる・られる for 「できる」): 見られる, いわれて. つかれた, わかれた, こわれた … are none. */
const PASSIVE =
  /(?:[さたばら]|(?<![つわ])か|(?<!う)ま|(?<!は)な|(?<!こ)わ|(?<!な)が)れ(?:る|た|て|な|ま)|させ(?:る|て|た|ま|な)/u;

const HONORIFIC =
  /いただ|いたし|いたす|おりま|申し|もうし|うかが|伺|拝|いらっしゃ|くださ[っりる]|ござ(?!います)|(?<!ありがとう)ございます|(?<!ごめん)なさ[いっるれ]|召し|めしあが|ごらん|ご覧|存じ|ぞんじ|おっしゃ|頂|致|参り|ご(?:本人|希望|家族|自分|住所|連絡|相談|案内|意見|都合)|ご(?:ほんにん|きぼう|かぞく|じぶん|れんらく|そうだん|あんない)|お(?:名前|電話|話|待ち|聞き|返事|住まい|困り|答え|気持ち)|お(?:なまえ|でんわ|はなし|まち|へんじ|すまい|こまり|こたえ|きもち)/u;

/** 擬態語・擬音語 (ふらふら): two syllables said twice. */
const SAID_TWICE = /([ぁ-んァ-ヶ]{2})\1/gu;
const NO_SOUND = ["いろいろ", "ときどき", "だんだん", "もしもし"];

/** 入管庁: 文末は「です」「ます」で統一する. */
const POLITE_END = /(です|ます|でした|ました|ません|ましょう|ください|なさい|どうぞ|はじめまして)[かねよ]?$/u;

const over = (n: number, limit: number): string | null => (n > limit ? String(n) : null);
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
const hit = (text: string, what: RegExp): string | null => what.exec(text)?.[0] ?? null;

const RULES: [what: string, finds: Finds][] = [
  [`一つの文は${LETTERS}文字までです`, ({ read }) => over(read.replace(/\s/gu, "").length, LETTERS)],
  ["漢字に ふりがなをつけてください", ({ bare }) => hit(bare.replace(EASY_KANJI, ""), /[一-龠々]+/u)],
  [`ふりがなのない漢字は、一つの文に${BARE_KANJI}字までです`, ({ bare }) => over(count(bare, /[一-龠]/gu), BARE_KANJI)],
  [`漢字は、一つの文に${ALL_KANJI}字までです`, ({ read }) => over(count(read, /[一-龠]/gu), ALL_KANJI)],
  [
    "漢字が四つ以上つづくことばは、〈 〉で説明してください",
    ({ read, explained }) => (explained ? null : hit(read, new RegExp(`[一-龠々]{${KANJI_IN_A_ROW + 1},}`, "u"))),
  ],
  [
    "カタカナのことばは、やさしく言いかえるか、〈 〉で説明してください",
    ({ read, explained }) =>
      explained ? null : (read.match(/[ァ-ヶー]{3,}/gu)?.find((word) => !KNOWN_KATAKANA.test(word)) ?? null),
  ],
  [
    "むずかしいことばは、言いかえるか、〈 〉で説明してください",
    ({ read, explained }) => (explained ? null : hit(read, HARD)),
  ],
  [
    "一つの文に「ない」は一つまでです（二重否定）",
    ({ read }) => read.split("・").find((part) => count(part.replace(NO_DENIAL, ""), DENIAL) > 1) ?? null,
  ],
  ["受身・使役は使いません", ({ read }) => hit(read, PASSIVE)],
  ["敬語は使いません（「です・ます」だけ）", ({ read }) => hit(read, HONORIFIC)],
  [
    "擬態語は使いません",
    ({ read }) => read.match(SAID_TWICE)?.find((sound) => !NO_SOUND.some((word) => word.includes(sound))) ?? null,
  ],
  ["「〜」は使いません。「から」「まで」と書いてください", ({ read }) => hit(read, /[〜～~]/u)],
  [
    "時刻は午前・午後で書いてください",
    ({ raw }) => hit(raw, /\{\{h\}\}|(?<!\d)(?:1[3-9]|2[0-4])(?:時(?!間)|じ(?!かん)|:[0-5])/u),
  ],
  [`一つの文に「、」は${COMMAS}つまでです`, ({ read }) => over(count(read, /、/gu), COMMAS)],
  [
    "一つの文に一つのことを書いてください",
    ({ read }) => hit(read, /(?:です|ます|した|ません)(?:が、|けど|けれど|ので|し、)/u),
  ],
  [
    "ことばの間に空白を入れてください（分かち書き）",
    ({ read }) => hit(read, new RegExp(`[ぁ-ん]{${KANA_WITHOUT_SPACE + 1},}`, "u")),
  ],
  [
    "文の終わりは「です」「ます」にしてください",
    ({ read, ends }) => (ends && !POLITE_END.test(read) ? read.slice(-6) : null),
  ],
];
