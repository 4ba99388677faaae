// What the office's own file says, what it leaves out, and what residents hear instead.
import type { Office } from "../../office/office.ts";
import type { Room } from "../room.ts";
import { Mark, Part } from "./part.tsx";

interface Fact {
  what: string;
  /** null: not given. */
  given: string | null;
  /** What follows while it is not given. */
  instead: string;
}

/** What is not given yet. */
export const missing = (room: Room): Fact[] => factsOf(room).filter(({ given }) => given === null);

export function OfficeFacts({ room }: { room: Room }) {
  return (
    <Part id="office" title="窓口のこと" file={`flows/offices/${room.office.id}.yaml`}>
      <dl>
        {factsOf(room).map(({ what, given, instead }) => (
          <div>
            <dt>{what}</dt>
            <dd>
              {given ?? (
                <>
                  <Mark>まだありません</Mark> {instead}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

// ── helpers ──

const LATER = "住民には「職員からお知らせします」と伝えます。";

function factsOf({ office, alertsReady }: Room): Fact[] {
  const { desk, source } = office;
  return [
    { what: "窓口", given: `${office.name} ${desk.name}`, instead: "" },
    { what: "電話", given: desk.phone, instead: LATER },
    { what: "場所", given: desk.place, instead: "住民には、窓口の名前だけを伝えます。" },
    {
      what: "開いている時間",
      given: hoursOf(office),
      instead: `${LATER}読む時刻も、いま開いているかも言いません。`,
    },
    { what: "返事の約束", given: promiseOf(office), instead: "住民には日を言わず「お返事します」とだけ伝えます。" },
    {
      what: "都道府県",
      given: office.prefecture,
      instead: "その県だけの番号は出しません。使えない県がある番号には、そのことをいつも添えます。",
    },
    { what: "地区", given: countOf(office.districts, "の地区"), instead: "住民の書いた場所を、そのまま残します。" },
    { what: "分野と所管課", given: countOf(office.fields, "の分野"), instead: "つなぎ先の候補を出しません。" },
    {
      what: "緊急の連絡先",
      given: alertsReady ? "設定されています" : null,
      instead: "緊急の相談が来ても、だれにも知らせが届きません（ALERT_WEBHOOK_URL）。",
    },
    {
      what: "このファイルを確かめた人",
      given: source?.checkedBy ?? null,
      instead: source === null ? "出典も書かれていません。" : `出典は「${source.document}」です。`,
    },
  ];
}

/** 「月火水木金 08:30〜17:15」, as it stands in the file. */
const hoursOf = ({ hours, closed }: Office): string | null =>
  hours === null
    ? null
    : hours.map(({ days, from, to }) => `${days.join("")} ${from}〜${to}`).join("、") +
      (closed.length > 0 ? `（祝日と ${closed.join(" ")} は休み）` : "（祝日は休み）");

/** Counted in office days, so nothing can be promised without hours. */
const promiseOf = ({ hours, replyWithinDays }: Office): string | null =>
  hours === null || replyWithinDays === null ? null : `開いている日で${replyWithinDays}日まで`;

const countOf = (list: unknown[], unit: string): string | null => (list.length === 0 ? null : `${list.length}${unit}`);
