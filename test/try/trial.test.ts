// /try by script: what a person does reaches our webhook signed, and what comes back stands in the talk.
import { describe, expect, it } from "vitest";
import { neutral } from "../../src/line/neutral.ts";
import { trialWithBot } from "./bot.ts";
import { NOON, text } from "./line.ts";

const BOT = () => [text("うけとりました")];
type Json = Record<string, unknown>;

function playing(answer = BOT as Parameters<typeof trialWithBot>[0]) {
  const trial = trialWithBot(answer);
  const post = async (path: string, body: Json | URLSearchParams | FormData, headers: Record<string, string> = {}) => {
    const form = body instanceof URLSearchParams || body instanceof FormData;
    return trial.app.request(path, {
      method: "POST",
      headers: { ...(!form && { "content-type": "application/json" }), ...headers },
      body: form ? body : JSON.stringify(body),
    });
  };
  const talk = async (person: string) =>
    (await (await trial.app.request(`/try/talk?person=${person}`)).json()) as {
      bubbles: Json[];
      quickReplies: Json[];
      refusals: { status: number; refusal: Json }[];
      blocked: boolean;
    };
  return { ...trial, post, talk };
}

describe("POST /try/send", () => {
  const PNG = "iVBORw0KGgo=";
  const acts: [string, Json, Json][] = [
    ["words", { text: "あの" }, { type: "message", message: { type: "text", text: "あの" } }],
    [
      "a sticker of the palette",
      { sticker: "4" },
      { message: { type: "sticker", keywords: ["泣く", "悲しい", "つらい"] } },
    ],
    [
      "a sticker with keywords",
      { sticker: { keywords: ["怒り"] } },
      { message: { type: "sticker", keywords: ["怒り"] } },
    ],
    ["the sample picture", { image: "sample" }, { message: { type: "image", contentProvider: { type: "line" } } }],
    ["a picture in base64", { image: PNG }, { message: { type: "image" } }],
    ["a picture as data:", { image: `data:image/png;base64,${PNG}` }, { message: { type: "image" } }],
    ["the sample voice", { audio: "sample" }, { message: { type: "audio", duration: 1500 } }],
    [
      "a place",
      { location: { latitude: 35, longitude: 139, address: "駅前" } },
      { message: { type: "location", address: "駅前" } },
    ],
    ["a button", { postback: "a=1", displayText: "はい" }, { type: "postback", postback: { data: "a=1" } }],
    [
      "a chosen day",
      { postback: "a=1", mode: "date", pick: "2026-06-02" },
      { postback: { params: { date: "2026-06-02" } } },
    ],
    ["友だち追加", { follow: true }, { type: "follow" }],
    ["ブロック", { unfollow: true }, { type: "unfollow" }],
  ];
  it.each(acts)("brings %s to the webhook", async (_label, body, event) => {
    const { post, received } = playing();
    const answer = await post("/try/send", { person: "self", ...body });
    expect([answer.status, await answer.json()]).toMatchObject([200, { webhook: 200, event }]);
    expect(received).toMatchObject([event]);
  });

  const refused: [string, Json, number][] = [
    ["nothing", {}, 400],
    ["an empty picture", { image: "" }, 400],
    ["a sticker nobody drew", { sticker: "99" }, 400],
    ["a place without coordinates", { location: { address: "駅前" } }, 400],
    ["somebody nobody plays", { person: "mayor", text: "あの" }, 404],
    ["taking back what was never said", { unsend: "1" }, 409],
  ];
  it.each(refused)("answers %s with a reason", async (_label, body, status) => {
    const { post, received } = playing();
    const answer = await post("/try/send", { person: "self", ...body });
    expect([answer.status, received.length]).toEqual([status, 0]);
    expect(((await answer.json()) as { message: string }).message).not.toBe("");
  });

  it("takes a form with a file, and serves the file to the page", async () => {
    const { app, post } = playing();
    const form = new FormData();
    form.set("person", "family");
    form.set("image", new File([new Uint8Array([137, 80])], "a.png", { type: "image/png" }));
    const { event } = (await (await post("/try/send", form)).json()) as { event: { message: { id: string } } };
    const media = await app.request(`/try/media/family/${event.message.id}`);
    expect([media.headers.get("content-type"), (await media.arrayBuffer()).byteLength]).toEqual(["image/png", 2]);
  });

  it("shows the page again to a browser without a script", async () => {
    const form = new URLSearchParams({ person: "family", text: "あの" });
    const answer = await playing().post("/try/send", form, { accept: "text/html" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/try?person=family"]);
  });

  it("does nothing for a page elsewhere", async () => {
    const { post, received } = playing();
    const answer = await post("/try/send", new URLSearchParams({ text: "あの" }), { "sec-fetch-site": "cross-site" });
    expect([answer.status, received.length]).toEqual([403, 0]);
  });

  it("keeps several people apart, and plays any user id", async () => {
    const { post, talk, received } = playing();
    const stranger = `U${"c".repeat(32)}`;
    for (const person of ["self", "family", "neighbor", stranger]) await post("/try/send", { person, text: person });
    expect(new Set(received.map((event) => event.source.userId)).size).toBe(4);
    expect((await talk(stranger)).bubbles.map((bubble) => bubble.text)).toEqual([stranger, "うけとりました"]);
  });
});

describe("GET /try/talk", () => {
  it("shows both sides in order, with 既読 and what may be tapped", async () => {
    const chip = { type: "action", action: { type: "postback", label: "はい", data: "a=1", displayText: "はい" } };
    const { post, talk } = playing(() => [{ ...text("よいですか"), quickReply: { items: [chip] } }]);
    await post("/try/send", { person: "self", text: "あの" });
    expect(await talk("self")).toMatchObject({
      bubbles: [
        { from: "person", kind: "text", text: "あの", read: true, at: new Date(NOON).toISOString() },
        { from: "office", kind: "text", text: "よいですか", via: "reply" },
      ],
      quickReplies: [chip],
    });
  });

  it("shows beside each message of the office what its lock screen would show", async () => {
    const flex = neutral([{ type: "text", text: "DV相談ナビ #8008\nいつでもどうぞ。" }], "お返事が あります");
    const { app, post, talk } = playing(() => [text("読みました。"), ...flex]);
    await post("/try/send", { person: "self", text: "あの" });
    expect((await talk("self")).bubbles).toMatchObject([
      { text: "あの", lockScreen: "" },
      { text: "読みました。", lockScreen: "読みました。" },
      { kind: "flex", text: "DV相談ナビ #8008\nいつでもどうぞ。", lockScreen: "お返事が あります" },
    ]);
    const page = await (await app.request("/try")).text();
    expect(page).toContain("ロック画面: お返事が あります");
    expect(page).toContain("ロック画面: ことばが そのまま 出ます");
    expect(page).toMatch(/<a class="words line-tap" href="tel:%238008"[^>]*>DV相談ナビ <u>#8008<\/u><\/a>/);
    expect(page).toContain('<p class="words">いつでもどうぞ。</p>');
  });

  it("takes words back on 送信取消", async () => {
    const { post, talk, received } = playing(() => null);
    await post("/try/send", { person: "self", text: "ひみつ" });
    const [first] = (await talk("self")).bubbles;
    await post("/try/send", { person: "self", unsend: first?.id });
    expect((await talk("self")).bubbles).toMatchObject([{ unsent: true, text: "" }]);
    expect(received.at(-1)).toMatchObject({ type: "unsend", unsend: { messageId: first?.id } });
  });

  it("shows LINE's error body where LINE refused our message", async () => {
    const { app, post, talk } = playing(() => [text("")]);
    await post("/try/send", { person: "self", text: "あの" });
    const { refusals } = await talk("self");
    expect(refusals).toMatchObject([{ status: 400, refusal: { details: [{ property: "messages[0].text" }] } }]);
    expect(await (await app.request("/try")).text()).toContain("messages[0].text");
    await post("/try/forget", {});
    expect((await talk("self")).refusals).toEqual([]);
  });

  it("shows no 既読 and says so where our webhook failed", async () => {
    const { app, post, talk, webhook } = playing();
    webhook.status = 500;
    expect(await (await post("/try/send", { person: "self", text: "あの" })).json()).toMatchObject({ webhook: 500 });
    expect((await talk("self")).bubbles).toMatchObject([{ read: false }]);
    expect(await (await app.request("/try")).text()).toContain("webhook が 500 を 返しました");
  });
});

describe("POST /try/clock", () => {
  const moves: [string, Json, string][] = [
    ["a minute", { minutes: 1 }, "2026-06-01T12:01:00+09:00"],
    ["a day and two hours", { days: 1, hours: 2 }, "2026-06-02T14:00:00+09:00"],
    ["the next morning at nine", { morning: true }, "2026-06-02T09:00:00+09:00"],
    ["a moment", { at: "2026-12-29T08:00:00+09:00" }, "2026-12-29T08:00:00+09:00"],
    ["a moment in ms", { at: NOON + 5000 }, "2026-06-01T12:00:05+09:00"],
    ["now", { reset: true }, "2026-06-01T12:00:00+09:00"],
  ];
  it.each(moves)("moves to %s, and the jobs have run when it answers", async (_label, body, moment) => {
    const { post, ran, clock } = playing();
    const now = new Date(moment).toISOString();
    const answer = await post("/try/clock", body);
    expect([answer.status, await answer.json()]).toEqual([200, { now }]);
    expect([ran, clock.now()]).toEqual([[Date.parse(moment)], Date.parse(moment)]);
  });

  it("takes a form", async () => {
    const answer = await playing().post("/try/clock", new URLSearchParams({ minutes: "1" }));
    expect(await answer.json()).toEqual({ now: "2026-06-01T03:01:00.000Z" });
  });

  it.each([[{}], [{ at: "yesterday" }], [{ days: "x" }], [{ at: "1066-10-14" }]])(
    "does not move for %j",
    async (body) => {
      const { post, ran } = playing();
      expect([(await post("/try/clock", body)).status, ran]).toEqual([400, []]);
    },
  );
});

describe("the page", () => {
  it("says what it is, shows three people, and lets nothing in from elsewhere", async () => {
    const answer = await playing().app.request("/try");
    const page = await answer.text();
    for (const words of [
      "LINEには つながっていません",
      "あおば市 くらしの窓口",
      "本人",
      "家族",
      "近所の人",
      'href="/admin"',
    ])
      expect(page).toContain(words);
    expect(answer.headers.get("content-security-policy")).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self'/,
    );
    expect(page).not.toMatch(/ style=| onclick=|<script>|<style/);
  });

  it("never lets a resident's words become markup", async () => {
    const { app, post } = playing(() => null);
    await post("/try/send", { person: "self", text: "<img src=x onerror=alert(1)>" });
    expect(await (await app.request("/try")).text()).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });

  it("tells what changed since, and only that", async () => {
    const { app, post } = playing();
    await post("/try/send", { person: "family", text: "あの" });
    const first = (await (await app.request("/try/phones?after=0")).json()) as { revision: number; phones: object };
    expect(Object.keys(first.phones)).toEqual(["family"]);
    const then = await app.request(`/try/phones?after=${first.revision}`);
    expect(await then.json()).toMatchObject({ revision: first.revision, phones: {} });
  });

  it.each([
    ["/try/assets/main.js", 200],
    ["/try/assets/page.css", 200],
    ["/try/sticker/1.svg", 200],
    ["/try/sticker/99.svg", 404],
    ["/try/assets/..%2Fpage.tsx", 404],
    ["/try/media/self/1", 404],
    ["/try/talk?person=mayor", 404],
  ])("answers %s with %i", async (path, status) => {
    expect((await playing().app.request(path)).status).toBe(status);
  });
});
