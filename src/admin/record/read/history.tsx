// What happened so far: who did what, when and why. Appended only.
import type { Entry } from "../../../intake/intake.ts";
import { labelOf, type Labels } from "../../labels.ts";
import type { Room } from "../../room.ts";
import { dateTime, iso } from "../../when.ts";
import { DELIVERY } from "../delivery.ts";
import type { Sheet } from "../sheet.ts";
import { confirmedWords } from "./words.ts";

export function History({ room, sheet }: { room: Room; sheet: Sheet }) {
  return (
    <section class="sheet" aria-labelledby="history">
      <h2 id="history">これまでのこと</h2>
      <ol class="history">
        {sheet.entries.map((entry) => (
          <li>
            <time datetime={iso(entry.at)}>{dateTime(entry.at)}</time>{" "}
            <b>
              {entry.damaged
                ? "（不明）"
                : entry.by === null
                  ? "自動"
                  : (sheet.names.get(entry.by) ?? "（いない職員）")}
            </b>{" "}
            <span class="words">{sheet.mask.text(entryWords(entry, room, sheet))}</span>
          </li>
        ))}
      </ol>
      {sheet.entries.length === 0 && <p>まだ何もありません。</p>}
    </section>
  );
}

/** An entry as a sentence, with its reason. */
function entryWords({ kind, body, damaged }: Entry, room: Room, { names, mask }: Sheet): string {
  if (damaged) return "データが壊れていて読めません";
  const { labels } = room;
  const { why = "", text = "", what = "" } = body;
  const reason = why === "" ? "" : `（理由：${why}）`;
  if (kind === "confirmed") return `${labels.entry[kind]}：${confirmedWords(body, room, mask.hides)}${reason}`;
  if (kind === "consent") return `${labels.entry[kind]}：${consentWords(body, labels)}`;
  const turn = turned(kind, body, labels, names);
  if (turn !== null) return `${labels.entry[kind]}：${turn}${reason}`;
  const more = [text, what, kind === "delivery" ? deliveryWords(body) : ""].filter((words) => words !== "");
  return [labels.entry[kind], more.join(" ")].filter((words) => words !== "").join("：") + reason;
}

// ── helpers ──

/** 「受付 → 確認中」 for what went from one value to another. */
function turned(kind: Entry["kind"], body: Entry["body"], labels: Labels, names: Map<string, string>): string | null {
  const { from = "", to = "", closeReason = "", basis = "" } = body;
  const person = (id: string) => (id === "" ? "未担当" : (names.get(id) ?? "（いない職員）"));
  if (kind === "owner") return `${person(from)} → ${person(to)}`;
  const map = kind === "status" ? labels.status : kind === "urgency" ? labels.urgency : null;
  if (map === null || to === "") return null;
  const arrow = from === "" ? labelOf(map, to) : `${labelOf(map, from)} → ${labelOf(map, to)}`;
  const more = [closeReason, basis === "" ? "" : `根拠：${labelOf(labels.basis, basis)}`].filter((one) => one !== "");
  return more.length === 0 ? arrow : `${arrow}（${more.join("・")}）`;
}

const consentWords = ({ scope = "", value = "", method = "", text = "" }: Entry["body"], labels: Labels): string =>
  `${labelOf(labels.scope, scope)} ${labelOf(labels.consent, value)}（${method}）「${text}」`;

const deliveryWords = (body: Entry["body"]): string => labelOf(DELIVERY, body.state ?? null);
