// The words of one language: what residents are shown (flows/words) and what they may say (flows/listen).
import * as z from "zod";
import { AGE_BANDS, CATEGORIES, RELATIONS, ROLES } from "./codes.ts";
import { calendarSchema, saysDays } from "./words/calendar.ts";
import { factsSchema } from "./words/facts.ts";

const text = z.string().min(1);
const texts = z.array(text);

const question = z.looseObject({ ask: text, again: text, label: text });

/** Everything the program says by itself. A key that is missing here is a mistake in the file, not at run time. */
export const SAY_KEYS = [
  "alt",
  "greeting",
  "lang-set",
  "lang-other",
  "first",
  "accepted",
  "notice",
  "notice-danger",
  "third",
  "story-got",
  "story-more",
  "sticker",
  "image",
  "video",
  "audio",
  "file",
  "location",
  "other",
  "media-too-big",
  "media-gone",
  "got",
  "got-on",
  "skipped",
  "kept",
  "phone-later",
  "question",
  "back",
  "corrected",
  "old-button",
  "stopped",
  "neutral",
  "human",
  "who-reads",
  "thanks",
  "erase-noted",
  "withdrawn-share",
  "withdrawn-meeting",
  "withdrawn-contact",
  "withdrawn-stats",
  "new-talk",
  "partner-thanks",
  "partner-done",
  "agency-done",
  "info",
  "info-kept",
  "danger-SELF_HARM",
  "danger-VIOLENCE",
  "danger-ABUSE",
  "danger-CARE",
  "danger-LIFE",
  "danger-NEED",
  "danger-ANGER",
  "danger-OWN_HAND",
  "danger-told",
  "danger-hint",
  "safety-NOW",
  "safety-OK",
  "safety-UNKNOWN",
  "waiting",
  "done",
  "done-number",
  "not-yet",
  "added",
  "resumed",
  "again-welcome",
  "check-left",
  "not-sent",
  "avoid-got",
  "numbers",
  "waiting-on",
  "private",
  "done-urgent",
  "erase-done-third",
  "ack-grief",
  "ack-lonely",
  "ack-untold",
  "ack-tired",
  "ack-anger",
  "a-hours",
  "a-phone",
  "a-place",
  "a-cost",
  "a-secret",
  "a-told",
  "a-immigration",
  "a-call",
  "a-name",
  "a-delete",
  "watched",
  "a-cant-call",
  "a-anyone",
  "too-long",
] as const;
export type SayKey = (typeof SAY_KEYS)[number];

export const wordsSchema = z.strictObject({
  lang: text,
  /** What the language calls itself: what stands on its button. */
  name: text,
  /** What staff call it: 「ベトナム語」. */
  japanese: text,
  /** Which files of listen/ and danger/ it listens with: やさしい日本語 listens with those of 日本語. */
  listens: text,
  /** BCP 47, for dates and weekdays where there is no `calendar`. */
  locale: text.refine(saysDays, "日付や曜日を言えません。ja-JP のように書いてください。"),
  calendar: calendarSchema.optional(),
  /** What people write to be answered in it: 「English」「えいごで」. The whole text, politeness aside. */
  called: texts,
  version: text,
  reviewed: z.strictObject({ by: z.string().nullable(), on: z.string().nullable() }),
  say: z.record(z.enum(SAY_KEYS), text),
  questions: z.record(z.string(), question),
  /** Fields that are never asked by themselves, as the check names them. */
  parts: z.strictObject({ phone: text, window: text, name: text }),
  choices: z.record(z.string(), z.record(z.string(), text)),
  ages: z.record(z.enum(AGE_BANDS), text),
  /** What is said of the office, the clock and the numbers. */
  facts: factsSchema,
  /** Id in `flows/hotlines.yaml` → what the line is called. */
  hotlines: z.record(z.string(), text),
  /** Id → a limit the resident must know; staff read it in Japanese under `caveat` of `flows/hotlines.yaml`. */
  "hotline-notes": z.record(z.string(), text),
});
/** What residents are shown in one language. */
export type Words = z.infer<typeof wordsSchema>;

export const INTENTS = [
  "yes",
  "no",
  "skip",
  "unknown",
  "back",
  "stop",
  "cant-talk",
  "human",
  "number",
  "when",
  "who",
  "thanks",
  "hello",
  "no-record",
  "erase",
  "resume",
  "start",
  "more",
  "fix",
  "new",
  "withdraw-share",
  "withdraw-meeting",
  "withdraw-contact",
  "withdraw-stats",
  "reveal",
  "q-immigration",
  "q-hours",
  "q-phone",
  "q-place",
  "q-cost",
  "q-secret",
  "q-told",
  "q-call",
  "q-name",
  "q-delete",
  "q-anyone",
  "cant-call",
] as const;
/** What can be meant at any moment, whatever was asked. */
export type Intent = (typeof INTENTS)[number];

export const listenSchema = z.strictObject({
  lang: text,
  /**
   * Are words written apart? Then a listed word is heard only as a whole word (「no」 is not heard in "know"); with 「*」
   * behind it, also with an ending (「mother*」).
   */
  spaces: z.boolean(),
  /** How many letters say what one letter of Japanese says: 1 for Japanese, about 2.5 for languages in Latin letters. */
  density: z.number().min(0.5).max(4),
  /** Spellings of the same sound, the second read for the first (romanised Nepali: chh, x → ch). In this order. */
  alike: z.record(text, z.string()).default({}),
  /** Words by which the language is known in a text of the same script (「the」「không」): two of them are enough. */
  marks: texts,
  /** May stand around a choice without changing it: please, number, and. Japanese has its endings in the program. */
  around: texts,
  /** Behind a number these make it an age: years old, tuổi, 岁. 「umur 〜」: before it. */
  years: texts,
  /** The same for ten years together: 대, 多岁, mấy. */
  decades: texts.default([]),
  /** Words of putting right, before what is meant instead: 「いや」「no wait」; 「…じゃなくて」 with what was wrong before it. */
  turns: texts,
  /** May stand before a word, or behind it, without changing what it means: 「じゃあ」「です」. Looked for at the edges only. */
  openings: texts.default([]),
  endings: texts.default([]),
  /** `except`: no part of it is heard in these, 「が帰ってき」 not in 「が帰ってきません」. */
  intents: z.record(
    z.enum(INTENTS),
    z.strictObject({ whole: texts.default([]), part: texts.default([]), except: texts.default([]) }),
  ),
  questions: texts,
  sentences: texts,
  avoid: texts,
  choices: z.record(z.string(), z.record(z.string(), texts)),
  relations: z.partialRecord(z.enum(RELATIONS), texts),
  pairs: z.record(z.string(), texts),
  mask: texts,
  "not-about": texts,
  feelings: z.record(z.string(), texts),
  places: texts,
  self: texts,
  "done-to-me": texts,
  worries: texts,
  roles: z.partialRecord(z.enum(ROLES), texts),
  ages: z.partialRecord(z.enum(AGE_BANDS), texts),
  aware: z.record(z.string(), texts),
  covered: texts,
  /** Somebody else looks at this telephone: `covered`, and how to write safely is told once. 「…」 as in `intents`. */
  watched: texts,
  categories: z.partialRecord(z.enum(CATEGORIES), texts),
  tags: z.record(z.string(), texts),
  supports: z.record(z.string(), texts),
  "contact-ahead": z.record(z.string(), texts),
  wishes: texts,
  windows: texts,
});
/** What residents may say in one language. */
export type ListenFile = z.infer<typeof listenSchema>;
