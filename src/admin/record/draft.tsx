// Somebody is still writing (入力中): what they said so far, and a way to answer. Nobody opens it as a record yet.
import type { Context } from "hono";
import type { Talk } from "../../ports.ts";
import { Done } from "../look/done.tsx";
import { Mend } from "../look/field.tsx";
import { draw } from "../look/layout.tsx";
import { may, type Env } from "../room.ts";
import { draftMask } from "./mask.ts";
import { AnswerForm } from "./part/answer-form.tsx";
import { Conversation } from "./part/conversation.tsx";
import type { Typed } from "./part/act-form.tsx";
import { readThread } from "./sheet.ts";

export async function drawDraft(c: Context<Env>, id: string, talk: Talk, typed: Typed | null) {
  const room = c.get("room");
  const thread = await readThread(c, id, talk);
  const mask = draftMask(may(c.get("staff"), "reporter"), room.labels);
  return draw(
    c,
    { title: "入力中の相談", status: typed === null ? 200 : 422 },
    <>
      <Done code={c.req.query("done")} />
      {typed && <Mend problems={typed.problems} form={`${typed.act}.`} />}
      <p class="note">
        まだ書いている途中の人です。最後まで進むか、{room.office.quietHours}
        時間書きこみがないと、受付票になります。急ぐときは、いまから返事もできます。
      </p>
      <div class="columns">
        <div class="read">
          <Conversation room={room} talk={thread} mask={mask} />
        </div>
        <div class="do">
          <AnswerForm {...{ id, typed }} revision={0} facts={null} answerable holdHours={room.office.holdHours} />
        </div>
      </div>
    </>,
  );
}
