// Which meeting may speak of it now, and by what right; what an agency says of consent stands apart, as their story.
import { AGREED_WORDS, meetingBasis } from "../../../intake/consent/meeting.ts";
import type { Room } from "../../room.ts";
import type { Sheet } from "../sheet.ts";
import { Row } from "./row.tsx";

export function Meeting({ room, sheet }: { room: Room; sheet: Sheet }) {
  const { facts } = sheet.intake;
  const { label, basis, why, next } = meetingBasis(facts, room.office);
  return (
    <section class="sheet" aria-labelledby="meeting">
      <h2 id="meeting">会議に出すとき</h2>
      <dl>
        <Row head="いま出せる会議">
          <b>{label}</b>
        </Row>
        <Row head="根拠">{basis}</Row>
        <Row head="わけ">{why}</Row>
        <Row head="つなぎ元の話">{facts.agreed === undefined ? "" : AGREED_WORDS[facts.agreed]}</Row>
        <Row head="これから">{next}</Row>
      </dl>
    </section>
  );
}
