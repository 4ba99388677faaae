// A local LINE with one friend, a clock that stands until it is moved, and a short way to call it.
import { localLine, type LocalLineOptions } from "../../src/try/local-line.ts";

export const NOON = Date.parse("2026-06-01T12:00:00+09:00");
export const HANAKO = `U${"a".repeat(32)}`;
export const STRANGER = `U${"b".repeat(32)}`;
export const TOKEN = "long-lived";
export const MINUTE = 60_000;

export function trialLine(options: Partial<LocalLineOptions> = {}) {
  const clock = { at: NOON };
  const line = localLine({ now: () => clock.at, accessTokens: [TOKEN], ...options });
  line.meet(HANAKO, "花子", true);
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    line.app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  const push = (messages: unknown, headers?: Record<string, string>, to: unknown = HANAKO) =>
    call("POST", "/v2/bot/message/push", { to, messages }, headers);
  const reply = (replyToken: unknown, messages: unknown, headers?: Record<string, string>) =>
    call("POST", "/v2/bot/message/reply", { replyToken, messages }, headers);
  return { line, clock, call, push, reply };
}

export const text = (words: string) => ({ type: "text", text: words });
