// The numbers that answer at this moment, as lines for a resident.
import type { RiskType } from "../../flow/codes.ts";
import { isNationalHoliday, isOpen } from "../../office/hours.ts";
import { deskToo, numbersFor, sayNumbers } from "../../office/hotlines.ts";
import type { Room } from "../room.ts";

/** Never empty: where no line fits this danger at this hour, the two that always answer. */
export function numbersNow(room: Room, risks: RiskType[], child: boolean): string {
  const now = room.now();
  const lines = [sayNumbers(numbersFor(risks, now, room.hotlines, { holiday: isNationalHoliday, child }))];
  const { phone, name } = room.office.desk;
  if (phone !== null && deskToo(risks, room.hotlines) && isOpen(room.office, now)) lines.push(`${name} ${phone}`);
  const known = lines.filter((line) => line !== "");
  return known.length > 0 ? known.join("\n") : "警察 110（24時間）\n救急・消防 119（24時間）";
}
