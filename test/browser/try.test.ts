// The trial's page in a real browser: what hands do and what eyes see.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { serve, type ServerType } from "@hono/node-server";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { trialWithBot } from "../try/bot.ts";
import { text } from "../try/line.ts";
import { openBrowser } from "./chromium.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

const chip = (label: string, data: string) => ({
  type: "action",
  action: { type: "postback", label, data, displayText: label },
});
const question = {
  ...text("どなたの ことですか。急ぐときは 119、くわしくは https://example.jp/ へ。電話 0120-000-000"),
  quickReply: { items: [chip("自分のこと", "who=self"), chip("家族のこと", "who=family")] },
};

let browser: Browser;
let server: ServerType;
let trial: ReturnType<typeof trialWithBot>;
let origin: string;
const complaints: string[] = [];

beforeAll(async () => void (browser = await openBrowser()));
afterAll(async () => browser?.close());
beforeEach(async () => {
  trial = trialWithBot((event) => {
    if (event.type === "postback") return [text("ありがとうございます")];
    return event.message?.text === "まちがい" ? [text("")] : [question];
  });
  await new Promise<void>((ready) => {
    server = serve({ fetch: trial.app.fetch, port: 0, hostname: "127.0.0.1" }, () => ready());
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  server.close();
  expect(complaints.splice(0)).toEqual([]);
});

/** Opens the page; whatever the browser complains about (a blocked script, an exception) fails the test. */
async function open(options: BrowserContextOptions = {}, address = "/try"): Promise<Page> {
  const page = await (await browser.newContext({ viewport: PHONE, ...options })).newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on(
    "console",
    (line) => line.type() === "error" && !/status of 409/.test(line.text()) && complaints.push(line.text()),
  );
  await page.goto(origin + address);
  return page;
}

const phone = (page: Page, person = "self") => page.locator(`#phone-${person}`);
const words = (page: Page, person = "self") => phone(page, person).locator(".bubble .words").allTextContents();

async function say(page: Page, sentence: string, person = "self") {
  await phone(page, person).getByLabel("メッセージ", { exact: true }).fill(sentence);
  await page.keyboard.press("Enter");
  await phone(page, person).locator(".bubble.office").last().waitFor();
}

describe("a talk", () => {
  it("goes by words and buttons; buttons vanish once one was tapped", async () => {
    const page = await open();
    await say(page, "母のことで");
    await phone(page).getByText("既読").first().waitFor();
    await page.getByRole("button", { name: "家族のこと" }).click();
    await phone(page).getByText("ありがとうございます").waitFor();
    expect((await words(page)).map((line) => line.slice(0, 6))).toEqual([
      "母のことで",
      "どなたの こ",
      "家族のこと",
      "ありがとうご",
    ]);
    expect(await page.locator("#phone-self .chip").count()).toBe(0);
    expect(trial.received.at(-1)).toMatchObject({ type: "postback", postback: { data: "who=family" } });
  });

  it("is still there after a reload", async () => {
    const page = await open();
    await say(page, "母のことで");
    const before = await words(page);
    await page.reload();
    expect(await words(page)).toEqual(before);
  });

  it("shows what the office says by itself, without a reload, and says it to a screen reader", async () => {
    const page = await open();
    await say(page, "母のことで");
    const { id } = trial.line.phones()[0]!;
    await trial.line.app.request("/v2/bot/message/push", {
      method: "POST",
      headers: { authorization: "Bearer long-lived", "content-type": "application/json" },
      body: JSON.stringify({ to: id, messages: [text("職員の 佐藤です")] }),
    });
    await phone(page).locator('[role="log"][aria-live="polite"]').getByText("職員の 佐藤です").waitFor();
  });

  it("makes telephone numbers and addresses tappable", async () => {
    const page = await open();
    await say(page, "母のことで");
    const links = await phone(page)
      .locator(".words a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    expect(links).toEqual(["https://example.jp/", "tel:0120000000"]);
  });

  it("takes a sticker, a picture, a voice and a place", async () => {
    const page = await open();
    await phone(page).getByLabel("スタンプ", { exact: true }).click();
    await phone(page).getByRole("button", { name: "スタンプ つらい" }).click();
    await phone(page).locator(".bubble .sticker").waitFor();
    for (const name of ["見本の写真", "見本の声", "見本の場所"]) {
      await phone(page).getByLabel("写真・声・場所など").click();
      await phone(page).getByRole("button", { name }).click();
      await phone(page).getByRole("button", { name }).waitFor({ state: "hidden" });
    }
    await phone(page).getByText("あおば駅 南口").waitFor();
    expect(trial.received.map((event) => event.message?.type)).toEqual(["sticker", "image", "audio", "location"]);
    const photo = phone(page).locator("img.photo");
    await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
  });

  it("takes a file as a picture", async () => {
    const page = await open();
    const buffer = Buffer.from(await (await fetch(`${origin}/try/sticker/1.svg`)).arrayBuffer());
    await page.locator("#file-self").setInputFiles({ name: "a.png", mimeType: "image/png", buffer });
    await phone(page).locator("img.photo").waitFor();
    expect(trial.received).toMatchObject([{ message: { type: "image" } }]);
  });

  it("takes words back by the menu on one's own bubble", async () => {
    const page = await open();
    await say(page, "ひみつ");
    await phone(page).getByLabel("このメッセージのメニュー").first().click();
    await page.getByRole("button", { name: "送信取消" }).click();
    await phone(page).getByText("メッセージの送信を取り消しました").waitFor();
    expect(await words(page)).not.toContain("ひみつ");
    expect(trial.received.at(-1)?.type).toBe("unsend");
  });

  it("ends with a block and begins again without one", async () => {
    const page = await open();
    await phone(page).getByLabel("写真・声・場所など").click();
    await phone(page).getByRole("button", { name: "ブロック" }).click();
    await phone(page).getByText("ブロックしています").waitFor();
    expect(await phone(page).locator(".composer").isVisible()).toBe(false);
    await phone(page).getByRole("button", { name: "ブロック解除" }).click();
    await phone(page).locator(".composer").waitFor();
    expect(trial.received).toMatchObject([{ type: "unfollow" }, { type: "follow", follow: { isUnblocked: true } }]);
  });

  it("begins with 友だち追加", async () => {
    const page = await open();
    await phone(page).locator(".add-friend").click();
    await phone(page).locator(".bubble.office").waitFor();
    expect(await phone(page).locator(".start").count()).toBe(0);
  });

  it("works without a script", async () => {
    const page = await open({ javaScriptEnabled: false });
    await phone(page).getByLabel("メッセージ", { exact: true }).fill("母のことで");
    await phone(page).getByRole("button", { name: "送信" }).click();
    await page.getByRole("button", { name: "自分のこと" }).click();
    expect(await words(page)).toContain("ありがとうございます");
  });

  it("works by keyboard alone", async () => {
    const page = await open();
    await phone(page).getByLabel("メッセージ", { exact: true }).focus();
    await page.keyboard.type("母のこと");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("で");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "自分のこと" }).focus();
    await page.keyboard.press("Enter");
    await phone(page).getByText("ありがとうございます").waitFor();
    expect((await words(page))[0]).toBe("母のこと\nで");
    expect(trial.received[0]?.message?.text).toBe("母のこと\nで");
  });
});

describe("the page", () => {
  it("shows three phones at a desk, each a person of its own", async () => {
    const page = await open({ viewport: DESK });
    await say(page, "わたし", "self");
    await say(page, "むすめです", "family");
    await say(page, "となりです", "neighbor");
    expect(await page.locator(".phone:visible").count()).toBe(3);
    expect(new Set(trial.received.map((event) => event.source.userId)).size).toBe(3);
  });

  it("shows one phone on a phone, chosen by a tab that tells of news", async () => {
    const page = await open();
    expect(await page.locator(".phone:visible").count()).toBe(1);
    await fetch(`${origin}/try/send`, {
      method: "POST",
      body: new URLSearchParams({ person: "family", text: "むすめです" }),
    });
    await page.locator('[data-tab="family"][data-new]').click();
    await phone(page, "family").getByText("むすめです").waitFor();
    expect(new URL(page.url()).search).toBe("?person=family");
  });

  it("moves the clock", async () => {
    const page = await open();
    await page.getByRole("button", { name: "翌朝9時" }).click();
    await page.getByText("6月2日(火) 9:00").or(page.getByText("6月2日(火) 09:00")).waitFor();
    expect(trial.ran).toEqual([Date.parse("2026-06-02T09:00:00+09:00")]);
  });

  it("shows a mistake of ours as LINE's error body, until it is cleared", async () => {
    const page = await open();
    await phone(page).getByLabel("メッセージ", { exact: true }).fill("まちがい");
    await page.keyboard.press("Enter");
    await page.locator(".strip").getByText("messages[0].text").waitFor();
    await page.getByRole("button", { name: "消す" }).click();
    await page.locator(".strip").waitFor({ state: "hidden" });
  });

  it.each([320, 390, 768, 1280])("never scrolls sideways at %i px", async (width) => {
    const page = await open({ viewport: { width, height: 700 } });
    await say(page, `https://example.jp/${"a".repeat(300)}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it("turns dark by the button and stays so", async () => {
    const page = await open({ colorScheme: "light" });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByLabel("明るい画面と暗い画面を切りかえる").click();
    const dark = await ground();
    await page.reload();
    expect([dark === light, (await ground()) === dark]).toEqual([false, true]);
  });

  it.each([
    ["light", PHONE],
    ["dark", PHONE],
    ["light", DESK],
    ["dark", DESK],
  ] as const)("has nothing axe objects to (%s, %j)", async (colorScheme, viewport) => {
    const page = await open({ colorScheme, viewport, bypassCSP: true });
    await say(page, "母のことで");
    await phone(page).getByLabel("写真・声・場所など").click();
    await page.addScriptTag({ content: AXE });
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run()).violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
    });
    expect(found).toEqual([]);
  });

  it("has targets of at least 44 px", async () => {
    const page = await open();
    await say(page, "母のことで");
    await phone(page).getByLabel("写真・声・場所など").click();
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, summary, a:not(.words a), textarea")]
        .filter((one) => one.checkVisibility())
        .map((one) => ({ name: one.textContent?.trim() || one.className, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
  });
});
