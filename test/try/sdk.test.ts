// LINE's own client cannot tell the local LINE from LINE.
import { text as read } from "node:stream/consumers";
import type { AddressInfo } from "node:net";
import { serve, type ServerType } from "@hono/node-server";
import { HTTPFetchError, messagingApi } from "@line/bot-sdk";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HANAKO, text, TOKEN, trialLine } from "./line.ts";

const KEY = "123e4567-e89b-12d3-a456-426614174000";
let server: ServerType;
let trial: ReturnType<typeof trialLine>;
let client: messagingApi.MessagingApiClient;
let blobs: messagingApi.MessagingApiBlobClient;

beforeEach(async () => {
  trial = trialLine();
  await new Promise<void>((ready) => {
    server = serve({ fetch: trial.line.app.fetch, port: 0, hostname: "127.0.0.1" }, () => ready());
  });
  const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = new messagingApi.MessagingApiClient({ channelAccessToken: TOKEN, baseURL });
  blobs = new messagingApi.MessagingApiBlobClient({ channelAccessToken: TOKEN, baseURL });
});
afterEach(() => void server.close());

const hello = { type: "text", text: "こんにちは" } as const;

describe("@line/bot-sdk", () => {
  it("replies and pushes", async () => {
    const { replyToken } = trial.line.say(HANAKO, { kind: "text", text: "あの" });
    const reply = await client.replyMessage({ replyToken: replyToken!, messages: [hello] });
    const push = await client.pushMessage({ to: HANAKO, messages: [hello] }, KEY);
    expect([...reply.sentMessages, ...push.sentMessages].map(({ id }) => /^\d{18}$/.test(id))).toEqual([true, true]);
    expect(trial.line.arrived(HANAKO)).toEqual([text("こんにちは"), text("こんにちは")]);
  });

  it("meets 409 for a key it used, with the first request's id", async () => {
    await client.pushMessage({ to: HANAKO, messages: [hello] }, KEY);
    const again = await client.pushMessage({ to: HANAKO, messages: [hello] }, KEY).catch((error: unknown) => error);
    expect(again).toBeInstanceOf(HTTPFetchError);
    const { status, headers } = again as HTTPFetchError;
    expect([status, headers.get("x-line-accepted-request-id")]).toEqual([409, trial.line.calls()[0]?.requestId]);
  });

  it("reads a profile, the account, and shows that it is writing", async () => {
    expect(await client.getProfile(HANAKO)).toMatchObject({ displayName: "花子", userId: HANAKO });
    expect(await client.getBotInfo()).toMatchObject({ userId: trial.line.botUserId });
    expect(await client.showLoadingAnimation({ chatId: HANAKO, loadingSeconds: 5 })).toEqual({});
  });

  it("fetches what a person sent", async () => {
    const bytes = new TextEncoder().encode("写真");
    const { message } = trial.line.say(HANAKO, { kind: "image", bytes, type: "image/png" });
    expect(await read(await blobs.getMessageContent(message!.id))).toBe("写真");
  });
});
