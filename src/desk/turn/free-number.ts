// A receipt number nobody has yet.
import { receiptNo } from "../../intake/receipt.ts";
import { fiscalYear } from "../../office/hours.ts";
import type { Room } from "../room.ts";

/** @param at when the talk began (ms): its 年度 stands in the number. @throws when the store cannot be asked */
export async function freeNumber(room: Room, id: string, at: number): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const number = receiptNo(fiscalYear(at), room.office.id, id, attempt);
    const others = await room.store.records.findByReceipt(room.office.id, number);
    if (others.every((intake) => intake.id === id)) return number;
  }
}
