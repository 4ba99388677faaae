// Whoever raises a hand against a child, a partner or a parent, and writes of it: asks for help, and reports nobody.
import type { Danger, Heard } from "../../danger/danger.ts";
import type { State } from "../../state.ts";

export const isOwnHand = ({ ownHand }: Danger, heard: Pick<Heard, "words">[]): boolean =>
  heard.some(({ words }) => ownHand.has(words));

/**
 * Do the lines to talk to come before the police? For whoever raised a hand and asks for help; not where a life is in danger,
 * nor where they are hit themselves.
 */
export const seeksHelp = (danger: Danger, { risks, urgency }: Pick<State, "risks" | "urgency">): boolean =>
  urgency !== "E0" && isOwnHand(danger, risks) && !risks.some(({ risk }) => risk === "DV" || risk === "SEXUAL");
