// What a person does on their phone becomes the webhook event LINE would send.
// https://developers.line.biz/en/reference/messaging-api/#webhook-event-objects
import { eventId, messageId, quoteToken, replyToken } from "./ids.ts";

/** An act of a person. Media carry their bytes; `readyInMs` makes LINE say "not ready yet" for so long. */
export type Act =
  | { kind: "text"; text: string }
  | { kind: "sticker"; packageId?: string; stickerId?: string; keywords?: readonly string[]; text?: string }
  | { kind: "image"; bytes: Uint8Array; type: string; readyInMs?: number }
  | { kind: "video" | "audio"; bytes: Uint8Array; type: string; durationMs: number; readyInMs?: number }
  | { kind: "file"; bytes: Uint8Array; type: string; name: string; readyInMs?: number }
  | { kind: "location"; title?: string; address?: string; latitude: number; longitude: number }
  | { kind: "postback"; data: string; displayText?: string; params?: Record<string, string> }
  | { kind: "follow" }
  | { kind: "unfollow" }
  | { kind: "unsend"; messageId: string }
  /** An event of any other type, for example one LINE has not invented yet. */
  | { kind: "other"; type: string; properties?: Record<string, unknown> };

export interface WebhookEvent {
  type: string;
  mode: "active";
  timestamp: number;
  source: { type: "user"; userId: string };
  webhookEventId: string;
  deliveryContext: { isRedelivery: boolean };
  replyToken?: string;
  message?: { id: string; type: string; [property: string]: unknown };
  [property: string]: unknown;
}

/** The event of this act at this time (ms). `wasBlocked` is for `follow` alone. */
export function eventOf(person: string, act: Act, at: number, wasBlocked = false): WebhookEvent {
  return {
    type: typeOf(act),
    mode: "active",
    timestamp: at,
    source: { type: "user", userId: person },
    webhookEventId: eventId(at),
    deliveryContext: { isRedelivery: false },
    ...(act.kind === "unfollow" || act.kind === "unsend" ? {} : { replyToken: replyToken() }),
    ...payloadOf(act, wasBlocked),
  };
}

/** True for an act that stands in the talk as a message of the person. */
export const isMessage = (act: Act): boolean => typeOf(act) === "message";

function typeOf(act: Act): string {
  if (act.kind === "other") return act.type;
  return ["postback", "follow", "unfollow", "unsend"].includes(act.kind) ? act.kind : "message";
}

function payloadOf(act: Act, wasBlocked: boolean): Record<string, unknown> {
  switch (act.kind) {
    case "follow":
      return { follow: { isUnblocked: wasBlocked } };
    case "unfollow":
      return {};
    case "unsend":
      return { unsend: { messageId: act.messageId } };
    case "postback":
      return { postback: { data: act.data, ...(act.params && { params: act.params }) } };
    case "other":
      return act.properties ?? {};
    default:
      return { message: { id: messageId(), type: act.kind, ...contentOf(act) } };
  }
}

type Message = Exclude<Act, { kind: "follow" | "unfollow" | "unsend" | "postback" | "other" }>;

function contentOf(act: Message): Record<string, unknown> {
  switch (act.kind) {
    case "text":
      return { text: act.text, quoteToken: quoteToken() };
    case "sticker":
      return { ...stickerOf(act), quoteToken: quoteToken() };
    case "image":
      return { contentProvider: { type: "line" }, quoteToken: quoteToken() };
    case "video":
      return { duration: act.durationMs, contentProvider: { type: "line" }, quoteToken: quoteToken() };
    case "audio":
      return { duration: act.durationMs, contentProvider: { type: "line" } };
    case "file":
      return { fileName: act.name, fileSize: act.bytes.length };
    default:
      return placeOf(act);
  }
}

const stickerOf = (act: Extract<Act, { kind: "sticker" }>) => ({
  packageId: act.packageId ?? "900001",
  stickerId: act.stickerId ?? "0",
  stickerResourceType: act.text === undefined ? "STATIC" : "MESSAGE",
  ...(act.keywords && { keywords: act.keywords.slice(0, 15) }),
  ...(act.text !== undefined && { text: act.text }),
});

const placeOf = (act: Extract<Act, { kind: "location" }>) => ({
  ...(act.title !== undefined && { title: act.title }),
  ...(act.address !== undefined && { address: act.address }),
  latitude: act.latitude,
  longitude: act.longitude,
});
