// One line above the record: how urgent, whose it is, how long it waits, in which language.
import { hasEnded } from "../../../intake/acts.ts";
import { Again } from "../../again.tsx";
import { UrgencyMark } from "../../look/urgency.tsx";
import type { Room } from "../../room.ts";
import { dateTime, iso, waited } from "../../when.ts";
import { tongueWords } from "../../labels.ts";
import { tellsReporter } from "../mask.ts";
import type { Sheet } from "../sheet.ts";

/** One line of what must be seen before anything is read. */
export function Strip({ room, sheet }: { room: Room; sheet: Sheet }) {
  const { intake, names, mask } = sheet;
  const { labels } = room;
  const owner = intake.owner === null ? "未担当" : (names.get(intake.owner) ?? "（いない職員）");
  const tongue = tongueWords(labels, intake.lang);
  const channel = mask.hides && tellsReporter(intake.channel) ? "—" : intake.channel;
  return (
    <ul class="strip">
      <li>
        <UrgencyMark labels={labels} urgency={intake.urgency} />
        <small>{labels.urgencyMeans[intake.urgency]}</small>
      </li>
      <li>
        状態 <b>{labels.status[intake.status]}</b>
        {intake.closeReason && <small>{intake.closeReason}</small>}
      </li>
      <li>
        担当 <b>{owner}</b>
      </li>
      <li>
        受付{" "}
        <b>
          <time datetime={iso(intake.receivedAt)}>{dateTime(intake.receivedAt)}</time>
        </b>
        {!hasEnded(intake.status) && <small>受付から {waited(intake.receivedAt, room.now())}</small>}
      </li>
      <li>
        方法 <b>{channel}</b>
        <small>{labels.completeness[intake.completeness]}</small>
      </li>
      {intake.linkedFrom !== null && (
        <li>
          <Again before={intake.linkedFrom} seesReporter={sheet.seesReporter} />
        </li>
      )}
      {tongue !== null && (
        <li>
          言語 <b>{tongue}</b>
        </li>
      )}
    </ul>
  );
}
