// 受付票 by hand, for a telephone call, somebody at the counter, a visit.
import type { Context } from "hono";
import { CHANNELS } from "../../flow/codes.ts";
import type { Problem } from "../../intake/acts.ts";
import { Mend } from "../look/field.tsx";
import { draw } from "../look/layout.tsx";
import { Once, onceId } from "../once.tsx";
import { may, typedForm, type Env, type Page } from "../room.ts";
import { isUnsent, Unsent } from "../unsent.tsx";
import { About, Agreement, Reach, Told } from "./parts.tsx";
import { readHandWritten, type Written } from "./read.ts";

/** GET /admin/new */
export const newPage: Page = (c) => form(c, EMPTY, []);

/** POST /admin/new */
export const writeByHand: Page = async (c) => {
  const typed = await typedForm(c);
  const written: Written = { one: typed, many: typed.all };
  if (isUnsent(typed)) return form(c, written, []);
  const read = readHandWritten(written);
  if (!read.ok) return form(c, written, read.problems);
  const id = onceId(written.one("once"), c.get("staff").id, JSON.stringify(read.record));
  const intake = await c.get("room").desk.writeByHand(read.record, c.get("staff"), id);
  return c.redirect(`/admin/records/${encodeURIComponent(intake.id)}?done=written`, 303);
};

// ── helpers ──

const FIRST: Record<string, string> = { channel: CHANNELS[1], urgency: "E9", consent: "NOT_ASKED" };
const EMPTY: Written = { one: (field) => FIRST[field] ?? "", many: () => [] };

function form(c: Context<Env>, written: Written, problems: Problem[]) {
  const parts = { room: c.get("room"), written, problems };
  return draw(
    c,
    { title: "受付票を書く", here: "new", status: problems.length > 0 ? 422 : 200 },
    <>
      {isUnsent(written.one) && <Unsent at="narrative" />}
      <Mend problems={problems} />
      <p>電話や窓口、訪問で受けた相談を入れます。聞いていないところは、空けたままでかまいません。</p>
      <form method="post" action="/admin/new" class="columns">
        <Once kept={written.one("once")} />
        <div class="read">
          <About {...parts} />
        </div>
        <div class="do">
          <Told {...parts} seesReporter={may(c.get("staff"), "reporter")} />
          <Reach {...parts} />
          <Agreement {...parts} />
          <button>受付票を作る</button>
        </div>
      </form>
    </>,
  );
}
