// What staff do with it: states, urgency, consent, and what happened.
import type { Completeness, ConsentScope, ConsentValue, ShareBasis, Status, Urgency } from "../../flow/codes.ts";
import type { Entry, MessageKind } from "../../intake/intake.ts";

export const status: Record<Status, string> = {
  DRAFT: "入力中",
  RECEIVED: "受付",
  SCREENING: "確認中",
  ASSESSING: "状況把握中",
  CONSENT_WORK: "同意に向けて関わり中",
  REFERRED: "つなぎ中",
  LINKED: "つながり確認済",
  MULTI: "多機関協働",
  SUPPORTING: "支援中",
  OUTREACH: "アウトリーチ中",
  CLOSED: "終結",
  INTERRUPTED: "中断",
  INFO_DONE: "情報提供で終了",
  REOPENED: "再開",
};

export const urgency: Record<Urgency, string> = { E0: "緊急", E1: "至急", E2: "早め", E3: "通常", E9: "未判定" };

export const urgencyMeans: Record<Urgency, string> = {
  E0: "いま命や身体の危険があるかもしれません",
  E1: "今日のうちに人が読みます",
  E2: "3開庁日のうちに読みます",
  E3: "ふだんどおりに読みます",
  E9: "まだ判定していません",
};

export const scope: Record<ConsentScope, string> = {
  PURPOSE_NOTICE: "利用目的のお知らせ",
  RECORD: "相談として記録する",
  SHARE_INTERNAL: "担当課・委託先で共有",
  SHARE_AGENCY: "支援関係機関と共有",
  MEETING: "重層的支援会議で話し合う",
  CONTACT: "こちらから連絡する",
  STATS_EXAMPLE: "個人を特定しない事例に使う",
};

export const consent: Record<ConsentValue, string> = {
  SHOWN: "見せた（同意ではありません）",
  GIVEN: "同意あり",
  REFUSED: "同意しない",
  WITHDRAWN: "取り消し",
  NOT_ASKED: "聞いていない",
  UNKNOWN: "わからない",
};

export const completeness: Record<Completeness, string> = {
  DRAFT: "入力中",
  PARTIAL: "途中まで",
  COMPLETE: "最後まで",
};

export const entry: Record<Entry["kind"], string> = {
  received: "受け付けました",
  joined: "話が加わりました",
  status: "状態",
  owner: "担当",
  note: "メモ",
  urgency: "緊急度",
  answer: "返事",
  delivery: "送信",
  task: "すること",
  opened: "開きました",
  done: "対応した",
  consent: "同意",
  confirmed: "確かめた",
};

export const basis: Record<ShareBasis, string> = {
  CONSENT: "本人の同意",
  LAW_REPORT: "法令による通告・通報（虐待など）",
  SHIEN_KAIGI_106_6: "支援会議（社会福祉法106条の6）",
  LIFE_BODY: "命や身体の危険があり、同意を待てない",
  ART69_2_2: "個人情報保護法69条2項2号（内部で使う相当の理由）",
  ART69_2_3: "個人情報保護法69条2項3号（ほかの行政機関の法令の事務）",
  ART69_2_4: "個人情報保護法69条2項4号（明らかに本人の利益）",
  ANONYMIZED: "だれのことかわからない形で伝える",
};

export const message: Record<MessageKind, string> = {
  text: "文章",
  sticker: "スタンプ",
  image: "写真",
  audio: "音声",
  video: "動画",
  file: "ファイル",
  location: "場所",
  postback: "ボタン",
  other: "その他",
};

/** By the names of the files in `flows/words/`; another one is shown by its code. */
export const lang: Record<string, string> = {
  ja: "日本語",
  "ja-easy": "やさしい日本語",
  en: "英語",
  "zh-CN": "中国語（簡体字）",
  vi: "ベトナム語",
  ko: "韓国語",
  pt: "ポルトガル語",
  fil: "フィリピノ語",
  ne: "ネパール語",
  id: "インドネシア語",
};
