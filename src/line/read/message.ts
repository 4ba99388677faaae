// The content of a message event → Input. https://developers.line.biz/en/reference/messaging-api/#message-event
import type { webhook } from "@line/bot-sdk";
import type { Input, MediaKind } from "../../flow/input.ts";
import { part, word, wordList, type Loose } from "./loose.ts";

/** Of a sticker's up to fifteen keywords (in LINE's order), so many are kept: enough to tell crying from thanks. */
const KEYWORDS = 3;

type Reader = (message: Loose) => Input;

const READERS = {
  text: (message) => (typeof message.text === "string" ? { kind: "text", text: message.text } : other(message)),
  sticker: (message) => ({ kind: "sticker", text: stickerText(message) }),
  location: (message) => ({ kind: "location", text: locationText(message) }),
  image: (message) => media("image", message),
  video: (message) => media("video", message),
  audio: (message) => media("audio", message),
  file: (message) => media("file", message),
} satisfies Record<webhook.MessageContent["type"], Reader>;

/** What was sent. A message of a kind unknown today is `{ kind: "other", type: "message:<kind>" }`. */
export function readMessage(message: Loose): Input {
  const type = word(message.type);
  return Object.hasOwn(READERS, type) ? READERS[type as keyof typeof READERS](message) : other(message);
}

const other = (message: Loose): Input => ({ kind: "other", type: `message:${word(message.type) || "unknown"}` });

// Bytes are fetched from LINE alone, never from an address in the event (contentProvider "external").
const media = (kind: MediaKind, message: Loose): Input => ({ kind, name: word(message.fileName) });

// Words typed onto the sticker say more than LINE's description of it.
const stickerText = (message: Loose): string =>
  word(message.text) || wordList(message.keywords).slice(0, KEYWORDS).join("・");

function locationText(message: Loose): string {
  const { latitude, longitude } = part(message);
  const point = typeof latitude === "number" && typeof longitude === "number" ? `（${latitude}, ${longitude}）` : "";
  return [word(message.title), word(message.address), point].filter((one) => one !== "").join(" ");
}
