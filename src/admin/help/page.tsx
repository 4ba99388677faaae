// 使いかた: the manual, inside the program, in plain words.
import { ENDED_LOOKED_AT } from "../../intake/acts.ts";
import { draw } from "../look/layout.tsx";
import type { Page } from "../room.ts";
import { Answering, Sharing } from "./acts.tsx";
import { Part } from "./part.tsx";
import { Reading } from "./words.tsx";

/** GET /admin/help */
export const helpPage: Page = (c) =>
  draw(
    c,
    { title: "使いかた", here: "help" },
    <div class="help">
      <Daily />
      <Reading room={c.get("room")} />
      <Answering room={c.get("room")} />
      <Sharing />
      <Keeping />
    </div>,
  );

// ── helpers ──

function Daily() {
  return (
    <Part id="daily" title="毎日すること">
      <ol>
        <li>
          「相談の一覧」をひらきます。緊急がいちばん上、つぎが至急、その下がほかの相談です。それぞれ、未読が先、つぎに古いものが先に並びます。終わったものは、受け付けの新しい順です。
        </li>
        <li>受付番号をおして、ひらきます。ひらくと未読の印が消え、だれがひらいたかが残ります。</li>
        <li>「自分が担当する」をおします。未担当のままの相談が残らないようにします。</li>
        <li>返事をするか、メモを残すか、状態を変えます。だれが、いつ、なぜ変えたかは「これまでのこと」に残ります。</li>
      </ol>
      <p>
        一覧の上に、はじめての返事をいちばん長く待っている人が出ます。待ちの時間が太い字の人は、まだだれからも返事を受け取っていません。
      </p>
      <p>
        電話や窓口で受けた相談は「受付票を書く」から入れます。空けた欄は、断られたのではなく、聞いていないこととして残ります。受付番号を聞いたら、一覧の「受付番号でひらく」に入れます。うしろの6文字だけでもひらけます。
        終わったものは、受け付けの新しい{ENDED_LOOKED_AT}
        件までが一覧に出ます。それより前のものも、受付番号でひらけます。
        「設定」には、まだ書かれていないことと、確かめていない番号が出ます。「相談の流れ」には、住民に何をどの順にたずねるかの図があり、印刷できます。
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
        <li>
          席を離れるときはサインアウトします。サインインは12時間で切れます。切れてから送ったものは、まだ保存も送信もされず、サインインすると書いた画面にもどります。
        </li>
        <li>まちがいや試しの書きこみは「終結」の「誤送信・テスト」にします。件数から外れます。</li>
        <li>受付票はA4で印刷できます（ブラウザの印刷）。メニューやボタンは紙に出ません。</li>
      </ul>
    </Part>
  );
}
