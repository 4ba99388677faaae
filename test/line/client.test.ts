// How every way a call to LINE may end is told to the desk.
import type { messagingApi } from "@line/bot-sdk";
import { buffer } from "node:stream/consumers";
import { describe, expect, test, vi } from "vitest";
import { postByFetch, type Post } from "../../src/line/call/post.ts";
import { postByNode } from "../../src/line/call/post-node.ts";
import { lineClient, type LineClientOptions } from "../../src/line/client.ts";
import { neutral } from "../../src/line/neutral.ts";
import { fixedToken, statelessTokens, type TokenSource } from "../../src/line/token.ts";
import type { Channel } from "../../src/ports.ts";
import { half, hang, json, localServer, nobody, reset, text } from "./local-server.ts";
import { noLog } from "./no-log.ts";

const PERSON = "U0123456789abcdef0123456789abcdef";
const RETRY_KEY = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
const MESSAGES = [{ type: "text", text: "お話しくださってありがとうございます。" }];
const ALT = "あおば市からの お返事が あります";
const NEUTRAL = neutral(MESSAGES as messagingApi.Message[], ALT);
const SENT = { sentMessages: [{ id: "461230966842064897", quoteToken: "IStG5h1Tz7b" }] };
const BAD_TOKEN = { message: "Invalid reply token" };
const BAD_BODY = {
  message: "The request body has 1 error(s)",
  details: [{ message: "May not be empty", property: "messages[0].text" }],
};
const RATE = { message: "The API rate limit has been exceeded. Try again later." };
const MONTH = { message: "You have reached your monthly limit." };

const client = (url: string, change: Partial<LineClientOptions> = {}): Channel =>
  lineClient({
    apiBaseUrl: url,
    dataApiBaseUrl: url,
    token: fixedToken("token-1"),
    timeoutMs: 200,
    log: noLog().log,
    now: () => 0,
    ...change,
  });
/** A source whose tokens are numbered; "2" follows "1". */
const numbered = (): TokenSource => ({ get: async () => "1", renew: async (stale) => String(Number(stale) + 1) });

const push = (line: Channel) => line.push(PERSON, MESSAGES, RETRY_KEY, ALT);
const reply = (line: Channel) => line.reply("reply-token", MESSAGES, null);

const POSTS: [string, Post][] = [
  ["fetch", postByFetch],
  ["node:http", postByNode],
];

describe.each(POSTS)("what is sent, by %s", (_, post) => {
  test("a push: whom, what, the token, the retry key", async () => {
    const { url, asked } = await localServer(json(200, SENT));
    expect(await push(client(url, { post }))).toEqual({ ok: true });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ method: "POST", path: "/v2/bot/message/push" });
    expect(asked[0]?.headers).toMatchObject({
      authorization: "Bearer token-1",
      "x-line-retry-key": RETRY_KEY,
      "content-type": "application/json",
    });
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual({ to: PERSON, messages: NEUTRAL });
  });

  test("a push that is tried again has the same body", async () => {
    const { url, asked } = await localServer(json(500, {}));
    for (let n = 0; n < 2; n += 1) await push(client(url, { post }));
    expect(asked.map(({ body }) => body)).toEqual([asked[0]?.body, asked[0]?.body]);
  });

  test("a reply: no retry key, which LINE would refuse", async () => {
    const { url, asked } = await localServer(json(200, SENT));
    expect(await reply(client(url, { post }))).toEqual({ ok: true });
    expect(asked[0]?.path).toBe("/v2/bot/message/reply");
    expect(asked[0]?.headers).not.toHaveProperty("x-line-retry-key");
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual({ replyToken: "reply-token", messages: MESSAGES });
  });

  test("a reply to somebody whose screen others see: neutral, as a push is", async () => {
    const { url, asked } = await localServer(json(200, SENT));
    await client(url, { post }).reply("reply-token", MESSAGES, ALT);
    expect(JSON.parse(asked[0]?.body ?? "").messages).toEqual(NEUTRAL);
  });

  test("the loading indicator: for whom and how long", async () => {
    const { url, asked } = await localServer(json(202, {}));
    await client(url, { post }).loading(PERSON);
    expect(asked[0]?.path).toBe("/v2/bot/chat/loading/start");
    expect(JSON.parse(asked[0]?.body ?? "")).toEqual({ chatId: PERSON, loadingSeconds: 20 });
  });
});

describe.each(POSTS)("how it ended, by %s", (_, post) => {
  type Row = [label: string, act: typeof push, answer: Parameters<typeof localServer>[0], outcome: object];
  const rows: Row[] = [
    ["reply: accepted", reply, json(200, SENT), { ok: true }],
    ["reply: the token is used or too old", reply, json(400, BAD_TOKEN), { why: "token", status: 400 }],
    ["reply: 400 in words of tomorrow", reply, json(400, { message: "Reply is no longer possible" }), { why: "token" }],
    ["reply: 400 that explains nothing", reply, text(400, "<html>"), { why: "token", status: 400 }],
    ["reply: the message is wrong", reply, json(400, BAD_BODY), { why: "never", status: 400 }],
    ["reply: 500", reply, json(500, {}), { why: "unsure", status: 500 }],
    ["push: the message is wrong", push, json(400, BAD_BODY), { why: "never", status: 400 }],
    ["push: nobody of this channel", push, json(400, { message: "Failed to send messages" }), { why: "never" }],
    ["push: not entitled", push, json(403, { message: "Access to this API is not available" }), { why: "never" }],
    ["push: accepted before (409)", push, json(409, SENT), { ok: true }],
    ["reply: 409 means nothing there", reply, json(409, {}), { why: "never", status: 409 }],
    ["push: too large", push, text(413, ""), { why: "never", status: 413 }],
    ["push: too many at once", push, json(429, RATE), { why: "again", status: 429, retryAfterMs: 1000 }],
    ["push: wait named", push, json(429, RATE, { "retry-after": "7" }), { why: "again", retryAfterMs: 7000 }],
    ["push: a day named", push, json(429, RATE, { "retry-after": "86400" }), { why: "again", retryAfterMs: 3_600_000 }],
    ["push: no end named", push, json(429, RATE, { "retry-after": "Infinity" }), { retryAfterMs: 3_600_000 }],
    ["push: the month's number is used up", push, json(429, MONTH), { why: "quota", status: 429 }],
    ["push: 503 from a proxy", push, text(503, "<html>"), { why: "unsure", status: 503 }],
    ["push: a proxy's page with 200", push, text(200, "<html>"), { why: "unsure", status: 0 }],
    ["push: silence", push, hang, { why: "unsure", status: 0, detail: "TimedOut" }],
    ["push: the line breaks", push, reset, { why: "unsure", status: 0 }],
    ["push: half an answer, and the line breaks", push, half(true), { why: "unsure", status: 0 }],
    ["reply: half an answer, and silence", reply, half(false), { why: "unsure", status: 0, detail: "TimedOut" }],
    ["reply: silence", reply, hang, { why: "unsure", status: 0, detail: "TimedOut" }],
  ];

  test.each(rows)("%s", async (_label, act, answer, outcome) => {
    const { url } = await localServer(answer);
    expect(await act(client(url, { post }))).toMatchObject({ ok: false, ...outcome });
  });

  test("nobody listens: nothing was sent, so it may be sent again", async () => {
    expect(await push(client(await nobody(), { post }))).toMatchObject({
      why: "again",
      status: 0,
      detail: "ECONNREFUSED",
    });
  });

  test("LINE's explanation is kept for staff, shortened", async () => {
    const { url } = await localServer(json(400, BAD_BODY));
    const detail = "The request body has 1 error(s) / messages[0].text: May not be empty";
    expect(await push(client(url, { post }))).toMatchObject({ detail });
    const long = await localServer(json(400, { message: "x".repeat(5000) }));
    expect(await push(client(long.url))).toMatchObject({ detail: "x".repeat(200) });
  });

  test("loading never throws, however it ends", async () => {
    for (const answer of [json(400, {}), hang, reset]) {
      await expect(client((await localServer(answer)).url).loading(PERSON)).resolves.toBeUndefined();
    }
    await expect(client(await nobody()).loading(PERSON)).resolves.toBeUndefined();
  });
});

describe("401", () => {
  const refuse = json(401, { message: "Authentication failed" });

  test("another token is fetched, once, and the call made again", async () => {
    const { url, asked } = await localServer(refuse, json(200, SENT));
    expect(await push(client(url, { token: numbered() }))).toEqual({ ok: true });
    expect(asked.map((one) => one.headers.authorization)).toEqual(["Bearer 1", "Bearer 2"]);
    expect(asked.map((one) => one.headers["x-line-retry-key"])).toEqual([RETRY_KEY, RETRY_KEY]);
  });

  test("refused again: later", async () => {
    const { url, asked } = await localServer(refuse);
    expect(await push(client(url, { token: numbered() }))).toMatchObject({ why: "again", status: 401 });
    expect(asked).toHaveLength(2);
  });

  test("a fixed token is not tried twice", async () => {
    const { url, asked } = await localServer(refuse);
    expect(await push(client(url))).toMatchObject({ why: "again", status: 401 });
    expect(asked).toHaveLength(1);
  });

  test("no token to be had: later, and nothing is thrown", async () => {
    const { url, asked } = await localServer(json(200, SENT));
    const none = (): Promise<string> => Promise.reject(new Error("down"));
    const line = client(url, { token: { get: none, renew: none } });
    expect(await push(line)).toMatchObject({ why: "again", status: 0 });
    expect(await line.fetch("1")).toEqual({ state: "again" });
    expect(asked).toEqual([]);
  });
});

describe("media", () => {
  const ready = async (line: Channel): Promise<AsyncIterable<Uint8Array>> => {
    const fetched = await line.fetch("582904412345678901");
    if (fetched.state !== "ready") throw new Error(fetched.state);
    return fetched.chunks;
  };

  test("comes whole, in chunks", async () => {
    const picture = Buffer.alloc(300_000, "画");
    const { url, asked } = await localServer((response) => response.writeHead(200).end(picture));
    expect((await buffer(await ready(client(url)))).equals(picture)).toBe(true);
    expect(asked[0]).toMatchObject({ method: "GET", path: "/v2/bot/message/582904412345678901/content" });
    expect(asked[0]?.headers.authorization).toBe("Bearer token-1");
  });

  test.each([
    ["still being made", json(202, {}), "not-ready"],
    ["unknown", json(404, {}), "gone"],
    ["taken back or too old", json(410, {}), "gone"],
    ["LINE is ill", json(500, {}), "again"],
    ["too many", json(429, RATE), "again"],
    ["silence", hang, "again"],
    ["the line breaks", reset, "again"],
  ] as const)("%s", async (_label, answer, state) => {
    const { url } = await localServer(answer);
    expect(await client(url).fetch("1")).toEqual({ state });
  });

  test("401: with another token", async () => {
    const { url } = await localServer(json(401, {}), (response) => response.writeHead(200).end("画"));
    expect((await buffer(await ready(client(url, { token: numbered() })))).toString()).toBe("画");
  });

  test.each([
    ["breaks", (end: () => void) => setTimeout(end, 20)],
    ["falls silent", () => {}],
  ])("the chunks throw when the line %s half-way", async (_label, then) => {
    const { url } = await localServer((response) => {
      response.writeHead(200, { "content-length": "100" }).write("half");
      then(() => response.destroy());
    });
    await expect(buffer(await ready(client(url)))).rejects.toThrow();
  });

  test("a slow reader is not taken for a silent LINE", async () => {
    const { url } = await localServer((response) => response.writeHead(200).end(Buffer.alloc(100_000)));
    let size = 0;
    for await (const chunk of await ready(client(url, { timeoutMs: 60 }))) {
      if (size === 0) await new Promise((resolve) => setTimeout(resolve, 150));
      size += chunk.length;
    }
    expect(size).toBe(100_000);
  });

  test("a reader who has enough lets go of the connection", async () => {
    const closed = vi.fn<() => void>();
    const { url } = await localServer((response) => {
      response.on("close", closed).writeHead(200).write(Buffer.alloc(100_000));
    });
    for await (const chunk of await ready(client(url))) if (chunk.length > 0) break;
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
  });

  test("an id cannot lead elsewhere", async () => {
    const { url, asked } = await localServer(json(404, {}));
    await client(url).fetch("../../x?y");
    expect(asked[0]?.path).toBe("/v2/bot/message/..%2F..%2Fx%3Fy/content");
  });
});

describe("the language of who adds the account", () => {
  const PROFILE = { userId: PERSON, displayName: "花" };
  const since = async <T>(work: Promise<T>, begun = performance.now()) =>
    [await work, performance.now() - begun] as const;

  test.each([
    ["as LINE tells it", json(200, { ...PROFILE, language: "en" }), "en"],
    ["not told", json(200, PROFILE), null],
    ["of somebody LINE does not tell of", json(404, {}), null],
  ])("%s", async (_label, answer, language) => {
    const { url, asked } = await localServer(answer);
    expect(await client(url).languageOf(PERSON)).toBe(language);
    expect(asked[0]).toMatchObject({ method: "GET", path: `/v2/bot/profile/${PERSON}` });
  });

  test("is not waited for: LINE is silent", async () => {
    const { url } = await localServer(hang);
    const [language, ms] = await since(client(url, { timeoutMs: 10_000 }).languageOf(PERSON));
    expect([language, ms < 2000]).toEqual([null, true]);
  });

  test("nor is the token it is asked with, which serves the next call when it comes", async () => {
    let issue = (): void => {};
    const { url, asked } = await localServer((response, one) => {
      const { path } = one;
      if (path !== "/oauth2/v3/token") return json(200, PROFILE)(response, one);
      issue = () => json(200, { access_token: "late", expires_in: 900, token_type: "Bearer" })(response, one);
    });
    const given = { apiBaseUrl: url, channelId: "1", channelSecrets: ["s"], timeoutMs: 10_000, now: () => 0 };
    const line = client(url, { token: statelessTokens(given) });
    const [language, ms] = await since(line.languageOf(PERSON));
    expect([language, ms < 2000]).toEqual([null, true]);
    const pushed = push(line);
    issue();
    expect(await pushed).toEqual({ ok: true });
    expect(asked.filter(({ path }) => path.startsWith("/oauth2"))).toHaveLength(1);
  });
});

test("the log names call, status and LINE's request id, and neither person, words nor token", async () => {
  const { log, lines } = noLog();
  const { url } = await localServer(json(200, SENT, { "x-line-request-id": "req-1" }), json(400, BAD_BODY));
  const line = client(url, { log });
  await push(line);
  await push(line);
  expect(lines).toEqual([
    { endpoint: "push", status: 200, requestId: "req-1", ms: 0, message: "called LINE" },
    { endpoint: "push", status: 400, requestId: null, ms: 0, message: "called LINE" },
  ]);
});
