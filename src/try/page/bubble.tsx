// One bubble of the talk, and the line with the day above it.
import type { FC } from "hono/jsx";
import type { Bubble } from "../local-line.ts";
import { STICKERS } from "../props/stickers.ts";
import { lockScreenOf, wordsOf } from "../talk.ts";
import type { FlexPart } from "../flex-words.ts";
import { Flex, Template } from "./cards.tsx";
import { Icon } from "./icons.tsx";
import { Words } from "./links.tsx";

interface Place {
  person: string;
  office: string;
}

const japan = { timeZone: "Asia/Tokyo" } as const;
const hour = new Intl.DateTimeFormat("ja-JP", { ...japan, hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("ja-JP", { ...japan, month: "long", day: "numeric", weekday: "short" });

export const dayOf = (at: number): string => day.format(at);

export const Day: FC<{ at: number }> = ({ at }) => (
  <li class="day" id={`day-${at}`}>
    <span>{dayOf(at)}</span>
  </li>
);

export const BubbleItem: FC<Place & { bubble: Bubble }> = ({ bubble, person, office }) =>
  bubble.unsent ? (
    <li class="day" id={`m-${bubble.id}`}>
      <span>メッセージの送信を取り消しました</span>
    </li>
  ) : (
    <li class={`bubble ${bubble.from}`} id={`m-${bubble.id}`}>
      <span class="unseen">{bubble.from === "office" ? office : "あなた"}:</span>
      <Content bubble={bubble} person={person} />
      <Meta bubble={bubble} person={person} />
    </li>
  );

/** What the same message looks like to somebody who only sees the telephone lie there. Words are not repeated. */
export const LockScreen: FC<{ bubble: Bubble }> = ({ bubble }) => {
  const line = lockScreenOf(bubble);
  return line === "" ? null : (
    <li class="lock" id={`lock-${bubble.id}`}>
      ロック画面: {line === wordsOf(bubble) ? "ことばが そのまま 出ます" : line}
    </li>
  );
};

const Meta: FC<{ bubble: Bubble; person: string }> = ({ bubble, person }) => (
  <div class="meta">
    {bubble.from === "person" && bubble.message.id !== undefined && <TakeBack id={bubble.id} person={person} />}
    {bubble.from === "person" && bubble.read && <span>既読</span>}
    <time datetime={new Date(bubble.at).toISOString()}>{hour.format(bubble.at)}</time>
  </div>
);

const TakeBack: FC<{ id: string; person: string }> = ({ id, person }) => (
  <details class="menu">
    <summary aria-label="このメッセージのメニュー">
      <Icon name="more" />
    </summary>
    <form method="post" action="/try/send">
      <input type="hidden" name="person" value={person} />
      <button name="unsend" value={id}>
        送信取消
      </button>
    </form>
  </details>
);

const Content: FC<{ bubble: Bubble; person: string }> = ({ bubble, person }) => {
  const { message } = bubble;
  const media = `/try/media/${person}/${bubble.id}`;
  switch (message.type) {
    case "text":
    case "textV2":
      return (
        <div class="body">
          <Words text={wordsOf(bubble)} />
        </div>
      );
    case "sticker":
      return <StickerPicture bubble={bubble} />;
    case "image":
      return bubble.from === "person" ? (
        <img class="photo" src={media} alt="送った写真" />
      ) : (
        <Away name="写真" address={message.originalContentUrl} />
      );
    case "audio":
      return bubble.from === "person" ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what the voice says
        <audio class="voice" controls src={media} aria-label="送った声" />
      ) : (
        <Away name="声" address={message.originalContentUrl} />
      );
    case "template":
      return <Template template={message.template as object} person={person} />;
    case "flex":
      return <Flex contents={message.contents as FlexPart} person={person} />;
    default:
      return <Other bubble={bubble} />;
  }
};

const StickerPicture: FC<{ bubble: Bubble }> = ({ bubble }) => {
  const sticker = STICKERS.find((one) => one.id === bubble.message.stickerId);
  return bubble.from === "person" && sticker ? (
    <img class="sticker" src={`/try/sticker/${sticker.id}.svg`} alt={`スタンプ ${sticker.name}`} />
  ) : (
    <div class="body">
      <p class="words">［スタンプ］{wordsOf(bubble)}</p>
    </div>
  );
};

/** A picture of the office lies elsewhere: it is named, not fetched. */
const Away: FC<{ name: string; address: unknown }> = ({ name, address }) => (
  <div class="body">
    <p class="words">
      ［{name}］
      <a href={String(address)} target="_blank" rel="noopener noreferrer">
        ひらく
      </a>
    </p>
  </div>
);

const Other: FC<{ bubble: Bubble }> = ({ bubble }) => (
  <div class="body with-icon">
    <Icon name={bubble.message.type === "location" ? "place" : "file"} />
    <Words text={wordsOf(bubble) || "［見せられないメッセージ］"} />
  </div>
);
