// The trial's page: a clock, three phones side by side, and what LINE refused.
import type { FC } from "hono/jsx";
import { CAST, phoneOf } from "../props/cast.ts";
import type { Call, LocalLine } from "../local-line.ts";
import { Icon } from "./icons.tsx";
import { PhoneView } from "./phone.tsx";

export interface PageProps {
  line: LocalLine;
  now: number;
  /** What the office's account is called. */
  account: string;
  /** Key of the person whose phone a narrow screen shows. */
  person: string;
  mistakes: Call[];
  /** Failures of our webhook: status (0: not reached) and when. */
  missed: Missed[];
  /** The demo sign-in for the staff view, where there is one. */
  demo?: Demo | undefined;
}

export interface Missed {
  status: number;
  at: number;
}
export interface Demo {
  name: string;
  password: string;
}

export const Page: FC<PageProps> = (props) => (
  <html lang="ja">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
      <title>お試しの LINE: {props.account}</title>
      <link rel="icon" href="/try/sticker/7.svg" />
      <link rel="stylesheet" href="/try/assets/page.css" />
      <link rel="stylesheet" href="/try/assets/phone.css" />
      <link rel="stylesheet" href="/try/assets/talk.css" />
      <script type="module" src="/try/assets/main.js" />
    </head>
    <body data-revision={props.line.revision()} data-now={props.now}>
      <Notice demo={props.demo} />
      <ClockBar now={props.now} />
      <Tabs person={props.person} />
      <main>
        <h1 class="unseen">お試しの LINE</h1>
        {CAST.map((role) => (
          <PhoneView
            phone={phoneOf(props.line, role.key)!}
            person={role.key}
            office={props.account}
            now={props.now}
            chosen={role.key === props.person}
          />
        ))}
      </main>
      <Strip mistakes={props.mistakes} missed={props.missed} />
    </body>
  </html>
);

const Notice: FC<{ demo?: Demo | undefined }> = ({ demo }) => (
  <header class="notice">
    <p>これは お試しの画面です。LINEには つながっていません</p>
    <nav aria-label="ほかの画面">
      <a href="/admin">職員の画面</a>
      {demo && (
        <details class="demo">
          <summary>お試しのサインイン</summary>
          <p>
            名前 <code>{demo.name}</code>
            <br />
            パスワード <code>{demo.password}</code>
          </p>
        </details>
      )}
      <button type="button" class="bare" data-theme-toggle aria-label="明るい画面と暗い画面を切りかえる">
        <Icon name="theme" />
      </button>
    </nav>
  </header>
);

const STEPS = [
  ["minutes", "1", "+1分"],
  ["hours", "1", "+1時間"],
  ["morning", "true", "翌朝9時"],
  ["days", "1", "+1日"],
  ["reset", "true", "今にもどす"],
] as const;

const moment = new Intl.DateTimeFormat("ja-JP", {
  timeZone: "Asia/Tokyo",
  month: "long",
  day: "numeric",
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
});

const ClockBar: FC<{ now: number }> = ({ now }) => (
  <section class="clock" aria-label="お試しの時計">
    <p>
      <Icon name="clock" />
      <time id="clock">{moment.format(now)}</time>
    </p>
    <form method="post" action="/try/clock">
      {STEPS.map(([field, value, name]) => (
        <button name={field} value={value} class="plain-button">
          {name}
        </button>
      ))}
    </form>
  </section>
);

const Tabs: FC<{ person: string }> = ({ person }) => (
  <nav class="tabs" aria-label="だれの LINE">
    {CAST.map((role) => (
      <a href={`/try?person=${role.key}`} data-tab={role.key} aria-current={role.key === person ? "true" : undefined}>
        {role.name}
      </a>
    ))}
  </nav>
);

/** What went wrong between our program and LINE: for whoever builds it, not for a resident. */
export const Strip: FC<{ mistakes: Call[]; missed: Missed[] }> = ({ mistakes, missed }) => (
  <aside class="strip" data-part="strip" aria-label="開発者むけ" hidden={mistakes.length + missed.length === 0}>
    <form method="post" action="/try/forget">
      <h2>開発者むけ: LINEとの やりとりの まちがい</h2>
      <button class="plain-button">消す</button>
    </form>
    <ul>
      {missed.slice(-3).map(({ status }) => (
        <li>{status === 0 ? "webhook に 届きませんでした" : `webhook が ${status} を 返しました`}</li>
      ))}
      {mistakes.slice(-5).map((call) => (
        <li>
          LINEが 断りました: {call.status} {call.method} {call.path}
          <pre>{JSON.stringify(call.refusal)}</pre>
        </li>
      ))}
    </ul>
  </aside>
);
