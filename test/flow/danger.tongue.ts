// What one language is tried with: sentences in danger and not, and what earlier words and denials make of others.
import type { RiskType } from "../../src/flow/codes.ts";
import type { Said } from "./danger.said.ts";

export interface Tongue {
  /** By who says it: what the lists were made from. */
  said: Record<string, Said[]>;
  /** Written before the lists and held back until they were made; then what was missed was mended in general. */
  held: Said[];
  /** Written later, in rounds; each was tried before what it showed was mended. The last round stands alone. */
  fresh: Said[];
  last: Said[];
  harmless: string[];
  heldHarmless: string[];
  freshHarmless: string[];
  lastHarmless: string[];
  /** Ordinary answers to ordinary questions: nothing, whatever was said before. */
  ordinary?: string[];
  /** Denied, or long ago: exactly this is heard. */
  less: [words: string, heard: string[]][];
  /** Danger to life while the same danger stands from earlier in the talk; nothing alone. */
  after: [RiskType, string][];
}
