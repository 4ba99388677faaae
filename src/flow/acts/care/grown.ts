// Whom violence is about, as the whole talk tells it: who was said to be 45 before is no child now, whatever they are called.
import { AGE_BANDS, type AgeBand, type Relation } from "../../codes.ts";
import type { Heard } from "../../danger/danger.ts";
import { listenOf } from "../../flow.ts";
import { hearPeople } from "../../listen/people.ts";
import type { Person, State } from "../../state.ts";
import type { Scene } from "../scene.ts";

/**
 * The dangers heard in `text`, where harm to a child is turned into what it is between grown people: 189 is for children.
 * Only where everybody younger whom the text names is known to be grown, by this text or an earlier one; in doubt it stays
 * with the child. How urgent it is does not change.
 */
export function ofGrown({ flow, state }: Scene, text: string, heard: Heard[]): Heard[] {
  if (!heard.some(({ risk }) => risk === "CHILD_ABUSE")) return heard;
  const young = hearPeople(listenOf(flow, state.lang, text), text).about.filter(({ relation }) => YOUNG.has(relation));
  if (young.length === 0 || !young.every((person) => isGrown(state, person))) return heard;
  return heard.map((one) =>
    one.risk === "CHILD_ABUSE" ? { ...one, risk: "VIOLENCE_TO_OTHERS", words: "大人の家族の間に暴力がある" } : one,
  );
}

// --- internal ---

/** Whose names say nothing of their age, and who are heard as children where none is told. */
const YOUNG = new Set<Relation>(["きょうだい", "子", "孫", "親族"]);

const GROWN: readonly AgeBand[] = AGE_BANDS.slice(AGE_BANDS.indexOf("19-29"), AGE_BANDS.indexOf("UNKNOWN"));

function isGrown({ people }: State, { relation, called, ageBand }: Person): boolean {
  const isSame = (known: Person): boolean => known.relation === relation && known.called === called;
  return GROWN.includes(ageBand === "UNKNOWN" ? (people.find(isSame)?.ageBand ?? "UNKNOWN") : ageBand);
}
