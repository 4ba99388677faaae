// The messages LINE takes and the messages it refuses, with the property it names.
import { describe, expect, it } from "vitest";
import { text, trialLine } from "./line.ts";

const TEN_LETTERS = "👨‍👩‍👧‍👦".repeat(10);
const button = (label: string, data = "a=1") => ({ type: "postback", label, data, displayText: label });
const chips = (...actions: unknown[]) => ({
  ...text("どれですか"),
  quickReply: { items: actions.map((action) => ({ type: "action", action })) },
});
const buttons = (words: string, actions: unknown[], more = {}) => ({
  type: "template",
  altText: "ボタン",
  template: { type: "buttons", text: words, actions, ...more },
});
const carousel = (...columns: unknown[]) => ({
  type: "template",
  altText: "一覧",
  template: { type: "carousel", columns },
});
const call = (uri: string) => ({ type: "uri", label: "かける", uri });
const CHIP_URI = "messages[0].quickReply.items[0].action.uri";
const flex = (contents: unknown, altText = "お知らせ") => ({ type: "flex", altText, contents });
const bubble = (...contents: unknown[]) => ({ type: "bubble", body: { type: "box", layout: "vertical", contents } });

const taken: [string, unknown[]][] = [
  ["one text", [text("こんにちは")]],
  ["five texts", Array.from({ length: 5 }, () => text("あ"))],
  ["a text of 5,000 UTF-16 units", [text("あ".repeat(5000))]],
  ["thirteen quick replies", [chips(...Array.from({ length: 13 }, () => button("はい")))]],
  ["a label of ten families: ten letters of 110 units", [chips(button(TEN_LETTERS))]],
  ["postback data of 300 units", [chips(button("はい", "x".repeat(300)))]],
  ["a quick reply that opens the camera", [chips({ type: "camera", label: "写真をとる" })]],
  ["a telephone number behind a button", [chips({ type: "uri", label: "電話する", uri: "tel:119" })]],
  ["buttons with 160 letters and no title", [buttons("あ".repeat(160), [button("はい")])]],
  [
    "a confirm template",
    [
      {
        type: "template",
        altText: "確認",
        template: { type: "confirm", text: "よいですか", actions: [button("はい"), button("いいえ")] },
      },
    ],
  ],
  ["an even carousel", [carousel({ text: "一", actions: [button("a")] }, { text: "二", actions: [button("b")] })]],
  ["a Flex bubble", [flex(bubble({ type: "text", text: "受け付けました", wrap: true }, { type: "separator" }))]],
  [
    "a number to press in a Flex text",
    [flex(bubble({ type: "text", contents: [{ type: "span", text: "#8008" }], action: call("tel:%238008") }))],
  ],
  ["a Flex button of 40 letters", [flex(bubble({ type: "button", action: button("あ".repeat(40)) }))]],
  ["a place", [{ type: "location", title: "市役所", address: "あおば市", latitude: 35, longitude: 139 }]],
  ["a property LINE does not know", [{ ...text("あ"), somethingNew: 1 }]],
];

const refused: [string, unknown, string][] = [
  ["no messages", undefined, "messages"],
  ["an empty list", [], "messages"],
  ["six messages", Array.from({ length: 6 }, () => text("あ")), "messages"],
  ["an unknown type", [{ type: "poem" }], "messages[0].type"],
  ["a type that is a property of every object", [{ type: "constructor" }], "messages[0].type"],
  ["an empty text", [text("")], "messages[0].text"],
  ["a text of 5,001 units", [text("あ".repeat(5001))], "messages[0].text"],
  ["a text of 2,501 emoji", [text("😀".repeat(2501))], "messages[0].text"],
  ["the second of two", [text("あ"), text("")], "messages[1].text"],
  [
    "fourteen quick replies",
    [chips(...Array.from({ length: 14 }, () => button("は")))],
    "messages[0].quickReply.items",
  ],
  ["a quick reply with nothing in it", [chips()], "messages[0].quickReply.items"],
  ["a label of 21 letters", [chips(button("あ".repeat(21)))], "messages[0].quickReply.items[0].action.label"],
  ["no label", [chips({ type: "message", text: "はい" })], "messages[0].quickReply.items[0].action.label"],
  ["data of 301 units", [chips(button("は", "x".repeat(301)))], "messages[0].quickReply.items[0].action.data"],
  [
    "displayText and text at once",
    [chips({ ...button("は"), text: "は" })],
    "messages[0].quickReply.items[0].action.text",
  ],
  [
    "a postback without data",
    [chips({ type: "postback", label: "は" })],
    "messages[0].quickReply.items[0].action.data",
  ],
  ["a script behind a button", [chips({ type: "uri", label: "は", uri: "javascript:alert(1)" })], CHIP_URI],
  [
    "a camera in a template",
    [buttons("あ", [{ type: "camera", label: "は" }])],
    "messages[0].template.actions[0].type",
  ],
  [
    "five buttons",
    [
      buttons(
        "あ",
        Array.from({ length: 5 }, () => button("は")),
      ),
    ],
    "messages[0].template.actions",
  ],
  [
    "61 letters under a title",
    [buttons("あ".repeat(61), [button("は")], { title: "題" })],
    "messages[0].template.text",
  ],
  ["161 letters alone", [buttons("あ".repeat(161), [button("は")])], "messages[0].template.text"],
  [
    "an uneven carousel",
    [carousel({ text: "一", actions: [button("a")] }, { text: "二", actions: [button("b"), button("c")] })],
    "messages[0].template.columns[1]",
  ],
  ["an altText of 1,501 units", [flex(bubble(), "あ".repeat(1501))], "messages[0].altText"],
  [
    "a picture over http",
    [{ type: "image", originalContentUrl: "http://a/b.png", previewImageUrl: "https://a/b.png" }],
    "messages[0].originalContentUrl",
  ],
  ["LINE as the sender's name", [{ ...text("あ"), sender: { name: "LINE 窓口" } }], "messages[0].sender.name"],
  ["a Flex field nobody knows", [flex({ ...bubble(), styles: { type: "x" } })], "/styles/type"],
  ["a Flex text without words", [flex(bubble({ type: "text", text: "" }))], "/body/contents/0/text"],
  ["a Flex button without an action", [flex(bubble({ type: "button" }))], "/body/contents/0/action"],
  ["an address that is not percent-encoded", [chips(call("https://a.jp/あ"))], CHIP_URI],
  ["a number LINE would read as nothing", [chips(call("tel:#8008"))], CHIP_URI],
  ["a Flex component nobody knows", [flex(bubble({ type: "marquee" }))], "/body/contents/0/type"],
  [
    "thirteen Flex bubbles",
    [flex({ type: "carousel", contents: Array.from({ length: 13 }, () => bubble()) })],
    "/contents",
  ],
  [
    "a Flex bubble over 30 KB",
    [flex(bubble(...Array.from({ length: 30 }, () => ({ type: "text", text: "あ".repeat(500) }))))],
    "/",
  ],
];

describe("messages", () => {
  it.each(taken)("takes %s", async (_label, messages) => {
    const { push, line } = trialLine();
    const answer = await push(messages);
    expect([answer.status, await answer.json()]).toMatchObject([200, { sentMessages: messages.map(() => ({})) }]);
    expect(line.phones()[0]?.bubbles).toHaveLength(messages.length);
  });

  it.each(refused)("refuses %s", async (_label, messages, property) => {
    const { push, line } = trialLine();
    const answer = await push(messages);
    const body = (await answer.json()) as { message: string; details: { message: string; property: string }[] };
    expect([answer.status, body.details[0]?.property]).toEqual([400, property]);
    expect(body.details[0]?.message).not.toBe("");
    expect(line.phones()[0]?.bubbles).toEqual([]);
  });

  it.each(["reply", "push", "multicast"])("validates messages for %s without sending", async (kind) => {
    const { call, line } = trialLine();
    const good = await call("POST", `/v2/bot/message/validate/${kind}`, { messages: [text("あ")] });
    const bad = await call("POST", `/v2/bot/message/validate/${kind}`, { messages: [text("")] });
    expect([good.status, bad.status, line.phones()[0]?.bubbles.length]).toEqual([200, 400, 0]);
  });
});
