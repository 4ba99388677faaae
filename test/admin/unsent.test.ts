// A form that was sent after the session had ended: what was written comes back with whoever signs in, and nothing is done.
import { describe, expect, it } from "vitest";
import { freshState } from "../../src/flow/state.ts";
import type { Talk } from "../../src/ports.ts";
import { keep, NOON, record, town, type Town } from "./town.ts";

const HERE = "/admin/records/01A";
const WHO = { login: "hana", password: "correct horse battery" };
const TALK: Talk = {
  key: "key",
  office: "demo",
  person: "U1",
  revision: 1,
  state: { ...freshState("intake", "1", "ja"), lastAt: NOON },
  seen: [],
  unfiled: [],
  owed: [],
};
const CODES = { draft: false, receivedAt: NOON, lastAt: NOON, role: null, category: null, district: null } as const;

async function opened(): Promise<Town> {
  const here = await town();
  const codes = { ...CODES, intake: "01A", lang: "ja", urgency: "E9", dueAt: null } as const;
  await here.store.talks.commit([{ talk: TALK, base: 0, codes }]);
  await keep(here.store, [record({ talk: "key", unread: false })]);
  return here;
}

/** The hidden fields of the form that signs in. */
const carried = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );

/** Sends a form without a session, signs in, and comes back as a browser does; `wrong`: with a wrong password first. */
async function through(here: Town, path: string, form: Record<string, string>, wrong = false) {
  let page = await here.post(path, form);
  expect(page.status).toBe(401);
  if (wrong) page = await here.post("/admin/sign-in", { ...carried(await page.text()), ...WHO, password: "wrong" });
  const html = await page.text();
  const sent = { ...carried(html), ...WHO };
  const answer = await here.post("/admin/sign-in", sent);
  await here.signInAs("hana");
  const to = answer.headers.get("location") ?? "";
  return { html, answer, to, back: await here.post(to, sent) };
}

describe("サインインが切れてから送ったものは、サインインすると", () => {
  it.each([
    ["メモ", "note", { text: "だいじな\nメモ" }, "だいじな\nメモ</textarea>"],
    ["返事", "answer", { text: "読みました" }, "読みました</textarea>"],
    ["緊急度の理由", "urgency", { urgency: "E1", why: "電話で聞いた" }, 'value="電話で聞いた"'],
    ["わたす相手への申し送り", "owner", { to: "taro", why: "地区の担当" }, 'value="地区の担当"'],
  ])("%s: 元の受付票の欄にもどり、まだ何もしていない", async (_, act, form, shown) => {
    const here = await opened();
    const { html, answer, to, back } = await through(here, `${HERE}/${act}`, { base: "0", ...form });
    expect(html).toContain("書いたものと一緒にもどります");
    expect([answer.status, to, back.status]).toEqual([307, `${HERE}/${act}`, 200]);
    const page = await back.text();
    expect(page).toContain(shown);
    expect(page).toContain("まだ保存も送信もしていません");
    expect([here.said, await here.store.records.entries("01A")]).toEqual([[], []]);
    expect(page).not.toContain(WHO.password);
    expect(page).not.toContain('name="unsent"');
  });

  it("パスワードを一度まちがえても、なくならない。パスワードはページに残らない", async () => {
    const { html, back } = await through(await opened(), `${HERE}/note`, { base: "0", text: "だいじなメモ" }, true);
    expect(html).toContain("だいじなメモ");
    expect(html).not.toContain('value="wrong"');
    expect(await back.text()).toContain("だいじなメモ</textarea>");
  });

  it("入力中の人への返事", async () => {
    const here = await town();
    const codes = { ...CODES, intake: "D1", draft: true, lang: "ja", urgency: "E9", dueAt: null } as const;
    await here.store.talks.commit([{ talk: TALK, base: 0, codes }]);
    const { back } = await through(here, "/admin/records/D1/answer", { base: "0", text: "ゆっくりどうぞ" });
    expect([back.status, here.said]).toEqual([200, []]);
    expect(await back.text()).toContain("ゆっくりどうぞ</textarea>");
  });

  it("手で書いた受付票: どの欄も残り、まだ作っていない", async () => {
    const here = await opened();
    const form = { narrative: "窓口に来られた", phone: "000-0000-0000", urgency: "E2", contact: "TEL" };
    const { back } = await through(here, "/admin/new", form);
    const page = await back.text();
    for (const shown of ["窓口に来られた</textarea>", 'value="000-0000-0000"', "まだ保存も送信もしていません"])
      expect(page).toContain(shown);
    expect(await here.store.records.find("demo", "hand")).toBeNull();
  });

  it("よそのアドレスへは行かない", async () => {
    const here = await opened();
    const away = { ...WHO, text: "メモ", unsent: "yes", next: "//evil.example/x" };
    expect((await here.post("/admin/sign-in", away)).headers.get("location")).toBe("/admin");
  });

  it("その間にほかの職員が変えていれば、そう言い、書いたものを残す", async () => {
    const here = await opened();
    const page = await here.post(`${HERE}/note`, { base: "0", text: "だいじなメモ" });
    const sent = { ...carried(await page.text()), ...WHO };
    await here.signInAs("taro");
    expect((await here.post(`${HERE}/urgency`, { base: "0", urgency: "E1", why: "電話で聞いた" })).status).toBe(303);
    await here.signInAs("hana");
    const back = await here.post(`${HERE}/note`, sent);
    expect([back.status, await back.text()]).toEqual([
      409,
      expect.stringMatching(/ほかの職員が先に[^]*だいじなメモ<\/textarea>/u),
    ]);
  });
});
