// Answering the resident on LINE, with what must be known before anything is sent.
import { ANSWER_MAX, cautions } from "../../../intake/answering.ts";
import { mayContact } from "../../../intake/consent/ledger.ts";
import type { Intake } from "../../../intake/intake.ts";
import { TextArea, Tick } from "../../look/field.tsx";
import { Once } from "../../once.tsx";
import type { Thread } from "../sheet.ts";
import { keptFor, Why, type Typed } from "./act-form.tsx";

interface AnswerProps {
  /** The record, or for somebody still writing only its id. */
  id: string;
  revision: number;
  /** Whom it reaches, and how they said it may. */
  reached: Pick<Intake, "facts" | "contactPlan">;
  /** Is there a talk on LINE, and until when do staff hold it? */
  talk: Pick<Thread, "answerable" | "heldUntil" | "heardAt">;
  holdHours: number;
  typed: Typed | null;
  /** Words that did not arrive and are to be sent once more. */
  again: string;
}

export function AnswerForm({ id, revision, reached, talk, holdHours, typed, again }: AnswerProps) {
  const { value, problems } = keptFor(typed, "answer");
  const { blocked } = reached.facts;
  const against = cautions(reached);
  const asksTick = against.length > 0 || problems.some(({ field }) => field === "sure") || value("sure") !== "";
  return (
    <section class="sheet act" aria-labelledby="act-answer">
      <h2 id="act-answer">LINEで返事をする</h2>
      {!talk.answerable || blocked ? (
        <Unreachable blocked={blocked} kept={value("text")} />
      ) : (
        <form method="post" action={`/admin/records/${encodeURIComponent(id)}/answer`}>
          <input type="hidden" name="base" value={String(revision)} />
          <input type="hidden" name="held" value={String(talk.heldUntil)} />
          <input type="hidden" name="heard" value={value("heard") || String(talk.heardAt)} />
          <Once kept={value("once")} />
          {against.map((one) => (
            <p class="alarm">{one}</p>
          ))}
          <TextArea
            id="answer.text"
            label="返事"
            hint={hint(holdHours)}
            rows={6}
            value={value("text") || again}
            problems={problems}
          />
          {!mayContact(reached.facts).ok && (
            <Why
              id="answer.why"
              label="それでも返事をする理由（記録に残ります）"
              value={value("why")}
              problems={problems}
            />
          )}
          {asksTick && (
            <Tick
              id="answer.sure"
              label="連絡のしかたを確かめました。このまま送ります"
              value={value("sure")}
              problems={problems}
            />
          )}
          <button>LINEで送る</button>
        </form>
      )}
    </section>
  );
}

/** What was typed when the way was found closed is shown, not lost. */
function Unreachable({ blocked, kept }: { blocked: boolean; kept: string }) {
  return (
    <>
      <p>
        {blocked
          ? "相手がこのアカウントをブロックしているため、LINEでは届きません。"
          : "LINEで受けた相談ではないため、ここからは返事を送れません。"}
        ほかの連絡のしかたを確かめてください。
      </p>
      {kept && <pre class="words">{kept}</pre>}
    </>
  );
}

const hint = (holdHours: number): string =>
  `${ANSWER_MAX}文字まで。通知の画面に、返事の言葉は出ません。トークをひらいた人には読めるので、病名や「DV」などの言葉は避けてください。送ったあと${holdHours}時間は、自動の返事を止めます（命の危険の言葉、取り下げ、「記録しないで」には答えます）。`;
