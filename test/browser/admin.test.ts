// The staff view in a real browser: with scripts off, by keyboard, on a telephone, on paper, and by axe.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staffView } from "../../src/admin/view.tsx";
import { town, type Town } from "../admin/town.ts";
import { fillQueue } from "./admin-queue.ts";
import { openBrowser } from "./chromium.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** Scripts run only where axe or a measure needs them; the pages have none. */
const MEASURED: BrowserContextOptions = { javaScriptEnabled: true, bypassCSP: true };

let browser: Browser;
let here: Town;
let site: string;
let close: () => void;
/** One sign-in for all: it is slow on purpose. */
let session: Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["storageState"]>>;

beforeAll(async () => {
  browser = await openBrowser();
  here = await town();
  await fillQueue(here.store);
  ({ site, close } = await listen(here));
  session = await signIn();
});
afterAll(async () => {
  await browser?.close();
  close?.();
});

async function listen({ room }: Town): Promise<{ site: string; close: () => void }> {
  const app = new Hono();
  const server = await new Promise<ReturnType<typeof serve>>((ready) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, () => ready(started));
  });
  const address = server.address();
  const site = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  app.route("/admin", staffView({ ...room, publicUrl: site, alertsReady: false }));
  return { site, close: () => server.close() };
}

async function signIn() {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${site}/admin`);
  await page.getByLabel("サインイン名").fill("hana");
  await page.getByLabel("パスワード").fill("correct horse battery");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${site}/admin`);
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}

/** A page of its own, signed in, for as long as `use` needs it. */
async function visit(use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({
    viewport: DESK,
    storageState: session,
    javaScriptEnabled: false,
    ...options,
  });
  context.setDefaultTimeout(10_000);
  await use(await context.newPage());
  await context.close();
}

/** With PICTURES=<folder> each page is kept as a picture, to be looked at. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const run = "axe.run(document, { resultTypes: ['violations'] })";
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(run);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

const PAGES = [
  ["一覧", "/admin"],
  ["しぼった一覧", "/admin?urgency=E2"],
  ["受付票", "/admin/records/told"],
  ["ベトナム語の受付票", "/admin/records/viet"],
  ["入力中", "/admin/records/D1"],
  ["受付票を書く", "/admin/new"],
  ["件数", "/admin/figures"],
  ["設定", "/admin/settings"],
  ["相談の流れ", "/admin/flows"],
  ["使いかた", "/admin/help"],
  ["見つからない番号", "/admin/open?no=2026-XXXXXX"],
] as const;

describe("だれにでも使える（axe、違反なし）", () => {
  it.each([
    ["机の幅", DESK],
    ["電話の幅", PHONE],
  ])("%s", (_, viewport) =>
    visit(
      async (page) => {
        for (const [name, path] of PAGES) {
          await page.goto(site + path);
          expect(await faults(page), name).toEqual([]);
          await picture(page, `${name}-${viewport.width}`);
        }
      },
      { ...MEASURED, viewport },
    ),
  );

  it("サインインと、まちがえたサインイン", () =>
    visit(
      async (page) => {
        await page.goto(`${site}/admin/sign-in`);
        expect(await faults(page)).toEqual([]);
        await page.getByRole("button", { name: "サインイン" }).click();
        expect(await page.getByRole("alert").innerText()).toContain("サインインできませんでした");
        expect(await faults(page)).toEqual([]);
        await picture(page, "サインイン");
      },
      { ...MEASURED, viewport: PHONE, storageState: { cookies: [], origins: [] } },
    ));

  it("直すところがある受付票", () =>
    visit(async (page) => {
      await page.goto(`${site}/admin/records/told`);
      await page.getByRole("button", { name: "状態を変える" }).click();
      expect(await faults(page)).toEqual([]);
      await picture(page, "直すところ");
    }, MEASURED));
});

it("320 pxから1280 pxまで、横にはみ出さない", () =>
  visit(async (page) => {
    for (const [name, path] of PAGES) {
      await page.goto(site + path);
      for (const width of [1280, 1024, 768, 640, 390, 360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
        expect(wide, `${name} ${width}`).toBeLessThanOrEqual(width);
      }
    }
  }, MEASURED));

it("40件の対応中が、一ページに、一件一行で並ぶ", () =>
  visit(async (page) => {
    await page.goto(`${site}/admin`);
    const heights = await page.evaluate<number[]>(
      "[...document.querySelectorAll('table.queue tbody tr')].map((line) => line.getBoundingClientRect().height)",
    );
    expect(heights.length).toBeGreaterThanOrEqual(40);
    expect(Math.max(...heights)).toBeLessThanOrEqual(34);
  }, MEASURED));

it("スクリプトなしで、キーだけで、ひらいて返事をして状態を変える", () =>
  visit(async (page) => {
    await page.goto(`${site}/admin`);
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").innerText()).toBe("本文へ");
    await page.getByLabel("受付番号でひらく").focus();
    await page.keyboard.type("2026 tqld22");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${site}/admin/records/told`);
    await page.getByLabel("返事", { exact: true }).focus();
    await page.keyboard.type("お話を読みました。");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/told?done=sent");
    expect(await page.locator("output").innerText()).toBe("返事を送りました。");
    expect(here.said).toEqual(["お話を読みました。"]);
    await page.getByLabel("新しい状態").focus();
    await page.keyboard.press("ArrowDown");
    await page.getByLabel("変える理由").focus();
    await page.keyboard.type("電話で確かめます");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/told?done=status");
    expect(await page.locator("output").innerText()).toBe("状態を変えました。");
    expect(await page.locator(".strip").innerText()).toContain("確認中");
  }));

it("サインインが切れてから送ったメモは、サインインすると、元の受付票の欄にある", () =>
  visit(async (page) => {
    await page.goto(`${site}/admin/records/told`);
    const before = (await here.store.records.entries("told")).length;
    await page.getByLabel("職員どうしのメモ").fill("窓口で\n「聞いた」こと");
    await page.context().clearCookies();
    await page.getByRole("button", { name: "メモを残す" }).click();
    await page.getByLabel("サインイン名").fill("hana");
    await page.getByLabel("パスワード").fill("correct horse battery");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/told/note");
    expect(await page.getByLabel("職員どうしのメモ").inputValue()).toBe("窓口で\n「聞いた」こと");
    expect(await page.locator("output").innerText()).toContain("まだ保存も送信もしていません");
    await page.getByRole("button", { name: "メモを残す" }).click();
    await page.waitForURL("**/told?done=note");
    const entries = await here.store.records.entries("told");
    const notes = entries.filter(({ kind }) => kind === "note").map(({ body }) => body.text);
    expect([entries.length, notes]).toEqual([before + 1, ["窓口で\n「聞いた」こと"]]);
  }));

it("紙には、受付票だけが出る", () =>
  visit(async (page) => {
    await page.goto(`${site}/admin/records/told`);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("heading", { name: "わかっていること" }).isVisible()).toBe(true);
    expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
    expect(await page.locator("button:visible, textarea:visible, select:visible").count()).toBe(0);
    await page.setViewportSize({ width: 794, height: 1123 });
    await picture(page, "紙");
  }));
