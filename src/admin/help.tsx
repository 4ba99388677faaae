// 使いかた: the manual, inside the program, in plain words.
import type { Child } from "hono/jsx";
import { draw } from "./look/layout.tsx";
import type { Page, Room } from "./room.ts";

/** GET /admin/help */
export const helpPage: Page = (c) =>
  draw(
    c,
    { title: "使いかた", here: "help" },
    <div class="help">
      <Daily />
      <Reading room={c.get("room")} />
      <Answering room={c.get("room")} />
      <Keeping />
    </div>,
  );

// ── helpers ──

function Part({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section class="sheet" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Daily() {
  return (
    <Part id="daily" title="毎日すること">
      <ol>
        <li>「相談の一覧」をひらきます。緊急と至急が上、つぎに未読の古いものから並びます。</li>
        <li>受付番号をおして、ひらきます。ひらくと未読の印が消え、だれがひらいたかが残ります。</li>
        <li>「自分が担当する」をおします。未担当のままの相談が残らないようにします。</li>
        <li>返事をするか、メモを残すか、状態を変えます。だれが、いつ、なぜ変えたかは「これまでのこと」に残ります。</li>
      </ol>
      <p>
        電話や窓口で受けた相談は「受付票を書く」から入れます。受付番号を聞いたら、一覧の「受付番号でひらく」に入れます。
        「設定」には、まだ書かれていないことと、確かめていない番号が出ます。
      </p>
    </Part>
  );
}

function Reading({ room }: { room: Room }) {
  const { urgency, urgencyMeans } = room.labels;
  return (
    <Part id="words" title="言葉の意味">
      <dl>
        {(["E0", "E1", "E2", "E3", "E9"] as const).map((code) => (
          <div>
            <dt>{urgency[code]}</dt>
            <dd>{urgencyMeans[code]}</dd>
          </div>
        ))}
        <div>
          <dt>入力中</dt>
          <dd>
            まだ書いている途中の人です。最後まで進むか、{room.office.quietHours}時間書きこみがないと受付票になります。
          </dd>
        </div>
        <div>
          <dt>候補</dt>
          <dd>自動の案です。つなぎ先は、人が確かめて決めます。</dd>
        </div>
        <div>
          <dt>見せた</dt>
          <dd>利用目的のお知らせを画面に出したことです。同意ではありません。</dd>
        </div>
        <div>
          <dt>送信取消</dt>
          <dd>住民が取り消した言葉です。本文は消え、取り消したことだけが残ります。</dd>
        </div>
      </dl>
      <p>緊急度は自動で上がることがあります。下げるのは職員だけで、理由を書きます。</p>
    </Part>
  );
}

function Answering({ room }: { room: Room }) {
  return (
    <Part id="answering" title="LINEで返事をする">
      <ol>
        <li>先に「連絡のしかた」を読みます。ほかの人がスマートフォンを見ることがあります。</li>
        <li>
          返事は短く、あたたかく。通知の画面には、自治体の名前だけが出ます。トークをひらいた人には読めるので、病名や「DV」などの言葉は避けます。
        </li>
        <li>
          「今は話せない」と言った人、LINEを選んでいない人には、確かめた印をつけないと送れません。送る前に「今は話せない」と届いたら、送らずに知らせます。
        </li>
        <li>
          送ったあと{room.office.holdHours}
          時間は、自動の返事が止まります。命の危険の言葉には、そのあいだも自動で答えます。
        </li>
      </ol>
      <p>
        「送信待ち」は、LINEに届くまで自動でもう一度送ります。「ブロック」と出たら、LINEでは届きません。電話や訪問など、本人がよいと言った方法を使います。
      </p>
    </Part>
  );
}

function Keeping() {
  return (
    <Part id="keeping" title="守ること">
      <ul>
        <li>
          だれからの相談かは、権限のある職員だけが見られます。通報した人がわかることは、本人にも外にも伝えません。
        </li>
        <li>同意しないことは、支援をやめる理由になりません。</li>
        <li>返事がなくなっただけで終結にしません。「中断」にして、次にすることをメモに書きます。</li>
        <li>席を離れるときはサインアウトします。サインインは12時間で切れます。</li>
        <li>まちがいや試しの書きこみは「終結」の「誤送信・テスト」にします。件数から外れます。</li>
        <li>受付票はA4で印刷できます（ブラウザの印刷）。メニューやボタンは紙に出ません。</li>
      </ul>
    </Part>
  );
}
