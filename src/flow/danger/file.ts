// The shape of `flows/danger.yaml` (the urgencies) and `flows/danger/<lang>.yaml` (the words): what welfare officers may write.
import * as z from "zod";
import { RISK_TYPES } from "../codes.ts";

const expressions = z.array(z.string().min(1)).default([]);
/** What staff read as 「なぜ」 → the expressions it stands for. Short: it stands in a line beside others. */
const title = z.string().min(2).max(30);
const titled = z.record(title, z.array(z.string().min(1)).min(1)).default({});
const risk = z.enum(RISK_TYPES);
const certainty = z.enum(["sure", "likely", "hint"]);
const perRisk = <T extends z.ZodType>(value: T) => z.partialRecord(risk, value);

/** What stands in flows/danger/<lang>.yaml. */
export const dangerWordsSchema = z.strictObject({
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]+)?$/),
  /** Who of this tongue has looked at the words, and when; null while nobody has. */
  reviewed: z.strictObject({ by: z.string().nullable(), on: z.string().nullable() }),
  /** Is this language written with spaces between words? */
  spaces: z.boolean(),
  /**
   * Marks on Latin letters (「ã」「ế」). "kept": as typed. "dropped": everything is compared without them. "often missing":
   * with them, but without in a text that has hardly any.
   */
  marks: z.enum(["kept", "dropped", "often missing"]).default("kept"),
  /** "by ear": a language of another script, typed in Latin letters as it sounds (「chhaina」「xaina」「chaina」 are one word). */
  latin: z.enum(["as spelt", "by ear"]).default("as spelt"),
  /** Pairs of letters: the first is read as the second (「殺杀」), for a language written in short and in long forms. */
  alike: z.array(z.string().regex(/^..$/u)).default([]),
  /**
   * Letters that no Japanese word has. Where they are given, a stretch of text with hiragana is another language's and is
   * not listened to, unless it holds one of them; empty: everything is listened to.
   */
  own: z.string().default(""),
  /**
   * Letters of the listed words → how they are typed by who writes sounds only (「包丁」 → 「ほうちょう」, several parted by
   * 「|」); the longest first. For Japanese, where children, old people and learners write no kanji.
   */
  readings: z.record(z.string(), z.string()).default({}),
  /**
   * Words that end the title of a procedure or a course (「失踪宣告手続」): a line that ends so, and has no kana at all, is
   * nobody's own words. For Japanese.
   */
  headings: z.array(z.string().min(1)).default([]),
  /** How many characters one 「…」 may stand for. */
  gap: z.number().int().min(1).max(60),
  words: z.record(z.string(), z.array(z.string())).default({}),
  /** Not danger, though dangerous words stand inside. */
  harmless: expressions,
  /**
   * Denied right after (「とは思いません」) or right before ("don't"): `remains` says how sure it still is; a risk not named
   * there is not heard. `note` is added to what staff read.
   */
  denied: z.strictObject({
    after: expressions,
    before: expressions,
    unless: expressions,
    remains: perRisk(certainty),
    note: title,
  }),
  /** Long ago, said before (「昔は」). */
  past: z.strictObject({ before: expressions, unless: expressions, remains: certainty, note: title }),
  /** The same words mean another risk when it is about somebody else: `from` becomes `to`. */
  turns: z.array(z.strictObject({ from: risk, to: risk, title, when: expressions, unless: expressions })).default([]),
  risks: perRisk(
    z.strictObject({
      /** Danger to life at this moment: E0 whatever the table says. */
      now: titled,
      sure: titled,
      likely: titled,
      hint: titled,
      /** As `now`, but only while the same risk stands from earlier in the talk (「もう飲んだ」). */
      standing: titled,
    }),
  ),
});

const raised = z.enum(["E0", "E1", "E2"]);

/** What stands in flows/danger.yaml. */
export const dangerSchema = z.strictObject({
  urgency: z.record(risk, z.strictObject({ sure: raised, likely: raised, hint: raised })),
  /** Titles of the languages' files that tell of whoever writes, and raises a hand against somebody at home. */
  "own-hand": z.array(title),
});

export type LanguageFile = z.infer<typeof dangerWordsSchema>;
/** Both together. */
export type DangerFile = z.infer<typeof dangerSchema> & { languages: LanguageFile[] };
export type Certainty = z.infer<typeof certainty>;
