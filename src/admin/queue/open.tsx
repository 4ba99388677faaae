// Opening a record by its 受付番号, or the end of it: straight to it, or a list where several match, or a kind word.
import type { Context } from "hono";
import type { Intake } from "../../intake/intake.ts";
import { labelOf } from "../labels.ts";
import { draw } from "../look/layout.tsx";
import { UrgencyMark } from "../look/urgency.tsx";
import type { Env, Page, Room } from "../room.ts";
import { dateTime, fiscalYear } from "../when.ts";
import { LONGEST, Open } from "./open-field.tsx";
import { readReceiptNos } from "./receipt-no.ts";

/** GET /admin/open?no=… */
export const openByNumber: Page = async (c) => {
  const typed = (c.req.query("no") ?? "").slice(0, LONGEST);
  const found = await matching(c, typed);
  if (found[0] && found.length === 1) return c.redirect(`/admin/records/${encodeURIComponent(found[0].id)}`, 303);
  if (found.length === 0) return draw(c, { title: "見つかりません", status: 404 }, <NotFound typed={typed} />);
  return draw(c, { title: `${typed} の受付票` }, <Several room={c.get("room")} found={found} />);
};

// ── helpers ──

async function matching(c: Context<Env>, typed: string): Promise<Intake[]> {
  const { store, office, now } = c.get("room");
  const numbers = readReceiptNos(typed, fiscalYear(now()));
  return (await Promise.all(numbers.map((number) => store.records.findByReceipt(office.id, number)))).flat();
}

function Several({ room: { labels }, found }: { room: Room; found: Intake[] }) {
  return (
    <>
      <p>合うものが{found.length}件あります。受付番号と受付の日時で見分けてください。</p>
      <ul class="plain">
        {found.map((intake) => (
          <li>
            <UrgencyMark labels={labels} urgency={intake.urgency} />{" "}
            <a href={`/admin/records/${encodeURIComponent(intake.id)}`}>{intake.receiptNo}</a>{" "}
            {dateTime(intake.receivedAt)} {labelOf(labels.categoryShort, intake.facts.primaryCategory)}{" "}
            {labels.status[intake.status]}
          </li>
        ))}
      </ul>
    </>
  );
}

function NotFound({ typed }: { typed: string }) {
  return (
    <>
      <p class="words">「{typed}」の受付票は見つかりませんでした。</p>
      <p>
        受付番号は、年度4けたと英数字6文字です（例 2026-7KQ4MN）。うしろの6文字だけでもひらけます（例
        7KQ4MN）。大文字・小文字・全角・ハイフンは気にしなくてかまいません。
      </p>
      <Open typed={typed} />
      <p>
        <a href="/admin">相談の一覧へ</a>
      </p>
    </>
  );
}
