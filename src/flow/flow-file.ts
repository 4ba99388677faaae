// What may stand in flows/<name>.yaml, checked key by key.
import { z } from "zod";
import { KINDS } from "./steps/register.ts";

export const flowFileSchema = z.strictObject({
  flow: z.string().min(1),
  version: z.number().int().positive(),
  title: z.string().min(1),
  steps: z
    .array(
      z.discriminatedUnion("kind", [
        KINDS["ask-choice"].schema,
        KINDS["ask-consent"].schema,
        KINDS["ask-person"].schema,
        KINDS["ask-story"].schema,
        KINDS["ask-category"].schema,
        KINDS["ask-place"].schema,
        KINDS["ask-contact"].schema,
        KINDS["ask-text"].schema,
        KINDS.check.schema,
      ]),
    )
    .min(1),
});
/** What stands in flows/<name>.yaml. */
export type FlowFile = z.infer<typeof flowFileSchema>;
