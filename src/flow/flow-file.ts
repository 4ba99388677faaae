// What may stand in flows/talks/<name>.yaml, checked key by key.
import * as z from "zod";
import { ROLES } from "./codes.ts";
import { KINDS } from "./steps/register.ts";

export const flowFileSchema = z.strictObject({
  flow: z.string().min(1),
  version: z.number().int().positive(),
  title: z.string().min(1),
  /** Who is led through these questions; none for `start`. */
  for: z.array(z.enum(ROLES)),
  steps: z
    .array(
      z.discriminatedUnion("kind", [
        KINDS["ask-choice"].schema,
        KINDS["ask-consent"].schema,
        KINDS["ask-person"].schema,
        KINDS["ask-age"].schema,
        KINDS["ask-story"].schema,
        KINDS["ask-category"].schema,
        KINDS["ask-place"].schema,
        KINDS["ask-contact"].schema,
        KINDS["ask-few"].schema,
        KINDS["ask-text"].schema,
        KINDS.check.schema,
      ]),
    )
    .min(1),
});
/** What stands in flows/talks/<name>.yaml. */
export type FlowFile = z.infer<typeof flowFileSchema>;
