// What each of LINE's events becomes. Payloads are shaped as LINE documents them, extra fields and all.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readEvent } from "../../src/line/read-event.ts";

const PERSON = "U0123456789abcdef0123456789abcdef";
const OTHER_PERSON = "Ufedcba9876543210fedcba9876543210";
const EVENT_ID = "01KAX2V4WQ8ZJ4T5N6M7P8R9S0";
const AT = 1_763_700_000_123;
const NOW = 1_763_700_001_000;

const common = {
  mode: "active",
  timestamp: AT,
  source: { type: "user", userId: PERSON },
  webhookEventId: EVENT_ID,
  deliveryContext: { isRedelivery: false },
};
const event = (fields: object): object => ({ ...common, replyToken: "token-1", ...fields });
const message = (content: object): object =>
  event({ type: "message", message: { id: "582904412345678901", quoteToken: "q", markAsReadToken: "m", ...content } });

describe("what a person sends one to one", () => {
  const external = { type: "external", originalContentUrl: "https://example.com/a.jpg" };
  const rows: [label: string, event: object, input: object][] = [
    ["words", message({ type: "text", text: "母のことで相談です🤨" }), { kind: "text", text: "母のことで相談です🤨" }],
    [
      "words that quote an earlier message",
      message({ type: "text", text: "これです", quotedMessageId: "1" }),
      { kind: "text", text: "これです" },
    ],
    [
      "words with LINE emoji and a mention",
      message({ type: "text", text: "(hello)", emojis: [{ index: 0, length: 7 }], mention: { mentionees: [] } }),
      { kind: "text", text: "(hello)" },
    ],
    ["a picture", message({ type: "image", contentProvider: { type: "line" } }), { kind: "image", name: "" }],
    [
      "one of several pictures",
      message({ type: "image", contentProvider: { type: "line" }, imageSet: { id: "s", index: 1, total: 2 } }),
      { kind: "image", name: "" },
    ],
    ["a picture kept elsewhere", message({ type: "image", contentProvider: external }), { kind: "image", name: "" }],
    ["a video", message({ type: "video", duration: 60_000 }), { kind: "video", name: "" }],
    ["a voice", message({ type: "audio", duration: 60_000 }), { kind: "audio", name: "" }],
    ["a file", message({ type: "file", fileName: "通知.pdf", fileSize: 2138 }), { kind: "file", name: "通知.pdf" }],
    [
      "a place with a name",
      message({ type: "location", title: "駅", address: "中央1-2", latitude: 35.5, longitude: 139.25 }),
      { kind: "location", text: "駅 中央1-2 （35.5, 139.25）" },
    ],
    [
      "a bare place",
      message({ type: "location", latitude: 35.5, longitude: 139.25 }),
      { kind: "location", text: "（35.5, 139.25）" },
    ],
    [
      "a sticker with words typed onto it",
      message({ type: "sticker", stickerResourceType: "MESSAGE", keywords: ["cry"], text: "つらい" }),
      { kind: "sticker", text: "つらい" },
    ],
    [
      "a sticker with keywords",
      message({ type: "sticker", stickerResourceType: "STATIC", keywords: ["cry", "sad", "tears", "blue"] }),
      { kind: "sticker", text: "cry・sad・tears" },
    ],
    ["a sticker without a word", message({ type: "sticker" }), { kind: "sticker", text: "" }],
    ["a message of a kind of tomorrow", message({ type: "hologram" }), { kind: "other", type: "message:hologram" }],
    ["a text without its text", message({ type: "text" }), { kind: "other", type: "message:text" }],
    ["a message without content", event({ type: "message" }), { kind: "other", type: "message:unknown" }],
    [
      "a message taken back",
      event({ type: "unsend", unsend: { messageId: "77" } }),
      { kind: "unsend", messageId: "77" },
    ],
    ["a taking back of nothing", event({ type: "unsend" }), { kind: "other", type: "unsend" }],
    ["a new friend", event({ type: "follow", follow: { isUnblocked: false } }), { kind: "follow" }],
    ["a block", event({ type: "unfollow" }), { kind: "unfollow" }],
    [
      "our button",
      event({ type: "postback", postback: { data: "k1|talk|who|SELF|自分のこと" } }),
      { kind: "choice", talk: "talk", step: "who", value: "SELF", label: "自分のこと" },
    ],
    [
      "a rich menu's button",
      event({ type: "postback", postback: { data: "tab=2" } }),
      { kind: "other", type: "postback" },
    ],
    [
      "a date chosen",
      event({ type: "postback", postback: { data: "d", params: { date: "2026-04-01" } } }),
      { kind: "other", type: "postback" },
    ],
    [
      "an edit",
      event({ type: "messageEdited", message: { id: "5", text: "b" } }),
      { kind: "other", type: "messageEdited" },
    ],
    ["a video watched", event({ type: "videoPlayComplete" }), { kind: "other", type: "videoPlayComplete" }],
    [
      "a beacon",
      event({ type: "beacon", beacon: { hwid: "d41d8cd98f", type: "enter" } }),
      { kind: "other", type: "beacon" },
    ],
    ["an account link", event({ type: "accountLink", link: { result: "ok" } }), { kind: "other", type: "accountLink" }],
    [
      "a membership",
      event({ type: "membership", membership: { type: "joined" } }),
      { kind: "other", type: "membership" },
    ],
    ["a removed LINE Things event", event({ type: "things", things: {} }), { kind: "other", type: "things" }],
    [
      "an event of tomorrow",
      event({ type: "telepathy", telepathy: { loud: true } }),
      { kind: "other", type: "telepathy" },
    ],
    ["an event without a type", event({}), { kind: "other", type: "unknown" }],
    ["a type that is a word of JavaScript", event({ type: "constructor" }), { kind: "other", type: "constructor" }],
  ];

  test.each(rows)("%s", (_label, given, input) => {
    expect(readEvent(given, NOW)).toMatchObject({ id: EVENT_ID, at: AT, person: PERSON, input, standby: false });
  });
});

describe("what is no talk with one person", () => {
  const group = { type: "group", groupId: "C1", userId: PERSON };
  const text = { type: "text", text: "皆の前で" };
  const rows: [label: string, event: unknown][] = [
    ["words in a group", event({ type: "message", source: group, message: text })],
    [
      "words in a room",
      event({ type: "message", source: { type: "room", roomId: "R1", userId: PERSON }, message: text }),
    ],
    ["an edit in a group", event({ type: "messageEdited", source: group })],
    ["the account joins a group", event({ type: "join", source: group })],
    ["the account leaves a group", event({ type: "leave", source: group })],
    ["members join", event({ type: "memberJoined", source: group, joined: { members: [] } })],
    ["members leave", event({ type: "memberLeft", source: group, left: { members: [] } })],
    ["a person without a user id", event({ type: "message", source: { type: "user" }, message: text })],
    [
      "the person of the old Verify button",
      event({ type: "follow", source: { type: "user", userId: "Udeadbeefdeadbeefdeadbeefdeadbeef" } }),
    ],
    ["a failed account link", event({ type: "accountLink", source: undefined })],
    ["a module attached", event({ type: "module", source: undefined, module: { type: "attached" } })],
    ["activated", event({ type: "activated", source: undefined })],
    ["deactivated", event({ type: "deactivated", source: undefined })],
    ["bot suspended", event({ type: "botSuspended", source: undefined })],
    ["bot resumed", event({ type: "botResumed", source: undefined })],
    ["a notification delivered", event({ type: "delivery", source: undefined, delivery: { data: "hash" } })],
    ["null", null],
    ["a number", 7],
    ["a list", [event({ type: "follow" })]],
  ];

  test.each(rows)("%s", (_label, given) => {
    expect(readEvent(given, NOW)).toBeNull();
  });
});

describe("the envelope", () => {
  const read = (fields: object) => readEvent(event({ type: "follow", ...fields }), NOW);

  test("the message id comes along, as a string", () => {
    expect(readEvent(message({ type: "text", text: "a" }), NOW)?.messageId).toBe("582904412345678901");
    expect(read({})?.messageId).toBeNull();
  });

  test.each([
    ["a token", { replyToken: "nHuyWiB7yP5Zw52FIkcQobQuGDXCTA" }, "nHuyWiB7yP5Zw52FIkcQobQuGDXCTA"],
    ["no token", { replyToken: undefined }, null],
    ["the test token of zeros", { replyToken: "0".repeat(32) }, null],
    ["the test token of fs", { replyToken: "f".repeat(32) }, null],
  ])("reply token: %s", (_label, fields, token) => {
    expect(read(fields)?.replyToken).toBe(token);
  });

  test("another system holds the chat", () => {
    expect(read({ mode: "standby", replyToken: undefined })).toMatchObject({ standby: true, replyToken: null });
  });

  test.each([
    ["missing", undefined],
    ["a string", "2026"],
    ["broken", 1.5],
  ])("a time that is %s gives way to ours", (_, timestamp) => {
    expect(read({ timestamp })?.at).toBe(NOW);
  });

  test("a redelivered event keeps its id", () => {
    expect(read({ deliveryContext: { isRedelivery: true } })?.id).toBe(EVENT_ID);
  });
});

describe("an event without an id gets one of its own", () => {
  const idOf = (fields: object): string | undefined =>
    readEvent({ ...message({ type: "text", text: "a" }), webhookEventId: undefined, ...fields }, NOW)?.id;

  test("the same when it comes again, even with another reply token", () => {
    expect(idOf({})).toMatch(/^derived-[\w-]{26}$/);
    expect(idOf({ replyToken: "token-2", deliveryContext: { isRedelivery: true } })).toBe(idOf({}));
  });

  test.each([
    ["message", { message: { id: "2", type: "text", text: "a" } }],
    ["time", { timestamp: AT + 1 }],
    ["person", { source: { type: "user", userId: OTHER_PERSON } }],
    ["type", { type: "follow" }],
  ])("another for another %s", (_label, fields) => {
    expect(idOf(fields)).not.toBe(idOf({}));
  });

  test("the person cannot be read from it", () => {
    expect(idOf({})).not.toContain(PERSON.slice(1, 8));
  });
});

test("nothing that is JSON can make it throw", () => {
  const keys = ["type", "source", "userId", "message", "postback", "data", "unsend", "mode", "timestamp", "keywords"];
  const values = fc.oneof(fc.jsonValue(), fc.constantFrom("user", "message", "postback", "__proto__", PERSON));
  const odd = fc.dictionary(
    fc.constantFrom(...keys),
    fc.oneof(values, fc.dictionary(fc.constantFrom(...keys), values)),
  );
  fc.assert(
    fc.property(odd, values, (fields, type) => {
      const read = readEvent({ ...event(fields), source: { type: "user", userId: PERSON }, type }, NOW);
      expect(read?.person).toBe(PERSON);
      expect(read?.input.kind).toBeTypeOf("string");
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (any) => readEvent(any, NOW) === null));
});
