// The codes of the field (national forms and the municipalities' own documents), shared by every room.
// Labels for people stand in flows/words/*.yaml; these are what is stored, filtered and exported.

export const ROLES = [
  "SELF",
  "FAMILY",
  "FRIEND",
  "NEIGHBOR",
  "MINSEI",
  "MIMAMORI",
  "LANDLORD",
  "EMPLOYER",
  "SCHOOL",
  "AGENCY",
  "MEDICAL",
  "CHILD",
  "UNKNOWN",
  "OTHER",
] as const;
/** 相談者の立場. Who is writing. */
export type Role = (typeof ROLES)[number];

export const RELATIONS = [
  "本人",
  "配偶者",
  "親",
  "子",
  "きょうだい",
  "祖父母",
  "孫",
  "親族",
  "知人",
  "近隣",
  "支援者",
  "その他",
  "言いたくない",
] as const;
/** 相談者から見た本人との続柄. */
export type Relation = (typeof RELATIONS)[number];
/** Of somebody whom staff wrote down without the question: it was not asked, which is no refusal (言いたくない). */
export const NOT_ASKED = "聞いていない";

export const AGE_BANDS = [
  "U6",
  "6-12",
  "13-15",
  "16-18",
  "19-29",
  "30-39",
  "40-49",
  "50-64",
  "65-74",
  "75-84",
  "85+",
  "UNKNOWN",
] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** The sixteen items of the national form 「相談受付・申込票」, in its order; UNSURE counts as OTHER in statistics. */
export const CATEGORIES = [
  "HEALTH",
  "HOUSING",
  "INCOME",
  "RENT_LOAN",
  "TAX_UTIL",
  "DEBT",
  "JOBSEEK",
  "WORK",
  "COMMUNITY",
  "FAMILY",
  "CHILDCARE",
  "CARE",
  "HIKIKOMORI",
  "DV_ABUSE",
  "FOOD",
  "OTHER",
  "UNSURE",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** E0 緊急 (danger to life now) · E1 至急 (read the same day) · E2 早め · E3 通常 · E9 未判定. */
export const URGENCIES = ["E0", "E1", "E2", "E3", "E9"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const RISK_TYPES = [
  "SELF_HARM",
  "CHILD_ABUSE",
  "ELDER_ABUSE",
  "DISABILITY_ABUSE",
  "DV",
  "SEXUAL",
  "VIOLENCE_TO_OTHERS",
  "CAREGIVER_BREAKDOWN",
  "SAFETY_CHECK",
  "NO_FOOD_OR_LIFELINE",
  "HOMELESS_TONIGHT",
  "MEDICAL",
  "CHILD_ALONE",
] as const;
export type RiskType = (typeof RISK_TYPES)[number];

export const CONSENT_SCOPES = [
  "PURPOSE_NOTICE",
  "RECORD",
  "SHARE_INTERNAL",
  "SHARE_AGENCY",
  "MEETING",
  "CONTACT",
  "STATS_EXAMPLE",
] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];

/** SHOWN belongs to PURPOSE_NOTICE alone: a notice is shown, it is not agreed to (個人情報保護法62条). */
export type ConsentValue = "SHOWN" | "GIVEN" | "REFUSED" | "WITHDRAWN" | "NOT_ASKED" | "UNKNOWN";
export type ConsentMethod = "LINEボタン" | "LINE文章" | "口頭" | "書面" | "LINE表示";

export const STATUSES = [
  "DRAFT",
  "RECEIVED",
  "SCREENING",
  "ASSESSING",
  "CONSENT_WORK",
  "REFERRED",
  "LINKED",
  "MULTI",
  "SUPPORTING",
  "OUTREACH",
  "CLOSED",
  "INTERRUPTED",
  "INFO_DONE",
  "REOPENED",
] as const;
export type Status = (typeof STATUSES)[number];

export const CLOSE_REASONS = [
  "課題が解決",
  "他機関が主担当",
  "情報提供で終了",
  "本人の希望",
  "転居",
  "死亡",
  "連絡がとれない",
  "誤送信・テスト",
  "その他",
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

/** By what right something of a person is passed on. 支援会議: 社会福祉法106条の6; 69条: 個人情報保護法. */
export const SHARE_BASES = [
  "CONSENT",
  "LAW_REPORT",
  "SHIEN_KAIGI_106_6",
  "LIFE_BODY",
  "ART69_2_2",
  "ART69_2_3",
  "ART69_2_4",
  "ANONYMIZED",
] as const;
export type ShareBasis = (typeof SHARE_BASES)[number];

/** What an agency says of the person it tells of: agrees, knows, does not know, must not know. Their story, no consent. */
export const AGREED = ["GIVEN", "KNOWS", "UNKNOWN_TO", "MUST_NOT", "UNSURE"] as const;
export type Agreed = (typeof AGREED)[number];

export type Completeness = "DRAFT" | "PARTIAL" | "COMPLETE";
export const CHANNELS = ["LINE", "電話", "来所", "訪問", "紹介", "見守り通報"] as const;
export type IntakeChannel = (typeof CHANNELS)[number];

/** How a person may be reached; several may hold. MAIL is 郵便; FAX and EMAIL are heard, not offered. NONE is 「連絡はいらない」. */
export const CONTACT_CHANNELS = ["LINE", "TEL", "FAX", "EMAIL", "VISIT_OFFICE", "VISIT_HOME", "MAIL", "NONE"] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** Lower is more urgent; 未判定 stands beside 通常. */
export const urgencyRank = (urgency: Urgency): number => ({ E0: 0, E1: 1, E2: 2, E3: 3, E9: 3 })[urgency];
