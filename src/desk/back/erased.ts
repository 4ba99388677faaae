// 「記録しないで」: nothing of what was said stays in the row. The last answer is still owed, then the row goes.
import { wordlessRow } from "../../intake/record.ts";
import type { Owed, Talk } from "../../ports.ts";
import type { Room } from "../room.ts";
import { begunAnew } from "../talk.ts";

/** The talk begun anew; `event` is the wish. What belongs to another record of this person stays. */
export function erased(room: Room, talk: Talk, event: string): Talk {
  const intake = talk.state.intake ?? "";
  // A tie to an earlier record would be a tie to the person.
  const leave = { ...wordlessRow(talk.state, room.office.id), linkedFrom: null };
  const others = talk.owed.filter((item) => recordOf(item) !== intake);
  const answer = talk.owed.flatMap((item) =>
    item.do === "say" && item.id === `${event}:say` ? [{ ...item, intake: null }] : [],
  );
  return {
    ...talk,
    state: begunAnew(room, talk.state),
    unfiled: talk.unfiled.filter((message) => message.intake !== intake),
    checks: [],
    meant: {},
    owed: [...others, ...answer, { do: "erase", id: `${event}:erase`, intake, leave, seen: talk.seen }],
  };
}

// --- internal ---

/** The id of the record this belongs to; null where words were taken back or erased before. */
function recordOf(item: Owed): string | null {
  if (item.do === "file") return item.intake.id;
  if (item.do === "alert") return item.alert.intake;
  return item.do === "say" || item.do === "media" ? item.intake : null;
}
