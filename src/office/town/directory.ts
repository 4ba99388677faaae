// The town's directory as data: who helps with what, by which law, where, since and until when. What the town's document
// does not tell stays null; a telephone number is never made up.
import * as z from "zod";

/** 分野, as they are told apart for routing; each office names its own ones and leaves out what it does not have. */
export const FIELD_KINDS = ["高齢", "障害", "子ども", "困窮", "ひきこもり", "精神保健", "その他"] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** 社会福祉法106条の4第2項の号. */
const STATUTES = [
  "1号イ",
  "1号ロ",
  "1号ハ",
  "1号ニ",
  "2号",
  "3号柱書",
  "3号イ",
  "3号ロ",
  "3号ハ",
  "3号ニ",
  "4号",
  "5号",
  "6号",
] as const;

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, "半角の小文字で seibu-houkatsu のように書いてください");
const told = z.string().min(1).nullable().default(null);
const age = z.number().int().min(0).max(120).nullable().default(null);
const many = z.number().int().min(1).nullable().default(null);
const date = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, "日は 2022-03-31 のように書いてください")
  .nullable()
  .default(null);
/** Both days included. */
const valid = { validFrom: date, validTo: date };
const mode = z.enum(["直営", "委託"]).nullable().default(null);

export const fieldSchema = z.strictObject({
  kind: z.enum(FIELD_KINDS),
  /** 「介護」「障がい」, as this town calls it. */
  label: z.string().min(1),
  /** 所管課: who decides where no agency can be named. */
  division: told,
});

export const agencySchema = z.strictObject({
  id,
  /** The exact name. */
  name: z.string().min(1),
  field: z.enum(FIELD_KINDS),
  statute: z.enum(STATUTES).nullable().default(null),
  mode,
  /** 委託先の法人. */
  corp: told,
  /** 所管課. */
  division: told,
  audience: told,
  /** Codes of the districts it serves; [] for the whole town; null where the document does not tell which. */
  districts: z.array(z.string()).nullable().default([]),
  /** か所数, where one line stands for several. */
  places: many,
  phone: z
    .string()
    .regex(/^0\d[\d-]{7,11}$/, "電話番号は、市外局番から半角の数字と「-」で書いてください")
    .nullable()
    .default(null),
  hours: told,
  /** Only where the age is a hard limit; 「65歳以上の高齢者等」 is none. */
  ageFrom: age,
  ageTo: age,
  ...valid,
  note: told,
});

export const meetingSchema = z.strictObject({
  /** What it is in law, whatever it is called here. */
  legalType: z.enum(["JUSO_KAIGI", "SHIEN_KAIGI", "CHONAI", "OTHER"]),
  label: z.string().min(1),
  /** 主催. */
  host: told,
  division: told,
  /** Whose matters may be spoken of: with the person's consent, without it (106条の6), or without any name. */
  consent: z.enum(["同意あり", "同意なし", "個人情報なし"]).nullable().default(null),
  members: z.array(z.string().min(1)).default([]),
  note: told,
});

export const programmeSchema = z.strictObject({
  kind: z.enum(["アウトリーチ", "参加支援", "多機関協働", "地域づくり", "見守り"]),
  name: z.string().min(1),
  host: told,
  mode,
  division: told,
  audience: told,
  ...valid,
  note: told,
});

export const partnerSchema = z.strictObject({
  name: z.string().min(1),
  /** 「見守りボランティア」「見守り協力事業所」. */
  kind: z.string().min(1),
  host: told,
  count: many,
  note: told,
});

export const resourceSchema = z.strictObject({
  name: z.string().min(1),
  kind: z.string().min(1),
  statute: z.enum(STATUTES).nullable().default(null),
  area: told,
  owner: told,
  division: told,
  places: many,
  ...valid,
  note: told,
});

export type Agency = z.infer<typeof agencySchema>;

/** Does it exist on this day of Japan ("2026-11-24")? */
export const existsOn = ({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }, day: string) =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
