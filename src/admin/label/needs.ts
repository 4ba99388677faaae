// About what: the sixteen national categories, in full as on the form and short for a list, and the dangers.
import type { Category, RiskType } from "../../flow/codes.ts";

export const category: Record<Category, string> = {
  HEALTH: "病気や健康、障害のこと",
  HOUSING: "住まいについて",
  INCOME: "収入・生活費のこと",
  RENT_LOAN: "家賃やローンの支払いのこと",
  TAX_UTIL: "税金や公共料金等の支払いについて",
  DEBT: "債務について",
  JOBSEEK: "仕事探し、就職について",
  WORK: "仕事上の不安やトラブル",
  COMMUNITY: "地域との関係について",
  FAMILY: "家族との関係について",
  CHILDCARE: "子育てのこと",
  CARE: "介護のこと",
  HIKIKOMORI: "ひきこもり・不登校",
  DV_ABUSE: "DV・虐待",
  FOOD: "食べるものがない",
  OTHER: "その他",
  UNSURE: "うまく言えない",
};

export const categoryShort: Record<Category, string> = {
  HEALTH: "病気・健康",
  HOUSING: "住まい",
  INCOME: "収入・生活費",
  RENT_LOAN: "家賃・ローン",
  TAX_UTIL: "税・公共料金",
  DEBT: "債務",
  JOBSEEK: "仕事探し",
  WORK: "仕事の不安",
  COMMUNITY: "地域との関係",
  FAMILY: "家族との関係",
  CHILDCARE: "子育て",
  CARE: "介護",
  HIKIKOMORI: "ひきこもり・不登校",
  DV_ABUSE: "DV・虐待",
  FOOD: "食べるものがない",
  OTHER: "その他",
  UNSURE: "うまく言えない",
};

export const risk: Record<RiskType, string> = {
  SELF_HARM: "自殺・自傷",
  CHILD_ABUSE: "子どもへの虐待",
  ELDER_ABUSE: "高齢者への虐待",
  DISABILITY_ABUSE: "障害者への虐待",
  DV: "配偶者などからの暴力",
  SEXUAL: "性的な被害",
  VIOLENCE_TO_OTHERS: "人を傷つけるおそれ",
  CAREGIVER_BREAKDOWN: "介護者の限界",
  SAFETY_CHECK: "安否がわからない",
  NO_FOOD_OR_LIFELINE: "食べ物・電気・水がない",
  HOMELESS_TONIGHT: "今夜の居場所がない",
  MEDICAL: "急病・けが",
  CHILD_ALONE: "子どもだけでいる",
};
