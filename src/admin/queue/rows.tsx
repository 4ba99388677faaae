// The lines of the queue. On a narrow screen each becomes a card; the roles keep it a table for a screen reader.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- as cards (display: grid) Safari forgets that it is a table */
import type { Child } from "hono/jsx";
import type { QueueRow } from "../../ports.ts";
import { labelOf, tongueWords } from "../labels.ts";
import { Again } from "../again.tsx";
import { UrgencyMark } from "../look/urgency.tsx";
import { tellsReporter } from "../record/mask.ts";
import type { Room } from "../room.ts";
import { iso, short, waited } from "../when.ts";
import type { View } from "./filter.ts";
import { promiseBroken } from "./longest.tsx";
import { hasEnded } from "../../intake/acts.ts";

const HEADS = ["緊急度", "受付番号", "だれから", "困りごと", "地区", "待ち", "状態", "担当"];

const ORDER: Record<View["show"], string> = {
  open: "緊急、至急、未読、古い順",
  draft: "緊急、至急、古い順",
  ended: "受け付けの新しい順",
  all: "緊急、至急、未読、古い順。その下に、終わったものが、受け付けの新しい順",
};

interface RowsProps {
  room: Room;
  show: View["show"];
  rows: QueueRow[];
  names: Map<string, string>;
  seesReporter: boolean;
}

export function Rows({ room, show, rows, names, seesReporter }: RowsProps) {
  return (
    <table class="queue" role="table">
      <caption class="unseen">相談の一覧。{ORDER[show]}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {HEADS.map((head) => (
            <th scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Line {...{ room, row }} owner={ownerOf(row, names)} told={toldOf(row, room, seesReporter)} />
        ))}
      </tbody>
    </table>
  );
}

/** Who told us, and whether the way it came may be said: both are for those with the right to know. */
interface Told {
  role: string;
  hidesChannel: boolean;
  seesReporter: boolean;
}

function Line({ room, row, owner, told }: { room: Room; row: QueueRow; owner: string; told: Told }) {
  const { labels, office } = room;
  const isLate = promiseBroken(office, row, room.now()) !== null;
  const tongue = tongueWords(labels, row.lang);
  const district = office.districts.find(({ code }) => code === row.district)?.label ?? row.district ?? "—";
  return (
    <tr role="row" class={row.unread ? "unread" : undefined}>
      <Cell head="緊急度">
        <UrgencyMark labels={labels} urgency={row.urgency} />
      </Cell>
      <Cell head="受付番号">
        <a href={`/admin/records/${encodeURIComponent(row.id)}`}>{numberOf(row)}</a>
        {row.unread && <span class="tag new">未読</span>}
        <Again before={row.linkedFrom} seesReporter={told.seesReporter} />
        {tongue !== null && <span class="tag">{tongue}</span>}
        {row.channel !== "LINE" && !told.hidesChannel && <span class="tag">{row.channel}</span>}
      </Cell>
      <Cell head="だれから">{told.role}</Cell>
      <Cell head="困りごと">{labelOf(labels.categoryShort, row.category)}</Cell>
      <Cell head="地区">{district}</Cell>
      <Cell head="待ち">
        <Wait row={row} now={room.now()} />
        {isLate && <span class="tag late">約束をすぎた</span>}
      </Cell>
      <Cell head="状態">
        {row.status === "DRAFT" ? <span class="tag draft">入力中</span> : labelOf(labels.status, row.status)}
      </Cell>
      <Cell head="担当">{owner}</Cell>
    </tr>
  );
}

function Cell({ head, children }: { head: string; children?: Child }) {
  return (
    <td role="cell" data-head={head}>
      {children}
    </td>
  );
}

function Wait({ row, now }: { row: QueueRow; now: number }) {
  if (hasEnded(row.status)) return <time datetime={iso(row.receivedAt)}>{short(row.receivedAt)}</time>;
  return (
    <time
      datetime={iso(row.receivedAt)}
      title={`${short(row.receivedAt)} から`}
      class={row.waits ? "waits" : undefined}
    >
      {waited(row.receivedAt, now)}
      {row.waits && <span class="unseen"> 返事まだ</span>}
    </time>
  );
}

const numberOf = (row: QueueRow): string => row.receiptNo ?? (row.status === "DRAFT" ? "（まだ番号なし）" : "番号なし");

function ownerOf(row: QueueRow, names: Map<string, string>): string {
  if (row.status === "DRAFT") return "—";
  return row.owner === null ? "未担当" : (names.get(row.owner) ?? "（いない職員）");
}

/** Where people speak for themselves there is nobody to protect. */
function toldOf(row: QueueRow, room: Room, seesReporter: boolean): Told {
  const open = row.role === null || ["SELF", "CHILD", "UNKNOWN"].includes(row.role) || seesReporter;
  const role = open ? roleWords(room, row.role) : "本人以外";
  return { role, hidesChannel: !open && tellsReporter(row.channel), seesReporter };
}

/** The code alone does not tell whether somebody did not want to say or nobody asked; the record does. */
const roleWords = ({ labels }: Room, role: string | null): string =>
  role === "UNKNOWN" ? "わからない" : labelOf(labels.role, role);
