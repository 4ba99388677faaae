// The tabs and the filters above the queue: links and one GET form.
import { options, Select } from "../look/field.tsx";
import type { Room } from "../room.ts";
import { addressOf, isNarrowed, NOTHING_CHOSEN, statusesIn, type View } from "./filter.ts";

const TABS = [
  ["open", "対応中"],
  ["draft", "入力中だけ"],
  ["ended", "終わったもの"],
  ["all", "すべて"],
] as const;

export function Tabs({ view }: { view: View }) {
  return (
    <nav class="tabs" aria-label="相談の種類">
      {TABS.map(([show, label]) => (
        <a href={addressOf(view, { show })} aria-current={show === view.show ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

export function Filters({ room, view, names }: { room: Room; view: View; names: Map<string, string> }) {
  const { status, urgency, categoryShort } = room.labels;
  const districts = room.office.districts.map(({ code, label }) => ({ value: code, label }));
  const states = statusesIn(view.show).map((code) => ({ value: code, label: status[code] }));
  const owners = [...names].map(([value, label]) => ({ value, label }));
  return (
    <details class="filters" open={isNarrowed(view)}>
      <summary>しぼりこむ</summary>
      <form method="get" action="/admin">
        {view.show !== "open" && <input type="hidden" name="show" value={view.show} />}
        <Select id="urgency" label="緊急度" value={view.urgency} options={options(urgency, "すべて")} />
        <Select id="status" label="状態" value={view.status} options={[ALL, ...states]} />
        <Select id="category" label="困りごと" value={view.category} options={options(categoryShort, "すべて")} />
        {districts.length > 0 ? (
          <Select id="district" label="地区" value={view.district} options={[ALL, ...districts]} />
        ) : (
          view.district !== "" && <input type="hidden" name="district" value={view.district} />
        )}
        <Select id="owner" label="担当" value={view.owner} options={[ALL, NOBODY, ...owners]} />
        <button class="second">しぼりこむ</button>
        {isNarrowed(view) && <a href={addressOf(view, NOTHING_CHOSEN)}>条件をはずす</a>}
      </form>
    </details>
  );
}

const ALL = { value: "", label: "すべて" };
const NOBODY = { value: "none", label: "未担当" };
