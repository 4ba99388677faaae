// 言葉の意味: what the words on the pages say.
import type { Room } from "../room.ts";
import { Part } from "./part.tsx";

export function Reading({ room }: { room: Room }) {
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
          <dd>
            自動の案です。つなぎ先は、人が確かめて決めます。困りごと、地区、だれのこと、年代も、聞き取ったままでは候補です。「確かめる・直す」で確かめたものは、あとから話が変わっても、そのまま残ります。
          </dd>
        </div>
        <div>
          <dt>再相談</dt>
          <dd>
            前の受付票のあとに、同じ人がまた書いてできた受付票です。前の受付票へは、だれからの相談かを見られる職員だけが行けます。
          </dd>
        </div>
        <div>
          <dt>通訳要</dt>
          <dd>
            日本語でない言葉で書いている人です。書かれた言葉はそのまま残り、こちらの言葉と、おされたボタンには、同じ意味の日本語がつきます。
          </dd>
        </div>
        <div>
          <dt>すること</dt>
          <dd>
            会話の中で出た、職員がすることです（取り下げ、通訳、消去の希望など）。「対応した」をおすまで残ります。
          </dd>
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
