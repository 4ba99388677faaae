// How a talk comes to each of its questions, for tables that hold at every step.
import { after, type Resident } from "./talk.ts";

const SELF = ["こんにちは", "[role:SELF]", "[consent:GIVEN]"];
const CONTACT = [...SELF, "[story:SKIP]", "[whom:SKIP]", "[district:SKIP]"];
const AGENCY = ["こんにちは", "[role:AGENCY]", "[whom:SKIP]", "[story:SKIP]"];
const PARTNER = ["こんにちは", "[role:MIMAMORI]", "[district:SKIP]"];

/** What was said before this question stands. */
export const SAID_BEFORE: Record<string, string[]> = {
  role: ["こんにちは"],
  consent: ["こんにちは", "[role:SELF]"],
  whom: ["こんにちは", "[role:FAMILY]", "[consent:GIVEN]"],
  story: SELF,
  // Who told the story at once is asked for its heading.
  category: ["先月からずっと、うまくいかないことばかり続いています", "[role:SELF]", "[consent:GIVEN]"],
  district: [...SELF, "[story:SKIP]", "[whom:SKIP]"],
  contact: CONTACT,
  agreed: AGENCY,
  wish: [...AGENCY, "[agreed:SKIP]"],
  signs: PARTNER,
  since: [...PARTNER, "[signs:SKIP]"],
  called: [...PARTNER, "[signs:SKIP]", "[since:SKIP]"],
  from: [...PARTNER, "[signs:SKIP]", "[since:SKIP]", "[called:SKIP]"],
  check: [...CONTACT, "[contact:LINE]"],
};
export const QUESTIONS = Object.keys(SAID_BEFORE);

/** A talk in which this question stands. */
export function standing(question: string): Resident {
  const who = after(...(SAID_BEFORE[question] ?? []));
  if (who.state.current !== question) throw new Error(`${question} should stand, but ${who.state.current} does`);
  return who;
}

/** A talk that has been sent to staff. */
export const sentOff = (): Resident => after(...(SAID_BEFORE["check"] ?? []), "[check:SEND]");

/** Every question in its turn. */
export const everyStep = QUESTIONS.map((question) => [question] as const);
