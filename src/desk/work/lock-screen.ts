// Whoever holds the telephone now may not be who wrote: what of our words is seen without opening the talk.
import type { RiskType } from "../../flow/codes.ts";
import { wordsOf } from "../../flow/flow.ts";
import type { State } from "../../flow/state.ts";
import { fill } from "../../flow/words/fill.ts";
import type { Room } from "../room.ts";

/** Danger that mostly comes from those one lives with, whoever tells of it. */
const AT_HOME: RiskType[] = ["DV", "SEXUAL", "CHILD_ABUSE", "ELDER_ABUSE", "DISABILITY_ABUSE"];

/** Was there a sign that somebody else looks at this screen, or must not know? It holds for the rest of the talk. */
export const isWatched = ({ covered, aware, risks }: State): boolean =>
  covered || aware === "知らせてはいけない" || risks.some(({ risk }) => AT_HOME.includes(risk));

/** All that stands on a locked telephone: from whom, and nothing of what it is about. No hour is in it: tried again, it is the same. */
export const lockLine = ({ flow, office }: Room, { lang }: State): string =>
  fill(wordsOf(flow, lang).say.alt, { office: office.name, account: office.account });
