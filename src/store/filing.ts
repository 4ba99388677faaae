// What every store agrees on when words are filed and when they are taken back.
import type { Filing } from "../ports.ts";

/** The talk revision of a record whose words were erased: later than any, so that nothing filed late brings them back. */
export const ERASED = Number.MAX_SAFE_INTEGER;

type FiledIntake = Filing["intakes"][number];

/** Oldest revision first, and no record twice in a round: a statement that takes many rows must not meet one twice. */
export function inRounds<Row extends FiledIntake>(intakes: Row[]): Row[][] {
  const rounds: Row[][] = [];
  const met = new Map<string, number>();
  for (const row of intakes.toSorted((a, b) => a.talkRevision - b.talkRevision)) {
    const round = met.get(row.intake.id) ?? 0;
    met.set(row.intake.id, round + 1);
    (rounds[round] ??= []).push(row);
  }
  return rounds;
}
