// The queue: who waits, about what, how long: 緊急 first, then 至急.
import type { Context } from "hono";
import { ENDED_LOOKED_AT } from "../../intake/acts.ts";
import type { QueuePage } from "../../ports.ts";
import { draw } from "../look/layout.tsx";
import { Done } from "../look/done.tsx";
import { may, staffNames, type Env, type Page } from "../room.ts";
import { addressOf, isNarrowed, NOTHING_CHOSEN, PAGE, readView, toFilter, type View } from "./filter.ts";
import { Filters, Tabs } from "./filters.tsx";
import { Longest } from "./longest.tsx";
import { Open } from "./open-field.tsx";
import { Rows } from "./rows.tsx";

/** GET /admin */
export const queuePage: Page = async (c) => {
  const { store, office } = c.get("room");
  const view = readView((name) => c.req.query(name));
  const [found, urgent, longest, names] = await Promise.all([
    store.records.queue(toFilter(view, office.id)),
    urgentOpen(c),
    store.records.longest(office.id),
    staffNames(c),
  ]);
  return draw(
    c,
    { title: "相談の一覧", here: "queue" },
    <>
      <Done code={c.req.query("done")} />
      <Urgent count={urgent} view={view} />
      <Longest room={c.get("room")} row={longest} />
      <Open typed={c.req.query("no") ?? ""} />
      <Tabs view={view} />
      <Filters room={c.get("room")} view={view} names={names} />
      {found.rows.length === 0 ? <Empty view={view} /> : <Found c={c} found={found} names={names} view={view} />}
      {found.older && <Older />}
    </>,
  );
};

// ── helpers ──

/** How many lines there are; `more`: at least so many. */
type Count = Pick<QueuePage, "total" | "more">;

const inWords = ({ total, more }: Count): string => `${total}件${more ? "以上" : ""}`;

async function urgentOpen(c: Context<Env>): Promise<Count> {
  const { store, office } = c.get("room");
  const count = (urgency: "E0" | "E1") =>
    store.records.queue({ office: office.id, show: "open", urgency, limit: 1, offset: 0 });
  const both = await Promise.all([count("E0"), count("E1")]);
  return { total: both.reduce((sum, { total }) => sum + total, 0), more: both.some(({ more }) => more) };
}

function Urgent({ count, view }: { count: Count; view: View }) {
  if (count.total === 0) return <p class="calm">対応中の緊急・至急はありません。</p>;
  return (
    <p class="urgent-count">
      対応中の緊急・至急 <strong>{inWords(count)}</strong>
      <a href={addressOf(view, { ...NOTHING_CHOSEN, show: "open", urgency: "E0" })}>緊急だけ見る</a>
      <a href={addressOf(view, { ...NOTHING_CHOSEN, show: "open", urgency: "E1" })}>至急だけ見る</a>
    </p>
  );
}

function Found({
  c,
  found,
  names,
  view,
}: {
  c: Context<Env>;
  found: QueuePage;
  names: Map<string, string>;
  view: View;
}) {
  const { rows, total } = found;
  const from = (view.page - 1) * PAGE;
  const seesReporter = may(c.get("staff"), "reporter");
  return (
    <>
      <p class="count">
        {inWords(found)}
        {total > PAGE && ` のうち ${from + 1}〜${from + rows.length}件め`}
      </p>
      <Rows room={c.get("room")} show={view.show} rows={rows} names={names} seesReporter={seesReporter} />
      {total > PAGE && <Pages view={view} count={found} />}
    </>
  );
}

function Pages({ view, count }: { view: View; count: Count }) {
  const last = Math.ceil(count.total / PAGE);
  return (
    <nav class="pages" aria-label="ページ">
      {view.page > 1 && <a href={addressOf(view, { page: view.page - 1 })}>前の{PAGE}件</a>}
      <span>{count.more ? `${view.page} ページめ` : `${view.page} / ${last} ページ`}</span>
      {(view.page < last || count.more) && <a href={addressOf(view, { page: view.page + 1 })}>次の{PAGE}件</a>}
    </nav>
  );
}

function Older() {
  return (
    <p class="count">
      終わったものは、受け付けの新しい{ENDED_LOOKED_AT}件までを見ています。それより前のものは、受付番号でひらけます。
    </p>
  );
}

function Empty({ view }: { view: View }) {
  if (isNarrowed(view) || view.page > 1)
    return (
      <p class="empty">
        この条件に合う相談はありません。<a href={addressOf(view, NOTHING_CHOSEN)}>条件をはずす</a>
      </p>
    );
  return <p class="empty">{EMPTY[view.show]}</p>;
}

const EMPTY: Record<View["show"], string> = {
  open: "いま待っている相談はありません。LINEで相談が届くと、ここに出ます。電話や窓口で受けた相談は「受付票を書く」から入れられます。",
  draft: "いま入力中の人はいません。",
  ended: "終わった相談はまだありません。",
  all: "相談はまだありません。",
};
