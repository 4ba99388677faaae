// 設定: what the office has not said yet, which numbers are to be checked, and which languages nobody has looked at.
import { draw } from "../look/layout.tsx";
import type { Page } from "../room.ts";
import { Languages, unread } from "./languages.tsx";
import { doubtful, Numbers } from "./numbers.tsx";
import { missing, OfficeFacts } from "./office.tsx";
import { Mark } from "./part.tsx";

/** GET /admin/settings */
export const settingsPage: Page = async (c) => {
  const room = c.get("room");
  const damaged = await room.store.records.unreadable(room.office.id);
  const left: [what: string, href: string, count: number][] = [
    ["まだ書かれていないこと", "#office", missing(room).length],
    ["確かめていない番号", "#numbers", doubtful(room).length],
    ["まだ話す人が確かめていない言語", "#languages", unread(room).length],
  ];
  const open = left.filter(([, , count]) => count > 0);
  return draw(
    c,
    { title: "設定", here: "settings" },
    <>
      <p>ここでは見るだけです。直すときは、それぞれの題にあるファイルを直して、プログラムを起動しなおします。</p>
      {damaged > 0 && (
        <p class="note">
          <Mark>読めなくなった会話：{damaged}</Mark> データが壊れていて、開けません（ほかの人の相談には障りません）。
          サーバーを見ている人に、控え（バックアップ）と見くらべるよう伝えてください。その人がまた書けば、新しい相談として受け付けます。
        </p>
      )}
      {open.length > 0 && (
        <section class="note" aria-label="確かめること">
          <ul>
            {open.map(([what, href, count]) => (
              <li>
                <a href={href}>{what}</a>：{count}
              </li>
            ))}
          </ul>
        </section>
      )}
      <OfficeFacts room={room} />
      <Numbers room={room} />
      <Languages room={room} />
    </>,
  );
};
