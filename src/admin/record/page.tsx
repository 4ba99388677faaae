// The record page: the first minute on top, then the talk as it happened, the acts beside it.
import type { Context } from "hono";
import type { Intake } from "../../intake/intake.ts";
import { open } from "../../intake/acts.ts";
import { Done } from "../look/done.tsx";
import { draw } from "../look/layout.tsx";
import type { Env, Page } from "../room.ts";
import { Unsent } from "../unsent.tsx";
import { drawDraft } from "./draft.tsx";
import { Agreed, Answers } from "./read/agreed.tsx";
import { AnswerForm } from "./do/answer-form.tsx";
import { Contact } from "./read/contact.tsx";
import { Conversation } from "./read/conversation.tsx";
import { Slips, type Typed } from "./do/act-form.tsx";
import { Conflict } from "./do/conflict.tsx";
import { Forms } from "./do/forms.tsx";
import { History } from "./read/history.tsx";
import { Tasks } from "./do/tasks.tsx";
import { Meeting } from "./read/meeting.tsx";
import { Known } from "./read/summary.tsx";
import { Strip } from "./read/strip.tsx";
import { dateTime } from "../when.ts";
import { wordsAgain } from "./delivery.ts";
import { readSheet, type Sheet } from "./sheet.ts";

/** GET /admin/records/:id */
export const recordPage: Page = async (c) => {
  const { store, office } = c.get("room");
  const id = c.req.param("id") ?? "";
  const intake = await store.records.find(office.id, id);
  if (intake !== null) return drawRecord(c, await markOpened(c, intake), null);
  const talk = await store.records.talkOf(id);
  return talk?.office === office.id ? drawDraft(c, id, talk, null) : noSuchRecord(c);
};

/** The page with what was typed and not saved: 422 where it must be mended, 409 where somebody else saved meanwhile. */
export async function drawRecord(c: Context<Env>, intake: Intake, typed: Typed | null, conflict = false) {
  const sheet = await readSheet(c, intake);
  const title = intake.receiptNo === null ? "受付票（番号なし）" : `受付票 ${intake.receiptNo}`;
  const status = conflict ? 409 : typed === null || typed.unsent ? 200 : 422;
  return draw(c, { title, status }, <Body c={c} sheet={sheet} typed={typed} conflict={conflict} />);
}

export const noSuchRecord = (c: Context<Env>) =>
  draw(
    c,
    { title: "見つかりません", status: 404 },
    <p>
      この受付票は見つかりませんでした。<a href="/admin">相談の一覧へ</a>
    </p>,
  );

// ── helpers ──

/** The first look at new words leaves an entry; if somebody else looked at the same moment, theirs stands. */
async function markOpened(c: Context<Env>, intake: Intake): Promise<Intake> {
  const { store, office, now } = c.get("room");
  const act = open(intake, { staff: c.get("staff").id, at: now(), entryId: crypto.randomUUID() });
  if (act === null) return intake;
  await store.records.act(act);
  return (await store.records.find(office.id, intake.id)) ?? intake;
}

interface BodyProps {
  c: Context<Env>;
  sheet: Sheet;
  typed: Typed | null;
  conflict: boolean;
}

function Body({ c, sheet, typed, conflict }: BodyProps) {
  const room = c.get("room");
  const { id, revision } = sheet.intake;
  return (
    <>
      <Notices {...{ c, sheet, typed, conflict }} />
      <p class="printed">
        {dateTime(room.now())} {c.get("staff").name} が印刷
      </p>
      <Strip room={room} sheet={sheet} />
      <Jumps />
      <Tasks sheet={sheet} typed={typed} />
      <div class="columns">
        <div class="read">
          <Known room={room} sheet={sheet} />
          <Conversation room={room} sheet={sheet} />
          <Answers sheet={sheet} />
          <Agreed room={room} sheet={sheet} />
          <Meeting room={room} sheet={sheet} />
          <History room={room} sheet={sheet} />
        </div>
        <div class="do">
          <Contact room={room} sheet={sheet} />
          <AnswerForm
            {...{ id, revision, typed }}
            reached={sheet.intake}
            talk={sheet.talk}
            holdHours={room.office.holdHours}
            again={wordsAgain(c.req.query("again"), sheet)}
          />
          <Forms room={room} sheet={sheet} staff={c.get("staff")} typed={typed} />
        </div>
      </div>
    </>
  );
}

/** A telephone shows one column, and the acts stand far below. */
function Jumps() {
  return (
    <nav class="jumps" aria-label="このページの中">
      {JUMPS.map(([id, label]) => (
        <a href={`#${id}`}>{label}</a>
      ))}
    </nav>
  );
}

const JUMPS = [
  ["contact", "連絡のしかた"],
  ["act-answer", "返事"],
  ["act-owner", "担当"],
  ["act-urgency", "緊急度"],
  ["act-status", "状態"],
  ["conversation", "会話"],
  ["history", "これまでのこと"],
] as const;

function Notices({ c, sheet, typed, conflict }: BodyProps) {
  return (
    <>
      <Done code={c.req.query("done")} />
      {conflict && typed && <Conflict sheet={sheet} typed={typed} staff={c.get("staff").id} />}
      {typed?.unsent && <Unsent at={`act-${typed.act}`} />}
      {!conflict && typed && <Slips typed={typed} />}
    </>
  );
}
