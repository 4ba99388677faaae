// Who waits before somebody: the rule that the databases count by.
import { COUNTED_TO, waitsForFirst } from "../../intake/acts.ts";
import type { Intake } from "../../intake/intake.ts";
import type { Waiting } from "../../ports.ts";
import { URGENT } from "../queue.ts";

/** How many records of this office wait and come before that place; counted no further than one beyond `COUNTED_TO`. */
export function countBefore(intakes: Intake[], office: string, place: Waiting): number {
  const before = intakes.filter((intake) => intake.office === office && comesBefore(intake, place));
  return Math.min(before.length, COUNTED_TO + 1);
}

// --- internal ---

/** Does this record wait for its first answer, before that place? The urgent come first, then whoever came earlier. */
function comesBefore(intake: Intake, { id, receivedAt, urgent }: Waiting): boolean {
  const waits = waitsForFirst(intake) && intake.id !== id;
  const [isUrgent, isEarlier] = [URGENT.includes(intake.urgency), intake.receivedAt < receivedAt];
  return waits && (urgent ? isUrgent && isEarlier : isUrgent || isEarlier);
}
