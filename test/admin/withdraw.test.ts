// Consent on the record's page: staff write it down, the resident takes it back on LINE, and every act knows at once.
import { Hono } from "hono";
import { expect, it } from "vitest";
import { staffView } from "../../src/admin/view.tsx";
import { PERSON, text, town as desk, type Town as Counter } from "../desk/town.ts";
import { browse, town, type Town } from "./town.ts";

const words = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

interface Scene {
  counter: Counter;
  /** What the record's page says now. */
  page(): Promise<string>;
  /** Does an act with the form of the page as it stands; what the page says then. */
  act(name: string, fields: Record<string, string>): Promise<{ status: number; said: string }>;
  says(words: string): Promise<void>;
  entries(): ReturnType<Counter["entries"]>;
}

/** Somebody whose words became a record, and hana before its page. */
async function opened(): Promise<Scene> {
  const here: Town = await town();
  const counter = desk({ store: here.store });
  await counter.take(text("死にたい", counter.clock));
  const room = { ...here.room, desk: counter.desk, now: () => counter.clock.now };
  const pages = browse(new Hono().route("/admin", staffView(room)), room.publicUrl);
  await pages.signInAs("hana");
  const path = `/admin/records/${(await counter.talk(PERSON))?.state.intake}`;
  const html = async () => (await pages.get(path)).text();
  return {
    counter,
    page: async () => words(await html()),
    async act(name, fields) {
      const form = await html();
      const base = /name="base" value="(\d+)"/.exec(form)?.[1] ?? "";
      const task = new RegExp(`name="task" value="([^"]+)"`).exec(form)?.[1] ?? "";
      const answer = await pages.post(`${path}/${name}`, { base, task, ...fields });
      const to = answer.headers.get("location");
      return {
        status: answer.status,
        said: words(to === null ? await answer.text() : await (await pages.get(to)).text()),
      };
    },
    async says(line) {
      counter.clock.now += 60_000;
      await counter.take(text(line, counter.clock));
    },
    entries: () => counter.entries(),
  };
}

it("会議の同意を聞いて書きとめると重層的支援会議に、LINEで取り下げるとすぐに支援会議にもどる", async () => {
  const { page, act, says } = await opened();
  expect(await page()).toContain("いま出せる会議 支援会議");
  const agreed = { scope: "MEETING", value: "GIVEN", method: "口頭", text: "電話で、よいと言った" };
  expect((await act("consent", agreed)).said).toContain("いま出せる会議 重層的支援会議");
  await says("会議に出さないで");
  const after = await page();
  expect(after).toContain("いま出せる会議 支援会議");
  expect(after).toContain("会議での検討の同意は、取り下げられています");
  expect(after).toContain("すること（1件） 取り下げ: 会議での検討");
  expect(after).toContain("同意：重層的支援会議で話し合う 同意あり（口頭）「電話で、よいと言った」");
});

it("することは、対応したと押すまで残り、だれがいつしたかが残る", async () => {
  const { page, act, says } = await opened();
  await says("会議に出さないで");
  const { said } = await act("done", { text: "会議の担当に伝えた" });
  expect(said).not.toContain("すること（");
  expect(await page()).toMatch(/花田 対応した：会議の担当に伝えた 取り下げ: 会議での検討/);
});

it("連絡を取り下げた人には、理由を書くまで返事が出ず、書いた理由が残る", async () => {
  const { counter, page, act, says, entries } = await opened();
  await says("もう連絡しないでください");
  expect(await page()).toContain("こちらからの連絡は、取り下げられています。連絡するときは、理由を残してください。");
  expect((await act("answer", { text: "お元気ですか", sure: "yes" })).status).toBe(422);
  expect(counter.line.shown.some((call) => call.text === "お元気ですか")).toBe(false);
  await act("answer", { text: "お元気ですか", sure: "yes", why: "命の危険がある" });
  expect(counter.line.shown.at(-1)?.text).toBe("お元気ですか");
  expect((await entries()).filter(({ kind }) => kind === "answer").map(({ body }) => body)).toEqual([
    { why: "命の危険がある" },
  ]);
});

it("まだ入力中でも、連絡を取り下げた人への返事には理由が要り、残る", async () => {
  const here = await town();
  const counter = desk({ store: here.store });
  await counter.take(text("相談です", counter.clock));
  counter.clock.now += 60_000;
  await counter.take(text("もう連絡しないでください", counter.clock));
  const room = { ...here.room, desk: counter.desk, now: () => counter.clock.now };
  const pages = browse(new Hono().route("/admin", staffView(room)), room.publicUrl);
  await pages.signInAs("hana");
  const intake = (await counter.talk())?.state.intake ?? "";
  const form = { text: "お元気ですか", sure: "yes" };
  expect((await pages.post(`/admin/records/${intake}/answer`, form)).status).toBe(422);
  expect((await pages.post(`/admin/records/${intake}/answer`, { ...form, why: "約束していた" })).status).toBe(303);
  expect((await counter.entries(intake)).find(({ kind }) => kind === "answer")?.body).toEqual({ why: "約束していた" });
});

it("同意なしでつなぐときは根拠を選び、それが「これまでのこと」に出る", async () => {
  const { act } = await opened();
  const refer = { status: "REFERRED", closeReason: "", why: "包括へ" };
  const asked = await act("status", refer);
  expect([asked.status, asked.said]).toEqual([422, expect.stringContaining("同意のほかの根拠を選んでください")]);
  const { said } = await act("status", { ...refer, basis: "LIFE_BODY" });
  expect(said).toContain("状態：受付 → つなぎ中（根拠：命や身体の危険があり、同意を待てない）（理由：包括へ）");
});
