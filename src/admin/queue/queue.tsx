// The queue: who waits, about what, how long: 緊急 first, then 至急.
import type { Context } from "hono";
import type { QueueRow } from "../../ports.ts";
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
  const [{ rows, total }, urgent, longest, names] = await Promise.all([
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
      {rows.length === 0 ? <Empty view={view} /> : <Found c={c} rows={rows} total={total} names={names} view={view} />}
    </>,
  );
};

// ── helpers ──

async function urgentOpen(c: Context<Env>): Promise<number> {
  const { store, office } = c.get("room");
  const count = (urgency: "E0" | "E1") =>
    store.records.queue({ office: office.id, show: "open", urgency, limit: 1, offset: 0 });
  const both = await Promise.all([count("E0"), count("E1")]);
  return both.reduce((sum, { total }) => sum + total, 0);
}

function Urgent({ count, view }: { count: number; view: View }) {
  if (count === 0) return <p class="calm">対応中の緊急・至急はありません。</p>;
  return (
    <p class="urgent-count">
      対応中の緊急・至急 <strong>{count}件</strong>
      <a href={addressOf(view, { ...NOTHING_CHOSEN, show: "open", urgency: "E0" })}>緊急だけ見る</a>
      <a href={addressOf(view, { ...NOTHING_CHOSEN, show: "open", urgency: "E1" })}>至急だけ見る</a>
    </p>
  );
}

function Found({
  c,
  rows,
  total,
  names,
  view,
}: {
  c: Context<Env>;
  rows: QueueRow[];
  total: number;
  names: Map<string, string>;
  view: View;
}) {
  const from = (view.page - 1) * PAGE;
  const seesReporter = may(c.get("staff"), "reporter");
  return (
    <>
      <p class="count">
        {total}件{total > PAGE && ` のうち ${from + 1}〜${from + rows.length}件め`}
      </p>
      <Rows room={c.get("room")} rows={rows} names={names} seesReporter={seesReporter} />
      {total > PAGE && <Pages view={view} total={total} />}
    </>
  );
}

function Pages({ view, total }: { view: View; total: number }) {
  const last = Math.ceil(total / PAGE);
  return (
    <nav class="pages" aria-label="ページ">
      {view.page > 1 && <a href={addressOf(view, { page: view.page - 1 })}>前の{PAGE}件</a>}
      <span>
        {view.page} / {last} ページ
      </span>
      {view.page < last && <a href={addressOf(view, { page: view.page + 1 })}>次の{PAGE}件</a>}
    </nav>
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
