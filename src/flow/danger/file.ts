// The shape of `flows/danger.yaml`: what welfare officers may write there.
import { z } from "zod";
import { RISK_TYPES } from "../codes.ts";

const expressions = z.array(z.string().min(1)).default([]);
const certainty = z.enum(["sure", "likely", "hint"]);
const perRisk = <T extends z.ZodType>(value: T) => z.partialRecord(z.enum(RISK_TYPES), value);

const languageSchema = z.strictObject({
  /** Is this language written with spaces between words? */
  spaces: z.boolean(),
  /** How many characters one 「…」 may stand for. */
  gap: z.number().int().min(1).max(60),
  words: z.record(z.string(), z.array(z.string())).default({}),
  /** Not danger, though dangerous words stand inside. */
  harmless: expressions,
  /** Denied right after (「とは思いません」): `remains` says how sure it still is; a risk not named there is not heard. */
  denied: z.strictObject({ after: expressions, unless: expressions, remains: perRisk(certainty) }),
  /** Long ago, said before (「昔は」). */
  past: z.strictObject({ before: expressions, unless: expressions, remains: certainty }),
  risks: perRisk(
    z.strictObject({
      /** Danger to life at this moment: E0 whatever the table says. */
      now: expressions,
      sure: expressions,
      likely: expressions,
      hint: expressions,
    }),
  ),
});

const raised = z.enum(["E0", "E1", "E2"]);

export const dangerSchema = z.strictObject({
  urgency: z.record(z.enum(RISK_TYPES), z.strictObject({ sure: raised, likely: raised, hint: raised })),
  languages: z.record(z.string().regex(/^[a-z]{2}(-[a-z]+)?$/), languageSchema),
});

export type DangerFile = z.infer<typeof dangerSchema>;
export type LanguageFile = z.infer<typeof languageSchema>;
export type Certainty = z.infer<typeof certainty>;
