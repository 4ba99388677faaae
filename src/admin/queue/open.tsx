// Opening a record by its 受付番号: straight to it, or a list where two carry one number, or a kind word.
import { draw } from "../look/layout.tsx";
import { UrgencyMark } from "../look/urgency.tsx";
import type { Page } from "../room.ts";
import { dateTime } from "../when.ts";
import { readReceiptNo } from "./receipt-no.ts";
import { labelOf } from "../labels.ts";

/** GET /admin/open?no=… */
export const openByNumber: Page = async (c) => {
  const { store, office, labels } = c.get("room");
  const typed = c.req.query("no") ?? "";
  const receiptNo = readReceiptNo(typed);
  const found = receiptNo === null ? [] : await store.records.findByReceipt(office.id, receiptNo);
  if (found[0] && found.length === 1) return c.redirect(`/admin/records/${encodeURIComponent(found[0].id)}`, 303);
  if (found.length === 0) return draw(c, { title: "見つかりません", status: 404 }, <NotFound typed={typed} />);
  return draw(
    c,
    { title: `${receiptNo} の受付票` },
    <>
      <p>同じ受付番号のものが{found.length}件あります。受付の日時で見分けてください。</p>
      <ul class="plain">
        {found.map((intake) => (
          <li>
            <UrgencyMark labels={labels} urgency={intake.urgency} />{" "}
            <a href={`/admin/records/${encodeURIComponent(intake.id)}`}>{dateTime(intake.receivedAt)}</a>{" "}
            {labelOf(labels.categoryShort, intake.facts.primaryCategory)} {labels.status[intake.status]}
          </li>
        ))}
      </ul>
    </>,
  );
};

function NotFound({ typed }: { typed: string }) {
  return (
    <>
      <p class="words">「{typed}」の受付票は見つかりませんでした。</p>
      <p>
        受付番号は、年度4けたと英数字6文字です（例
        2026-7KQ4MN）。大文字・小文字・全角・ハイフンは気にしなくてかまいません。
      </p>
      <search>
        <form class="open" method="get" action="/admin/open">
          <label for="no">受付番号でひらく</label>
          <input id="no" name="no" value={typed} autocomplete="off" size={14} />
          <button class="second">ひらく</button>
        </form>
      </search>
      <p>
        <a href="/admin">相談の一覧へ</a>
      </p>
    </>
  );
}
