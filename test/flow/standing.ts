// How a talk comes to each of its questions, for tables that hold at every step.
import { after, type Resident } from "./talk.ts";

const SELF = ["こんにちは", "[role:SELF]", "[consent:GIVEN]"];
const CONTACT = [...SELF, "[story:SKIP]", "[category:SKIP]", "[district:SKIP]"];

/** What was said before this question stands. */
export const SAID_BEFORE: Record<string, string[]> = {
  role: ["こんにちは"],
  consent: ["こんにちは", "[role:SELF]"],
  whom: ["こんにちは", "[role:FAMILY]", "[consent:GIVEN]"],
  story: SELF,
  category: [...SELF, "[story:SKIP]"],
  district: [...SELF, "[story:SKIP]", "[category:SKIP]"],
  contact: CONTACT,
  phone: [...CONTACT, "[contact:TEL]"],
  window: [...CONTACT, "[contact:TEL]", "[phone:SKIP]"],
  name: [...CONTACT, "[contact:TEL]", "[phone:SKIP]", "[window:SKIP]"],
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
