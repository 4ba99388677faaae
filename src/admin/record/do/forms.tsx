// The acts beside a record: each a form of its own, each carrying the revision the page was drawn from.
import { CLOSE_REASONS, STATUSES, URGENCIES } from "../../../flow/codes.ts";
import { WITHOUT_CONSENT } from "../../../intake/acts.ts";
import { mayShare } from "../../../intake/consent/ledger.ts";
import { Select, TextArea } from "../../look/field.tsx";
import type { Room } from "../../room.ts";
import type { Staff } from "../../../ports.ts";
import type { Sheet } from "../sheet.ts";
import { ConsentForm } from "./consent-form.tsx";
import { FixForm } from "./fix-form.tsx";
import { ActForm, BareForm, keptFor, Why, type Typed } from "./act-form.tsx";

export interface FormsProps {
  room: Room;
  sheet: Sheet;
  staff: Staff;
  typed: Typed | null;
}

export function Forms(props: FormsProps) {
  return (
    <>
      <OwnerForm {...props} />
      <NoteForm {...props} />
      <ConsentForm {...props} />
      <StatusForm {...props} />
      <UrgencyForm {...props} />
      <FixForm {...props} />
    </>
  );
}

function OwnerForm({ sheet, staff, typed }: FormsProps) {
  const { value, problems } = keptFor(typed, "owner");
  const nobody = { value: "", label: "未担当にもどす" };
  const members = sheet.members.map(({ id, name }) => ({ value: id, label: name }));
  const to = value("to") || (sheet.intake.owner ?? "");
  const share = mayShare(sheet.intake.facts, "SHARE_INTERNAL");
  return (
    <section class="sheet act" aria-labelledby="act-owner">
      <h2 id="act-owner">担当</h2>
      {sheet.intake.owner !== staff.id && (
        <BareForm act="owner" sheet={sheet}>
          <input type="hidden" name="to" value={staff.id} />
          <button class="second">自分が担当する</button>
        </BareForm>
      )}
      <details open={typed?.act === "owner"}>
        <summary>ほかの人にわたす</summary>
        <BareForm act="owner" sheet={sheet}>
          <Select id="owner.to" label="わたす相手" value={to} options={[nobody, ...members]} problems={problems} />
          {!share.ok && <p class="alarm">{share.why}。</p>}
          <Why
            id="owner.why"
            label={share.ok ? "申し送り（なくてもよい）" : "わたす理由（要ります）"}
            value={value("why")}
            problems={problems}
          />
          <button class="second">担当を変える</button>
        </BareForm>
      </details>
    </section>
  );
}

function NoteForm({ sheet, typed }: FormsProps) {
  const { value, problems } = keptFor(typed, "note");
  return (
    <ActForm act="note" title="メモ" sheet={sheet}>
      <TextArea
        id="note.text"
        label="職員どうしのメモ"
        hint="住民には見えません。"
        value={value("text")}
        problems={problems}
      />
      <button class="second">メモを残す</button>
    </ActForm>
  );
}

function StatusForm({ room, sheet, typed }: FormsProps) {
  const { value, problems } = keptFor(typed, "status");
  const { intake } = sheet;
  const states = STATUSES.filter((code) => code !== "DRAFT").map((code) => ({
    value: code,
    label: room.labels.status[code],
  }));
  const reasons = [
    { value: "", label: "（終結のときに選ぶ）" },
    ...CLOSE_REASONS.map((code) => ({ value: code, label: code })),
  ];
  return (
    <ActForm act="status" title="状態" sheet={sheet}>
      <Select
        id="status.status"
        label="新しい状態"
        value={value("status") || intake.status}
        options={states}
        problems={problems}
      />
      <Select
        id="status.closeReason"
        label="終結の理由"
        hint="「誤送信・テスト」は件数に入りません。"
        value={value("closeReason") || (intake.closeReason ?? "")}
        options={reasons}
        problems={problems}
      />
      <Basis room={room} sheet={sheet} typed={typed} />
      <Why id="status.why" label="変える理由" value={value("why")} problems={problems} />
      <button class="second">状態を変える</button>
    </ActForm>
  );
}

/** By what right other agencies are told; asked for only where they did not agree. */
function Basis({ room, sheet, typed }: Omit<FormsProps, "staff">) {
  const { value, problems } = keptFor(typed, "status");
  const share = mayShare(sheet.intake.facts, "SHARE_AGENCY");
  if (share.ok) return <p class="hint">{share.why}。つなぐときの根拠は、本人の同意です。</p>;
  const bases = WITHOUT_CONSENT.map((code) => ({ value: code, label: room.labels.basis[code] }));
  return (
    <Select
      id="status.basis"
      label="つなぐ根拠"
      hint={`「つなぎ中」「つながり確認済」「多機関協働」にするとき。${share.why}。同意を聞いたときは、先に「同意を書きとめる」へ。`}
      value={value("basis")}
      options={[{ value: "", label: "（つなぐときに選ぶ）" }, ...bases]}
      problems={problems}
    />
  );
}

function UrgencyForm({ room, sheet, typed }: FormsProps) {
  const { value, problems } = keptFor(typed, "urgency");
  const levels = URGENCIES.map((code) => ({
    value: code,
    label: `${room.labels.urgency[code]}（${room.labels.urgencyMeans[code]}）`,
  }));
  const current = value("urgency") || sheet.intake.urgency;
  return (
    <ActForm act="urgency" title="緊急度" sheet={sheet}>
      <Select id="urgency.urgency" label="新しい緊急度" value={current} options={levels} problems={problems} />
      <Why id="urgency.why" label="理由（下げるときは要ります）" value={value("why")} problems={problems} />
      <button class="second">緊急度を変える</button>
    </ActForm>
  );
}
