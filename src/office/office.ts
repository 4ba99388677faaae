// A municipality as data: what an intake desk needs to know about its own town. Facts it was not given stay null.
import { z } from "zod";

const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, "時刻は 08:30 のように書いてください");
const day = z.enum(["月", "火", "水", "木", "金", "土", "日"]);

const hours = z.strictObject({
  days: z.array(day).min(1),
  from: time,
  to: time,
});

const district = z.strictObject({
  code: z.string().regex(/^[A-Za-z0-9_-]+$/, "半角の英数字で kita のように書いてください"),
  /** Shown on a button: at most 20 characters. */
  label: z.string().min(1).max(20),
  aliases: z.array(z.string()).default([]),
});

export const officeSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "半角の小文字で aoba のように書いてください"),
  /** 「あおば市」. */
  name: z.string().min(1),
  /** What the LINE account is called: no word that shames whoever holds the telephone. */
  account: z.string().min(1),
  /** True for an invented town: pages say so. */
  invented: z.boolean().default(false),
  /** The desk that reads: 課名, telephone, where. null where the office has not given it. */
  desk: z.strictObject({
    name: z.string().min(1),
    phone: z.string().nullable(),
    place: z.string().nullable(),
  }),
  /** When people read. Closed on national holidays and on `closed`. */
  hours: z.array(hours).min(1),
  /** 年末年始 and other closed days, each year: "12-29".."01-03". */
  closed: z.array(z.string().regex(/^\d\d-\d\d$/, "月と日を 12-29 のように書いてください")).default([]),
  /** Within how many office days a person answers. */
  replyWithinDays: z.number().int().min(1).default(3),
  /** After this many hours without a word, an unfinished talk becomes a record. */
  quietHours: z.number().positive().default(24),
  /** After staff answered, the bot is silent in this talk for so long, save for danger. */
  holdHours: z.number().positive().default(24),
  /** Largest picture or file that is kept, in MiB. */
  mediaMiB: z.number().positive().default(20),
  /** 障害 or 障がい, as this town writes it. */
  disability: z.enum(["障害", "障がい", "障碍"]).default("障害"),
  districts: z.array(district).default([]),
});

/** A municipality's settings, from `flows/offices/<id>.yaml`. */
export type Office = z.infer<typeof officeSchema>;
