// Who waits longest for the first answer of a person stands above the queue, and whom the office promised one by now.
import { replyBy } from "../../office/hours.ts";
import type { Office } from "../../office/office.ts";
import type { QueueRow } from "../../ports.ts";
import type { Room } from "../room.ts";
import { date, waited } from "../when.ts";

export function Longest({ room, row }: { room: Room; row: QueueRow | null }) {
  if (row === null) return null;
  const late = promiseBroken(room.office, row, room.now());
  return (
    <p class={late === null ? "longest" : "longest late"}>
      はじめての返事をいちばん長く待っている人 <strong>{waited(row.receivedAt, room.now())}</strong>
      <a href={`/admin/records/${encodeURIComponent(row.id)}`}>{row.receiptNo ?? "番号なし"}</a>
      <span>太い字の時間は、人からの返事をまだ受け取っていない人です</span>
      {late !== null && <span>お返事の約束（{date(late)}まで）をすぎています</span>}
    </p>
  );
}

/** The last day of the promise (ms) once it has passed without an answer; null while it has not, or nothing was promised. */
export function promiseBroken(office: Office, { waits, receivedAt }: QueueRow, now: number): number | null {
  const day = waits ? replyBy(office, receivedAt) : null;
  return day !== null && now > day && date(now) !== date(day) ? day : null;
}
