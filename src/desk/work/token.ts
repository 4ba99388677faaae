// The reply token: free, used once, and good for a minute.
// https://developers.line.biz/en/reference/messaging-api/#send-reply-message
import type { OwedWords } from "../../ports.ts";
import type { Room } from "../room.ts";

/** A minute from when the webhook reached us; the last ten seconds are left to the way there (ms). */
const TOKEN_MS = 50_000;

/** Can these words still be a reply? */
export const hasToken = (room: Room, { replyToken, tokenAt }: OwedWords): boolean =>
  replyToken !== null && room.now() - tokenAt < TOKEN_MS;
