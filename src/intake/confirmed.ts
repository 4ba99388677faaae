// What staff confirmed lies over what the talk told: a person's word stands, and a later word of the talk does not undo it.
import type { Consent, Confirmed, Facts, Intake, Subject } from "./intake.ts";

/** The record as it is to be read: told by the resident, put right by staff. Once or twice over is the same. */
export function withConfirmed(intake: Intake): Intake {
  const { confirmed } = intake;
  return confirmed === undefined ? intake : { ...intake, facts: over(intake.facts, confirmed) };
}

/** Which clear columns stand as staff confirmed them. */
export const fixedBy = (confirmed: Confirmed | undefined): ("category" | "district")[] => [
  ...(confirmed?.primaryCategory === undefined ? [] : ["category" as const]),
  ...(confirmed?.district === undefined ? [] : ["district" as const]),
];

/** Whom the talk tells of, as far as it tells them apart. */
export const keyOf = ({ relation, called = "" }: Subject): string => `${relation} ${called}`;

// --- internal ---

function over(facts: Facts, confirmed: Confirmed): Facts {
  const { primaryCategory, categories, district, districtText, consents = [] } = confirmed;
  return {
    ...facts,
    ...(primaryCategory !== undefined && { primaryCategory }),
    ...(categories !== undefined && { categories }),
    ...(district !== undefined && { district }),
    ...(districtText !== undefined && { districtText }),
    subjects: people(facts.subjects, confirmed),
    consents: inOrder([...facts.consents, ...consents.filter((line) => !facts.consents.includes(line))]),
  };
}

function people(told: Subject[], { subjects, heard = [] }: Confirmed): Subject[] {
  if (subjects === undefined) return told;
  const known = [...subjects, ...heard];
  return [...subjects, ...told.filter((one) => !known.includes(one) && !heard.includes(keyOf(one)))];
}

/** By time; at the same moment what staff wrote down comes later. */
const inOrder = (lines: Consent[]): Consent[] => lines.toSorted((a, b) => a.at - b.at);
