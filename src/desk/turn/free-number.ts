// Receipt numbers: drawn from the record's id, and nobody else's.
import { receiptNo } from "../../intake/receipt.ts";
import { fiscalYear } from "../../office/hours.ts";
import type { Room } from "../room.ts";

/** @param at when the talk began (ms): its 年度 stands in the number. @param attempt another gives another number */
export const numberOf = ({ office }: Room, id: string, at: number, attempt: number): string =>
  receiptNo(fiscalYear(at), office.id, id, attempt);

/** One that nobody has yet. @throws when the store cannot be asked */
export async function freeNumber(room: Room, id: string, at: number): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const number = numberOf(room, id, at, attempt);
    const others = await room.store.records.findByReceipt(room.office.id, number);
    if (others.every((intake) => intake.id === id)) return number;
  }
}
