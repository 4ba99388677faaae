// The telephone numbers for emergencies, and what there is to doubt about each.
import { doubtsOf, type Doubt } from "../../office/doubts.ts";
import type { Hotline } from "../../office/hotlines.ts";
import type { Room } from "../room.ts";
import { Mark, Part } from "./part.tsx";

/** Those with anything to doubt. */
export const doubtful = (room: Room): Hotline[] =>
  room.hotlines.hotlines.filter((hotline) => doubtsIn(room, hotline).length > 0);

export function Numbers({ room }: { room: Room }) {
  return (
    <Part id="numbers" title="緊急のときの番号" file="flows/hotlines.yaml">
      <p>
        窓口を運営しているところの公表で確かめ、<code>verifiedOn</code>（確かめた日）と <code>by</code>
        （確かめた人）を書きます。ここの印は、住民には見えません。
      </p>
      <dl>
        {room.hotlines.hotlines.map((hotline) => (
          <Line room={room} hotline={hotline} />
        ))}
      </dl>
    </Part>
  );
}

// ── helpers ──

const SAID: Record<Doubt, (months: number) => string> = {
  unsourced: () => "出典が見つかっていません",
  undated: () => "確かめた日がありません",
  old: (months) => `確かめてから${months}か月をすぎています`,
  unsigned: () => "職員が確かめていません",
};

const doubtsIn = ({ office, now }: Room, hotline: Hotline): Doubt[] =>
  doubtsOf(hotline, office.hotlineMaxAgeMonths, now());

function Line({ room, hotline }: { room: Room; hotline: Hotline }) {
  const { name, number, verifiedOn, by, source, hours, caveat, note } = hotline;
  return (
    <div>
      <dt>
        {name} <b>{number}</b>
      </dt>
      <dd>
        {doubtsIn(room, hotline).map((doubt) => (
          <>
            <Mark>{SAID[doubt](room.office.hotlineMaxAgeMonths)}</Mark>{" "}
          </>
        ))}
        {verifiedOn !== null && `確かめた日 ${verifiedOn}。`}
        {by !== null && `確かめた人 ${by}。`}
        {hours === null && "つながる時間がわからないので、住民には自動では示しません。"}
        <p class="hint words">{[`出典 ${source}`, caveat, note].filter((line) => line !== null).join("\n")}</p>
      </dd>
    </div>
  );
}
