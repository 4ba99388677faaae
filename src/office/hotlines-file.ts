// The shape of `flows/hotlines.yaml`: each number with its hours, its source, and who checked it.
import * as z from "zod";
import { RISK_TYPES } from "../flow/codes.ts";

const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, "時刻は 08:30 のように書いてください");
const monthDay = z.string().regex(/^\d\d-\d\d$/, "月日は 12-29 のように書いてください");
const moment = z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/, "日時は 2025-09-10 08:00 のように書いてください");

const hours = z.strictObject({
  days: z.array(z.enum(["月", "火", "水", "木", "金", "土", "日"])).min(1),
  from: time,
  /** The minute at which nobody answers any more. */
  to: time,
  holidays: z.enum(["open", "closed"]).default("open"),
});

const hotlineSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  /** 0570-046-556 goes round as the MHLW line and is another one's number. */
  number: z
    .string()
    .regex(/^#?\d[\d-]*$/)
    .refine((n) => n.replaceAll("-", "") !== "0570046556", "まちがって出回っている番号です"),
  name: z.string().min(1),
  cost: z.enum(["無料", "通話料あり"]).nullable(),
  for: z.string().min(1),
  /** Prefectures it answers for; left out where it is the whole country. */
  area: z.array(z.string()).optional(),
  /** Prefectures that have a number of their own. */
  notIn: z.array(z.string()).default([]),
  /** null where nobody can say from here when it answers: such a number is never offered by itself. */
  hours: z.array(hours).min(1).nullable(),
  also: z
    .array(
      z.union([
        z.strictObject({
          monthly: z.number().int().min(1).max(28),
          from: time,
          forHours: z.number().int().min(1).max(48),
        }),
        z.strictObject({ between: z.tuple([moment, moment]) }),
      ]),
    )
    .default([]),
  closed: z.array(z.strictObject({ from: monthDay, to: monthDay })).default([]),
  source: z.string().min(1),
  verified: z.boolean(),
  /** Year, month or day of the source or of whoever checked; null where not known. */
  verifiedOn: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
    .nullable()
    .default(null),
  /** Who of the office checked it with the operator. */
  by: z.string().nullable().default(null),
  /** A limit the resident must know, as staff read it; residents read `hotline-notes` of their words. */
  caveat: z.string().nullable().default(null),
  /** Prefectures where the limit holds; null: everywhere. */
  caveatIn: z.array(z.string()).min(1).nullable().default(null),
  /** How many languages it answers in, or "some"; null where it is not known to answer in any but Japanese. */
  langs: z
    .union([z.number().int().min(2), z.literal("some")])
    .nullable()
    .default(null),
  /** For staff. */
  note: z.string().nullable().default(null),
});

const serve = z.strictObject({ first: z.array(z.string()), lines: z.array(z.string()), desk: z.boolean() });

export const hotlinesSchema = z
  .strictObject({
    hotlines: z.array(hotlineSchema),
    serves: z.record(z.enum(RISK_TYPES), serve),
    /** Where no danger is known. */
    always: z.array(z.string()).min(1),
    forChildren: z.array(z.string()).default([]),
    forForeigners: z.array(z.string()).default([]),
  })
  .superRefine(({ hotlines, serves, always, forChildren, forForeigners }, context) => {
    const known = new Set(hotlines.map((hotline) => hotline.id));
    if (known.size < hotlines.length)
      context.addIssue({ code: "custom", message: "同じ id が二つあります", path: ["hotlines"] });
    const served = Object.values(serves).flatMap(({ first, lines }) => [...first, ...lines]);
    for (const id of [...always, ...forChildren, ...forForeigners, ...served])
      if (!known.has(id))
        context.addIssue({ code: "custom", message: `「${id}」という番号がありません`, path: ["serves"] });
  });

/** The shape of `flows/hotlines.yaml`. */
export type Hotlines = z.infer<typeof hotlinesSchema>;
export type Hotline = z.infer<typeof hotlineSchema>;
