// The frame of every staff page: title = heading, skip link, who is signed in, what is wrong with the set-up.
import type { Context } from "hono";
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Env, Room } from "../room.ts";
import type { Staff } from "../../ports.ts";

export interface Sheet {
  title: string;
  /** Shown in the heading's place where it says more than the title. */
  heading?: Child;
  status?: ContentfulStatusCode;
  /** Which link of the menu this page is. */
  here?: "queue" | "new" | "figures" | "settings" | "flows" | "help";
}

/** Draws a whole page; nothing of it may be kept by a browser or a proxy. */
export function draw(c: Context<Env>, sheet: Sheet, body: Child): Response | Promise<Response> {
  c.header("Cache-Control", "no-store");
  const room = c.get("room");
  const staff = c.get("staff") as Staff | undefined;
  return c.html(
    <>
      {raw("<!DOCTYPE html>")}
      <html lang="ja">
        <Head title={sheet.title} room={room} />
        <body>
          <a class="skip" href="#main">
            本文へ
          </a>
          <Top room={room} staff={staff} here={sheet.here} />
          <Warnings room={room} />
          <main id="main" tabindex={-1}>
            <h1>{sheet.heading ?? sheet.title}</h1>
            {body}
          </main>
        </body>
      </html>
    </>,
    sheet.status ?? 200,
  );
}

// ── helpers ──

function Head({ title, room }: { title: string; room: Room }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{`${title} | ${room.office.name} 相談の受付`}</title>
      <link rel="icon" href="/admin/icon.svg" />
      <link rel="stylesheet" href="/admin/style.css" />
    </head>
  );
}

function Top({ room, staff, here }: { room: Room; staff: Staff | undefined; here: Sheet["here"] }) {
  return (
    <header class="top">
      <p class="office">
        {room.office.name}
        <span>相談の受付</span>
      </p>
      {staff && <Menu here={here} />}
      {staff && (
        <form class="who" method="post" action="/admin/sign-out">
          <span>{staff.name}</span>
          <button class="quiet">サインアウト</button>
        </form>
      )}
    </header>
  );
}

function Menu({ here }: { here: Sheet["here"] }) {
  const links = [
    ["queue", "/admin", "相談の一覧"],
    ["new", "/admin/new", "受付票を書く"],
    ["figures", "/admin/figures", "件数"],
    ["settings", "/admin/settings", "設定"],
    ["flows", "/admin/flows", "相談の流れ"],
    ["help", "/admin/help", "使いかた"],
  ] as const;
  return (
    <nav aria-label="メニュー">
      {links.map(([key, href, label]) => (
        <a href={href} aria-current={key === here ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function Warnings({ room }: { room: Room }) {
  return (
    <>
      {!room.alertsReady && (
        <section class="alarm" aria-label="緊急の連絡先">
          <strong>緊急の連絡先（ALERT_WEBHOOK_URL）が設定されていません。</strong>
          緊急の相談が来ても、だれにも知らせが届きません。管理する人に伝えてください。
        </section>
      )}
      {!room.trial && room.office.invented && (
        <section class="alarm" aria-label="見本の市">
          <strong>
            「{room.office.name}」は、実在しない見本の市です（OFFICE={room.office.id}）。
          </strong>
          住民にもこの名前で返事をしています。管理する人に伝えてください。
        </section>
      )}
      {room.trial && <p class="trial">これは「おためし」です。ほんとうの相談は入れないでください。</p>}
    </>
  );
}
