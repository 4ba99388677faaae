// Who: standing, age, and how they may be reached.
import type { AgeBand, ContactChannel, Role } from "../../flow/codes.ts";

export const role: Record<Role, string> = {
  SELF: "本人",
  FAMILY: "家族・親族",
  FRIEND: "友人・知人",
  NEIGHBOR: "近所の人",
  MINSEI: "民生委員・児童委員",
  MIMAMORI: "見守り協力事業所・ボランティア",
  LANDLORD: "大家・管理会社",
  EMPLOYER: "職場",
  SCHOOL: "学校・保育園",
  AGENCY: "支援関係機関",
  MEDICAL: "医療機関",
  CHILD: "子ども本人",
  UNKNOWN: "わからない・答えたくない",
  OTHER: "その他",
};

export const ageBand: Record<AgeBand, string> = {
  U6: "就学前",
  "6-12": "小学生",
  "13-15": "中学生",
  "16-18": "高校生年代",
  "19-29": "19〜29歳",
  "30-39": "30代",
  "40-49": "40代",
  "50-64": "50〜64歳",
  "65-74": "65〜74歳",
  "75-84": "75〜84歳",
  "85+": "85歳以上",
  UNKNOWN: "わからない",
};

export const channel: Record<ContactChannel, string> = {
  LINE: "LINE",
  TEL: "電話",
  FAX: "FAX",
  EMAIL: "電子メール",
  VISIT_OFFICE: "窓口に来る",
  VISIT_HOME: "自宅への訪問",
  MAIL: "郵便",
  NONE: "連絡はいらない",
};
