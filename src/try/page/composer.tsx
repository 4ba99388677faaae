// The lower edge of a phone: words, stickers, pictures, a voice, a place, friend and block.
import type { FC } from "hono/jsx";
import { STICKERS } from "../props/stickers.ts";
import { Icon } from "./icons.tsx";

type To = { person: string };

export const Composer: FC<To> = ({ person }) => (
  <div class="composer">
    <details class="panel" name={`panel-${person}`}>
      <summary aria-label="写真・声・場所など">
        <Icon name="plus" />
      </summary>
      <Extras person={person} />
    </details>
    <details class="panel" name={`panel-${person}`}>
      <summary aria-label="スタンプ">
        <Icon name="face" />
      </summary>
      <Palette person={person} />
    </details>
    <form method="post" action="/try/send" class="write">
      <input type="hidden" name="person" value={person} />
      <label class="unseen" for={`text-${person}`}>
        メッセージ
      </label>
      <textarea id={`text-${person}`} name="text" rows={1} maxlength={10000} placeholder="メッセージを入力" required />
      <button class="send" aria-label="送信">
        <Icon name="send" />
      </button>
    </form>
  </div>
);

/** Shown in place of the composer while the account is blocked. */
export const Blocked: FC<To> = ({ person }) => (
  <form method="post" action="/try/send" class="blocked-bar">
    <input type="hidden" name="person" value={person} />
    <p>ブロックしています。メッセージは届きません。</p>
    <button name="follow" value="1" class="plain-button">
      ブロック解除
    </button>
  </form>
);

const Palette: FC<To> = ({ person }) => (
  <form method="post" action="/try/send" class="drawer palette">
    <input type="hidden" name="person" value={person} />
    {STICKERS.map((one) => (
      <button name="sticker" value={one.id}>
        <img src={`/try/sticker/${one.id}.svg`} alt={`スタンプ ${one.name}`} />
      </button>
    ))}
  </form>
);

const Extras: FC<To> = ({ person }) => (
  <div class="drawer extras">
    <form method="post" action="/try/send" enctype="multipart/form-data" class="choose">
      <input type="hidden" name="person" value={person} />
      <label for={`file-${person}`}>
        <Icon name="picture" />
        写真をえらぶ
      </label>
      <input id={`file-${person}`} type="file" name="image" accept="image/png,image/jpeg" data-sends />
      <noscript>
        <button class="plain-button">送る</button>
      </noscript>
    </form>
    <form method="post" action="/try/send" class="acts">
      <input type="hidden" name="person" value={person} />
      <button name="image" value="sample">
        <Icon name="picture" />
        見本の写真
      </button>
      <button name="audio" value="sample">
        <Icon name="voice" />
        見本の声
      </button>
      <button name="location" value="sample">
        <Icon name="place" />
        見本の場所
      </button>
      <button name="follow" value="1">
        <Icon name="friend" />
        友だち追加
      </button>
      <button name="unfollow" value="1">
        <Icon name="block" />
        ブロック
      </button>
    </form>
  </div>
);
