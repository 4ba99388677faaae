// Somebody is still writing (入力中): what they said and what was understood so far, and a way to answer.
import type { Context } from "hono";
import { withMeaning } from "../../intake/told/meaning.ts";
import { withProposals } from "../../intake/told/proposals.ts";
import { recordOf } from "../../intake/record.ts";
import type { Talk } from "../../ports.ts";
import { Done } from "../look/done.tsx";
import { draw } from "../look/layout.tsx";
import type { Env } from "../room.ts";
import { Unsent } from "../unsent.tsx";
import { Slips, type Typed } from "./do/act-form.tsx";
import { Agreed, Answers } from "./read/agreed.tsx";
import { AnswerForm } from "./do/answer-form.tsx";
import { Contact } from "./read/contact.tsx";
import { Conversation } from "./read/conversation.tsx";
import { Meeting } from "./read/meeting.tsx";
import { Strip } from "./read/strip.tsx";
import { Known } from "./read/summary.tsx";
import { wordsAgain } from "./delivery.ts";
import { readSheet } from "./sheet.ts";

/** Draws a talk that is not a record yet as the record it would be now; nothing of it can be changed. */
export async function drawDraft(c: Context<Env>, id: string, talk: Talk, typed: Typed | null) {
  const room = c.get("room");
  const told = withMeaning(recordOf(talk.state, room.office.id, talk.key), talk, room);
  const record = withProposals(told, room.office);
  const sheet = await readSheet(c, { ...record, id });
  return draw(
    c,
    { title: "入力中の相談", status: typed === null || typed.unsent ? 200 : 422 },
    <>
      <Done code={c.req.query("done")} />
      {typed?.unsent && <Unsent at={`act-${typed.act}`} />}
      {typed && <Slips typed={typed} />}
      <p class="note">
        まだ書いている途中の人です。最後まで進むか、{room.office.quietHours}時間書きこみがないと、受付票になります。
        急ぐときは、いまから返事もできます。
      </p>
      <Strip room={room} sheet={sheet} />
      <div class="columns">
        <div class="read">
          <Known room={room} sheet={sheet} />
          <Conversation room={room} sheet={sheet} />
          <Answers sheet={sheet} />
          <Agreed room={room} sheet={sheet} />
          <Meeting room={room} sheet={sheet} />
        </div>
        <div class="do">
          <Contact room={room} sheet={sheet} />
          <AnswerForm
            {...{ id, typed }}
            reached={sheet.intake}
            revision={0}
            talk={{ ...sheet.talk, answerable: true }}
            holdHours={room.office.holdHours}
            again={wordsAgain(c.req.query("again"), sheet)}
          />
        </div>
      </div>
    </>,
  );
}
