// The conversation as it happened: 住民, 窓口 (the program) and 職員, with what has not arrived yet.
import type { Message } from "../../../intake/intake.ts";
import type { Media } from "../../../ports.ts";
import type { Room } from "../../room.ts";
import { clock, date, iso, spokenClock } from "../../when.ts";
import { labelOf } from "../../labels.ts";
import { DELIVERY, deliveryOf, mayBeSentAgain, whyNot, wordsAgain } from "../delivery.ts";
import type { Mask } from "../mask.ts";
import { isPicture } from "../media.ts";
import type { Sheet } from "../sheet.ts";

export function Conversation({ room, sheet }: { room: Room; sheet: Sheet }) {
  const { talk, mask } = sheet;
  return (
    <section class="sheet" aria-labelledby="conversation">
      <h2 id="conversation">会話</h2>
      {mask.hides && (
        <p class="hint">相談した人がわかる言葉は伏せています。本文から察せられることも、外に伝えないでください。</p>
      )}
      {talk.messages.length === 0 && <p>LINEの会話はありません。</p>}
      <ol class="talk">
        {talk.messages.map((message, at) => (
          <>
            <NewDay message={message} before={talk.messages[at - 1]} />
            <Word room={room} message={message} sheet={sheet} />
          </>
        ))}
      </ol>
    </section>
  );
}

// ── helpers ──

function NewDay({ message, before }: { message: Message; before: Message | undefined }) {
  return before !== undefined && date(before.at) === date(message.at) ? null : <li class="day">{date(message.at)}</li>;
}

interface WordProps {
  room: Room;
  message: Message;
  sheet: Sheet;
}

function Word({ room, message, sheet }: WordProps) {
  return (
    <li class={message.direction}>
      <p class="by">
        <b>{speaker(message, sheet)}</b> <time datetime={iso(message.at)}>{clock(message.at)}</time>
        {message.direction !== "in" && <Delivery message={message} sheet={sheet} />}
      </p>
      <Said room={room} message={message} sheet={sheet} />
      {message.direction !== "in" && <Again message={message} sheet={sheet} />}
    </li>
  );
}

const DAMAGED = "データが壊れていて読めません（控えから戻せるか、システムの担当者に確かめてください）";

function Said({ room, message, sheet: { intake, talk, mask } }: WordProps) {
  if (message.retractedAt !== null)
    return <p class="gone">送信取消（{spokenClock(message.retractedAt)}）本文は消えています</p>;
  if (message.damaged) return <p class="gone">{DAMAGED}</p>;
  const media = message.mediaId === null ? undefined : talk.media.get(message.mediaId);
  const words = message.text === null || isTold(message, mask) ? "" : mask.text(message.text);
  const kind = message.kind === "text" || message.kind === "postback" ? "" : room.labels.message[message.kind];
  return (
    <>
      {(words || kind) && (
        <p class="words" lang={message.japanese !== undefined ? intake.lang : undefined}>
          {kind && <span class="tag">{kind}</span>}
          {words}
        </p>
      )}
      {message.japanese !== undefined && (
        <p class="words meaning">
          <span class="tag">日本語</span>
          {mask.text(message.japanese)}
        </p>
      )}
      {message.mediaId !== null && <File id={message.mediaId} media={media} />}
    </>
  );
}

/** What tells the reporter is found in Japanese words only: our own words in another language are then left to their Japanese. */
const isTold = ({ direction, japanese }: Message, mask: Mask): boolean =>
  mask.hides && direction === "out" && japanese !== undefined;

function Delivery({ message, sheet }: { message: Message; sheet: Sheet }) {
  const state = deliveryOf(message, sheet.talk.owed, sheet.entries);
  const why = state === "sent" ? "" : whyNot(message, sheet.entries);
  return (
    <span class={state === "sent" ? "tag" : "tag draft"}>
      {labelOf(DELIVERY, state)}
      {why && `（${why}）`}
    </span>
  );
}

/** Puts the words into the answer's form, where whoever sends them sees what to be careful of. */
function Again({ message, sheet }: { message: Message; sheet: Sheet }) {
  const { intake, talk, entries } = sheet;
  const { id } = message;
  const may = mayBeSentAgain(deliveryOf(message, talk.owed, entries), intake.facts.blocked);
  if (!may || wordsAgain(id, sheet) === "") return null;
  return (
    <form method="get" action={`/admin/records/${encodeURIComponent(intake.id)}#act-answer`}>
      <input type="hidden" name="again" value={id} />
      <button class="second">もう一度送る</button>
    </form>
  );
}

function File({ id, media }: { id: string; media: Media | undefined }) {
  if (media === undefined) return <p class="gone">LINEから受け取っています。少したってから開き直してください。</p>;
  if (media.state !== "kept") return <p class="gone">{NOT_KEPT[media.state]}</p>;
  const address = `/admin/media/${encodeURIComponent(id)}`;
  if (isPicture(media))
    return (
      <a href={address}>
        <img src={address} alt="住民が送った写真" loading="lazy" />
      </a>
    );
  return (
    <p>
      <a href={address} download>
        ファイルを保存する（{Math.ceil(media.size / 1024).toLocaleString("ja-JP")} KB）
      </a>
    </p>
  );
}

const NOT_KEPT = {
  "too-big": "大きすぎるため、受け取れませんでした。",
  gone: "LINEにもう残っておらず、受け取れませんでした。",
  retracted: "送信取消のため、消えています。",
};

function speaker({ direction, by }: Message, { names }: Sheet): string {
  if (direction === "in") return "住民";
  return direction === "out" ? "窓口（自動）" : `職員 ${names.get(by ?? "") ?? ""}`;
}
