// The local LINE keeps LINE's rules: tokens, keys, who can be reached, content, errors.
import { describe, expect, it } from "vitest";
import { postman, sign } from "../../src/try/deliver.ts";
import { CannotAct } from "../../src/try/local-line.ts";
import { HANAKO, MINUTE, NOON, STRANGER, text, trialLine } from "./line.ts";

const HELLO = [text("こんにちは")];
const KEY = "123e4567-e89b-12d3-a456-426614174000";

describe("a request", () => {
  const refusals: [string, number, [string, string, unknown?, Record<string, string>?]][] = [
    ["without a good token", 401, ["GET", "/v2/bot/info", undefined, { authorization: "Bearer wrong" }]],
    ["without any token", 401, ["GET", "/v2/bot/info", undefined, { authorization: "" }]],
    ["with a form for a body", 415, ["POST", "/v2/bot/message/push", "a=1", { "content-type": "text/plain" }]],
    ["over 2 MB", 413, ["POST", "/v2/bot/message/push", { a: "x".repeat(2 * 1024 * 1024) }]],
    ["that is no JSON", 400, ["POST", "/v2/bot/message/push", "{"]],
    ["that is no JSON object", 400, ["POST", "/v2/bot/message/push", "[]"]],
    ["to a path LINE does not have", 404, ["GET", "/v2/bot/nothing"]],
    ["to somebody whose id is malformed", 400, ["POST", "/v2/bot/message/push", { to: "hanako", messages: HELLO }]],
    ["to somebody unknown", 400, ["POST", "/v2/bot/message/push", { to: STRANGER, messages: HELLO }]],
    ["for a stranger's profile", 404, ["GET", `/v2/bot/profile/${STRANGER}`]],
    ["for a malformed profile", 400, ["GET", "/v2/bot/profile/hanako"]],
    [
      "to more than 500 people",
      400,
      ["POST", "/v2/bot/message/multicast", { to: Array(501).fill(HANAKO), messages: HELLO }],
    ],
    [
      "for seven seconds of loading",
      400,
      ["POST", "/v2/bot/chat/loading/start", { chatId: HANAKO, loadingSeconds: 7 }],
    ],
  ];
  it.each(refusals)("%s is refused with %i", async (_label, status, [method, path, body, headers]) => {
    const { call, line } = trialLine();
    const answer = await call(method, path, body, headers);
    expect(answer.status).toBe(status);
    expect(((await answer.json()) as { message: string }).message).toMatch(/\w/);
    expect(answer.headers.get("x-line-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(line.calls().at(-1)).toMatchObject({ status, path, refusal: { message: expect.any(String) as string } });
  });

  it("with a stateless token is taken for fifteen minutes", async () => {
    const { line, clock, call } = trialLine();
    const form = { grant_type: "client_credentials", client_id: line.channelId, client_secret: line.channelSecret };
    const issued = await line.app.request("/oauth2/v3/token", { method: "POST", body: new URLSearchParams(form) });
    const { access_token, expires_in, token_type } = (await issued.json()) as Record<string, string>;
    expect([expires_in, token_type]).toEqual([900, "Bearer"]);
    const info = () => call("GET", "/v2/bot/info", undefined, { authorization: `Bearer ${access_token}` });
    expect((await info()).status).toBe(200);
    clock.at += 15 * MINUTE;
    expect((await info()).status).toBe(401);
  });

  it("for a token with a wrong secret is refused", async () => {
    const { line } = trialLine();
    const form = { grant_type: "client_credentials", client_id: line.channelId, client_secret: "wrong" };
    const answer = await line.app.request("/oauth2/v3/token", { method: "POST", body: new URLSearchParams(form) });
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: "invalid_client" }]);
  });

  it("can be broken from outside: answered in LINE's place, or done and its answer lost", async () => {
    const busy = trialLine({ faults: () => async () => Response.json({ message: "busy" }, { status: 429 }) });
    expect((await busy.push(HELLO)).status).toBe(429);
    expect(busy.line.arrived(HANAKO)).toEqual([]);
    const lost = trialLine({ faults: ({ path }) => (path.endsWith("/push") ? doneButLost : null) });
    expect((await lost.push(HELLO)).status).toBe(500);
    expect(lost.line.arrived(HANAKO)).toEqual(HELLO);
    expect((await lost.call("GET", "/v2/bot/info")).status).toBe(200);
  });
});

const doneButLost = async (go: () => Promise<Response>) => {
  await go();
  return new Response(null, { status: 500 });
};

describe("a reply token", () => {
  const tokenOf = (trial: ReturnType<typeof trialLine>) =>
    trial.line.say(HANAKO, { kind: "text", text: "あの" }).replyToken;
  const cases: [string, (trial: ReturnType<typeof trialLine>) => Promise<unknown>, number][] = [
    ["works at once", async () => undefined, 200],
    ["works after 59 seconds", async ({ clock }) => (clock.at += 59_000), 200],
    ["is gone after 61 seconds", async ({ clock }) => (clock.at += 61_000), 400],
  ];
  it.each(cases)("%s", async (_label, meanwhile, status) => {
    const trial = trialLine();
    const token = tokenOf(trial);
    await meanwhile(trial);
    const answer = await trial.reply(token, HELLO);
    expect(answer.status).toBe(status);
    if (status === 400) expect(await answer.json()).toEqual({ message: "Invalid reply token" });
  });

  it("works once", async () => {
    const trial = trialLine();
    const token = tokenOf(trial);
    expect([(await trial.reply(token, HELLO)).status, (await trial.reply(token, HELLO)).status]).toEqual([200, 400]);
    expect(trial.line.arrived(HANAKO)).toEqual(HELLO);
  });

  it("is not used up by a refused message", async () => {
    const trial = trialLine();
    const token = tokenOf(trial);
    expect([(await trial.reply(token, [])).status, (await trial.reply(token, HELLO)).status]).toEqual([400, 200]);
  });

  it.each([
    ["a redelivery gives another minute", 10 * MINUTE, 200],
    ["but not twenty minutes after the event", 21 * MINUTE, 400],
  ])("%s", async (_label, after, status) => {
    const trial = trialLine();
    const event = trial.line.say(HANAKO, { kind: "text", text: "あの" });
    trial.clock.at += after;
    await postman(trial.line, () => new Response())([event], { redelivery: true });
    expect((await trial.reply(event.replyToken, HELLO)).status).toBe(status);
  });

  it("does not go with a retry key", async () => {
    const trial = trialLine();
    const answer = await trial.reply(tokenOf(trial), HELLO, { "x-line-retry-key": KEY });
    expect([answer.status, trial.line.arrived(HANAKO)]).toEqual([400, []]);
  });
});

describe("a push with a retry key", () => {
  it.each([
    ["the same body", HELLO],
    ["another body", [text("さようなら")]],
  ])("is answered 409 the second time, with %s", async (_label, again) => {
    const { push, line } = trialLine();
    const first = await push(HELLO, { "x-line-retry-key": KEY });
    const second = await push(again, { "x-line-retry-key": KEY });
    const { sentMessages } = (await first.json()) as { sentMessages: { id: string }[] };
    expect(sentMessages[0]?.id).toMatch(/^\d{18}$/);
    expect([second.status, await second.json()]).toMatchObject([409, { sentMessages }]);
    expect(second.headers.get("x-line-accepted-request-id")).toBe(first.headers.get("x-line-request-id"));
    expect(line.arrived(HANAKO)).toEqual(HELLO);
  });

  it("arrives once more after 24 hours: LINE has forgotten the key", async () => {
    const { push, line, clock } = trialLine();
    await push(HELLO, { "x-line-retry-key": KEY });
    clock.at += 24 * 60 * MINUTE;
    expect((await push(HELLO, { "x-line-retry-key": KEY })).status).toBe(200);
    expect(line.arrived(HANAKO)).toHaveLength(2);
  });

  it("may be tried again under its key after a refusal", async () => {
    const { push } = trialLine();
    expect((await push([], { "x-line-retry-key": KEY })).status).toBe(400);
    expect((await push(HELLO, { "x-line-retry-key": KEY })).status).toBe(200);
  });

  it("is refused where the key is no UUID", async () => {
    expect((await trialLine().push(HELLO, { "x-line-retry-key": "once" })).status).toBe(400);
  });
});

describe("whom a push reaches", () => {
  const cases: [string, (trial: ReturnType<typeof trialLine>) => void, number][] = [
    ["a friend", () => undefined, 1],
    ["nobody who blocked the account", ({ line }) => void line.say(HANAKO, { kind: "unfollow" }), 0],
    [
      "a friend again after unblocking",
      ({ line }) => (line.say(HANAKO, { kind: "unfollow" }), void line.say(HANAKO, { kind: "follow" })),
      1,
    ],
  ];
  it.each(cases)("%s, and LINE answers 200 either way", async (_label, before, arrived) => {
    const trial = trialLine();
    before(trial);
    expect((await trial.push(HELLO)).status).toBe(200);
    expect(trial.line.arrived(HANAKO)).toHaveLength(arrived);
  });

  it("somebody who is no friend but wrote, for seven days", async () => {
    const { line, push, clock } = trialLine();
    line.say(STRANGER, { kind: "text", text: "あの" });
    await push(HELLO, {}, STRANGER);
    clock.at += 7 * 24 * 60 * MINUTE;
    expect((await push(HELLO, {}, STRANGER)).status).toBe(200);
    expect(line.arrived(STRANGER)).toHaveLength(1);
  });

  it("counts for the month, and stops at its limit while replies still go", async () => {
    const { line, push, reply, call } = trialLine({ monthlyLimit: 1 });
    const { replyToken } = line.say(HANAKO, { kind: "text", text: "あの" });
    expect([(await push(HELLO)).status, (await push(HELLO)).status, (await reply(replyToken, HELLO)).status]).toEqual([
      200, 429, 200,
    ]);
    expect(await (await call("GET", "/v2/bot/message/quota")).json()).toEqual({ type: "limited", value: 1 });
    expect(await (await call("GET", "/v2/bot/message/quota/consumption")).json()).toEqual({ totalUsage: 1 });
  });

  it("several people at once", async () => {
    const { line, call } = trialLine();
    line.say(STRANGER, { kind: "follow" });
    const answer = await call("POST", "/v2/bot/message/multicast", { to: [HANAKO, STRANGER], messages: HELLO });
    expect([answer.status, await answer.json()]).toEqual([200, {}]);
    expect([line.arrived(HANAKO), line.arrived(STRANGER)]).toEqual([HELLO, HELLO]);
  });
});

describe("the webhook LINE brings", () => {
  it("is signed over the bytes it carries (LINE's published example)", () => {
    const body = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}';
    expect(sign("8c570fa6dd201bb328f1c1eac23a96d8", body)).toBe("GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=");
  });

  it("carries emoji as escapes, the event id as a ULID and the time of the trial's clock", async () => {
    const { line } = trialLine();
    let raw = "";
    let signature: string | null = "";
    const deliver = postman(line, async (request) => {
      raw = await request.text();
      signature = request.headers.get("x-line-signature");
      return new Response();
    });
    const event = line.say(HANAKO, { kind: "text", text: "つらい🥺" });
    expect(await deliver([event])).toEqual({ status: 200 });
    expect(raw).toContain("つらい\\uD83E\\uDD7A");
    expect(signature).toBe(sign(line.channelSecret, raw));
    expect(JSON.parse(raw)).toMatchObject({
      destination: line.botUserId,
      events: [{ type: "message", timestamp: NOON, mode: "active", source: { type: "user", userId: HANAKO } }],
    });
    expect(event.webhookEventId).toMatch(/^01[0-9A-HJKMNP-TV-Z]{24}$/);
    expect(event.message?.id).toMatch(/^\d{18}$/);
  });

  it.each([
    ["200", () => new Response(), 200, true],
    ["401", () => new Response("", { status: 401 }), 401, false],
    [
      "nothing at all",
      () => {
        throw new Error("down");
      },
      0,
      false,
    ],
  ])("answered with %s shows 既読 only where it was taken", async (_label, webhook, status, read) => {
    const { line } = trialLine();
    const event = line.say(HANAKO, { kind: "text", text: "あの" });
    expect(await postman(line, webhook)([event])).toEqual({ status });
    expect(line.phone(HANAKO)?.bubbles[0]?.read).toBe(read);
  });

  it.each([
    ["follow", { kind: "follow" }, { type: "follow", follow: { isUnblocked: false } }],
    [
      "a sticker",
      { kind: "sticker", keywords: ["泣く"] },
      { message: { type: "sticker", keywords: ["泣く"], stickerResourceType: "STATIC" } },
    ],
    [
      "a place",
      { kind: "location", address: "駅前", latitude: 35, longitude: 139 },
      { message: { type: "location", address: "駅前" } },
    ],
    [
      "a button",
      { kind: "postback", data: "a=1", displayText: "はい" },
      { type: "postback", postback: { data: "a=1" } },
    ],
    [
      "a file",
      { kind: "file", bytes: new Uint8Array(3), type: "application/pdf", name: "a.pdf" },
      { message: { type: "file", fileName: "a.pdf", fileSize: 3 } },
    ],
    ["something new", { kind: "other", type: "moonrise", properties: { moon: 1 } }, { type: "moonrise", moon: 1 }],
  ] as const)("tells %s", (_label, act, event) => {
    expect(trialLine().line.say(STRANGER, act)).toMatchObject(event);
  });

  it.each([["unfollow"], ["unsend"]])("carries no reply token for %s", (kind) => {
    const { line } = trialLine();
    const { message } = line.say(HANAKO, { kind: "text", text: "あの" });
    const act = kind === "unsend" ? ({ kind, messageId: message!.id } as const) : ({ kind: "unfollow" } as const);
    expect(line.say(HANAKO, act)).not.toHaveProperty("replyToken");
  });
});

describe("what a person sent", () => {
  const image = { kind: "image", bytes: new Uint8Array([1, 2, 3]), type: "image/png" } as const;
  const voice = {
    kind: "audio",
    bytes: new Uint8Array([4]),
    type: "audio/wav",
    durationMs: 900,
    readyInMs: 5000,
  } as const;

  it("is served as content", async () => {
    const { line, call } = trialLine();
    const { message } = line.say(HANAKO, image);
    const answer = await call("GET", `/v2/bot/message/${message!.id}/content`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([1, 2, 3]);
    expect((await call("GET", `/v2/bot/message/${message!.id}/content/preview`)).status).toBe(200);
    expect((await call("GET", `/v2/bot/message/${message!.id}/content/transcoding`)).status).toBe(400);
  });

  it("is 202 while LINE prepares a voice", async () => {
    const { line, call, clock } = trialLine();
    const path = `/v2/bot/message/${line.say(HANAKO, voice).message!.id}/content`;
    expect([(await call("GET", path)).status, await (await call("GET", `${path}/transcoding`)).json()]).toEqual([
      202,
      { status: "processing" },
    ]);
    clock.at += 5000;
    expect([(await call("GET", path)).status, await (await call("GET", `${path}/transcoding`)).json()]).toEqual([
      200,
      { status: "succeeded" },
    ]);
  });

  it("is 410 once it was taken back, and its words leave the talk", async () => {
    const { line, call } = trialLine();
    const { message } = line.say(HANAKO, image);
    line.say(HANAKO, { kind: "unsend", messageId: message!.id });
    expect((await call("GET", `/v2/bot/message/${message!.id}/content`)).status).toBe(410);
    expect(line.phone(HANAKO)?.bubbles).toMatchObject([{ unsent: true, message: { type: "image" } }]);
  });

  it("is 404 where nobody sent it", async () => {
    expect((await trialLine().call("GET", "/v2/bot/message/1/content")).status).toBe(404);
  });

  it.each([
    ["write while blocking", [{ kind: "unfollow" }, { kind: "text", text: "あの" }]],
    ["take back what was never sent", [{ kind: "unsend", messageId: "1" }]],
  ] as const)("nobody can %s", (_label, acts) => {
    const { line } = trialLine();
    expect(() => acts.forEach((act) => line.say(HANAKO, act))).toThrow(CannotAct);
  });
});

describe("the screen", () => {
  const chips = {
    ...text("どれですか"),
    quickReply: { items: [{ type: "action", action: { type: "message", label: "は", text: "は" } }] },
  };

  it("shows the quick replies of the last message until the person answers", async () => {
    const { line, push } = trialLine();
    await push([chips, text("あ")]);
    expect(line.phone(HANAKO)?.chips).toEqual([]);
    await push([text("あ"), chips]);
    expect(line.phone(HANAKO)?.chips).toHaveLength(1);
    line.say(HANAKO, { kind: "postback", data: "a=1" });
    expect(line.phone(HANAKO)?.chips).toEqual([]);
  });

  it("shows that the office is writing until its next message", async () => {
    const { line, push, call } = trialLine();
    expect((await call("POST", "/v2/bot/chat/loading/start", { chatId: HANAKO, loadingSeconds: 10 })).status).toBe(202);
    expect(line.phone(HANAKO)?.loadingUntil).toBe(NOON + 10_000);
    await push(HELLO);
    expect(line.phone(HANAKO)?.loadingUntil).toBe(0);
  });
});
