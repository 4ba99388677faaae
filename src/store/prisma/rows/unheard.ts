// What waits to be heard, between the port and its table: sealed as one piece.
import type { Arrival, Unheard } from "../../../ports.ts";
import { unlessDamaged, type Sealer } from "../../seal.ts";

export const UNHEARD_COLUMNS = ["id", "office", "key", "dueAt", "sealed"] as const;

const context = (id: string): string => `Unheard.sealed:${id}`;

/** A row to be written. */
export function unheardRow({ key, office, arrival, dueAt }: Unheard, { seal }: Sealer): Record<string, unknown> {
  return { id: arrival.id, office, key, dueAt, sealed: seal(JSON.stringify(arrival), context(arrival.id)) };
}

/** Opens a row; null where it was damaged. */
export const readableArrival = (id: string, sealed: string, { open }: Sealer): Arrival | null =>
  unlessDamaged(() => JSON.parse(open(sealed, context(id))) as Arrival);
