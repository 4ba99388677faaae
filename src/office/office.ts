// A municipality as data: what an intake desk needs to know about its own town. Facts it was not given stay null.
import * as z from "zod";
import {
  agencySchema,
  fieldSchema,
  meetingSchema,
  partnerSchema,
  programmeSchema,
  resourceSchema,
} from "./town/directory.ts";
import { districtSchema } from "./town/place.ts";

const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, "時刻は 08:30 のように書いてください");
const day = z.enum(["月", "火", "水", "木", "金", "土", "日"]);

const hours = z.strictObject({
  days: z.array(day).min(1),
  from: time,
  to: time,
});

/** Where all this was taken from. A file nobody of the town has checked says so. */
const source = z.strictObject({
  document: z.string().min(1),
  /** When the document was made or last changed, as it says itself. */
  asOf: z.string().min(1).nullable(),
  /** Who of the town checked the file; null where nobody has. */
  checkedBy: z.string().min(1).nullable(),
  note: z.string().min(1).nullable().default(null),
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
  /** When people read. Closed on national holidays and on `closed`. null where not given: then no time is told. */
  hours: z.array(hours).min(1).nullable(),
  /** 年末年始 and other closed days, each year: "12-29".."01-03". */
  closed: z.array(z.string().regex(/^\d\d-\d\d$/, "月と日を 12-29 のように書いてください")).default([]),
  /** Within how many office days a person answers; null where the office promises none. */
  replyWithinDays: z.number().int().min(1).nullable().default(3),
  /** After this many hours without a word, an unfinished talk becomes a record. */
  quietHours: z.number().positive().default(24),
  /** After staff answered, the bot is silent in this talk for so long, save for danger. */
  holdHours: z.number().positive().default(24),
  /** A telephone number checked longer ago than this is to be checked again: staff are told. */
  hotlineMaxAgeMonths: z.number().int().min(1).default(12),
  /** Largest picture or file that is kept, in MiB. */
  mediaMiB: z.number().positive().default(20),
  /** 障害 or 障がい, as this town writes it. */
  disability: z.enum(["障害", "障がい", "障碍"]).default("障害"),
  districts: z.array(districtSchema).default([]),
  /** 都道府県; some numbers answer only there. */
  prefecture: z.string().min(1).nullable().default(null),
  /** 分野 and their 所管課, four to seven. None: everything stays with the desk. */
  fields: z.array(fieldSchema).max(7).default([]),
  agencies: z.array(agencySchema).default([]),
  meetings: z.array(meetingSchema).default([]),
  programmes: z.array(programmeSchema).default([]),
  partners: z.array(partnerSchema).default([]),
  resources: z.array(resourceSchema).default([]),
  source: source.nullable().default(null),
});

/** A municipality's settings, from `flows/offices/<id>.yaml`. */
export type Office = z.infer<typeof officeSchema>;
