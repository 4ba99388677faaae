// A button that is pressed twice, with the real desk behind it: what it says is done once, and whoever pressed sees it done.
import { Hono } from "hono";
import { expect, it } from "vitest";
import { onceId } from "../../src/admin/once.tsx";
import { staffView } from "../../src/admin/view.tsx";
import { PERSON, text, town as desk, type Town as Counter } from "../desk/town.ts";
import { browse, town, type Town } from "./town.ts";

/** A counter with somebody who writes, and hana before her pages. */
async function opened(said: string): Promise<{ counter: Counter; here: Town; record: string }> {
  const here = await town();
  const counter = desk({ store: here.store });
  await counter.take(text(said, counter.clock));
  const room = { ...here.room, desk: counter.desk, now: () => counter.clock.now };
  const pages = browse(new Hono().route("/admin", staffView(room)), room.publicUrl);
  await pages.signInAs("hana");
  return {
    counter,
    here: { ...here, ...pages },
    record: `/admin/records/${(await counter.talk(PERSON))?.state.intake}`,
  };
}

const hidden = (html: string, act: string) => {
  const form = html.slice(html.search(new RegExp(`action="[^"]*/${act}"`)));
  return Object.fromEntries(
    [...form.slice(0, form.indexOf("</form>")).matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );
};

it.each([
  ["入力中の人への返事", "相談です"],
  ["受付票への返事", "死にたい"],
])("%s", async (_, said) => {
  const { counter, here, record } = await opened(said);
  const form = { ...hidden(await (await here.get(record)).text(), "answer"), text: "読みました" };
  const both = await Promise.all([here.post(`${record}/answer`, form), here.post(`${record}/answer`, form)]);
  const third = await here.post(`${record}/answer`, form);
  expect([...both, third].map(({ status }) => status)).toEqual([303, 303, 303]);
  expect(third.headers.get("location")).toBe(`${record}?done=sent`);
  expect(counter.line.shown.filter((call) => call.text === "読みました")).toHaveLength(1);
});

it("同じ画面から、ほかの言葉でもう一度返事をしても、前の返事は見てからになる", async () => {
  const { counter, here, record } = await opened("相談です");
  const form = hidden(await (await here.get(record)).text(), "answer");
  await here.post(`${record}/answer`, { ...form, text: "読みました" });
  const again = await here.post(`${record}/answer`, { ...form, text: "またあとで" });
  expect(await again.text()).toContain("このページをひらいたあとに、職員の返事が送られています");
  expect(counter.line.shown.some((call) => call.text === "またあとで")).toBe(false);
});

it.each([
  ["入力中の人", "相談です", "やっぱりいいです"],
  ["受付票の人", "死にたい", "いまから橋に行く"],
])("%sが、画面をひらいたあとに書いたことばは、読んでから返事をする", async (_, said, after) => {
  const { counter, here, record } = await opened(said);
  const form = { ...hidden(await (await here.get(record)).text(), "answer"), text: "また来週うかがいます" };
  counter.clock.now += 1000;
  await counter.take(text(after, counter.clock));
  const stopped = await here.post(`${record}/answer`, form);
  const page = await stopped.text();
  expect(stopped.status).toBe(422);
  for (const shown of ["相談した人から新しいことばが届いています", after, "また来週うかがいます"])
    expect(page).toContain(shown);
  expect(counter.line.shown.some((call) => call.text === form.text)).toBe(false);
  counter.clock.now += 1000;
  await counter.take(text("まだここにいます", counter.clock));
  const sent = await here.post(`${record}/answer`, { ...hidden(page, "answer"), text: form.text });
  expect(sent.headers.get("location")).toBe(`${record}?done=sent`);
});

it("受付票を書く", async () => {
  const { here } = await opened("相談です");
  const { once = "" } = hidden(await (await here.get("/admin/new")).text(), "new");
  const form = { once, channel: "電話", narrative: "母のことで" };
  const both = await Promise.all([here.post("/admin/new", form), here.post("/admin/new", form)]);
  const [first, second] = both.map(({ headers }) => headers.get("location"));
  expect(first).toBe(second);
  const other = await here.post("/admin/new", { ...form, narrative: "父のことで" });
  expect(other.headers.get("location")).not.toBe(first);
  const { total } = await here.store.records.queue({ office: "demo", show: "open", limit: 9, offset: 0 });
  expect(total).toBe(3);
});

it("メモを残す", async () => {
  const { here, record } = await opened("死にたい");
  const form = { ...hidden(await (await here.get(record)).text(), "note"), text: "電話しました" };
  const answers = [await here.post(`${record}/note`, form), await here.post(`${record}/note`, form)];
  expect(answers.map(({ headers }) => headers.get("location"))).toEqual([`${record}?done=note`, `${record}?done=note`]);
  const entries = await here.store.records.entries(record.split("/").at(-1) ?? "");
  expect(entries.filter(({ kind }) => kind === "note")).toHaveLength(1);
});

it("しるしのない投稿は、ひとつずつ別のもの", () => {
  expect(onceId("", "a")).not.toBe(onceId("", "a"));
  expect(onceId("o", "a", "b")).toBe(onceId("o", "a", "b"));
  expect(onceId("o", "a", "b")).not.toBe(onceId("o", "ab"));
});
