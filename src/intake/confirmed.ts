// What staff confirmed lies over what the talk told: a person's word stands, and a later word of the talk does not undo it.
import type { Consent, Confirmed, Facts, Intake } from "./intake.ts";

/** The record as it is to be read: told by the resident, put right by staff. */
export function withConfirmed(intake: Intake): Intake {
  const { confirmed } = intake;
  return confirmed === undefined ? intake : { ...intake, facts: over(intake.facts, confirmed) };
}

/** Which clear columns stand as staff confirmed them. */
export const fixedBy = (confirmed: Confirmed | undefined): ("category" | "district")[] => [
  ...(confirmed?.primaryCategory === undefined ? [] : ["category" as const]),
  ...(confirmed?.district === undefined ? [] : ["district" as const]),
];

// --- internal ---

function over(facts: Facts, { primaryCategory, district, subjects, consents = [] }: Confirmed): Facts {
  return {
    ...facts,
    ...(primaryCategory !== undefined && { primaryCategory, categories: foremost(primaryCategory, facts.categories) }),
    ...(district !== undefined && { district }),
    ...(subjects !== undefined && { subjects }),
    consents: inOrder([...facts.consents, ...consents.filter((line) => !facts.consents.includes(line))]),
  };
}

/** ◎ first; what was ◎ stays as ○. */
const foremost = (primary: Facts["primaryCategory"], others: Facts["categories"]): Facts["categories"] =>
  primary === null ? others : [primary, ...others.filter((code) => code !== primary)];

/** By time; at the same moment what staff wrote down comes later. */
const inOrder = (lines: Consent[]): Consent[] => lines.toSorted((a, b) => a.at - b.at);
