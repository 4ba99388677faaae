// 受付票を書く, with the real desk behind it: what nobody asked is told as not asked, never as a refusal.
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { staffView } from "../../src/admin/view.tsx";
import { town as desk } from "../desk/town.ts";
import { browse, town, type Town } from "./town.ts";

const words = (html: string) => html.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");

/** The page of a record written with these fields; who reads it. */
async function written(form: Record<string, string>, reader = "hana"): Promise<{ here: Town; path: string }> {
  const here = await town();
  const counter = desk({ store: here.store, office: here.room.office });
  const room = { ...here.room, desk: counter.desk };
  const pages = { ...here, ...browse(new Hono().route("/admin", staffView(room)), room.publicUrl) };
  await pages.signInAs(reader);
  const answer = await pages.post("/admin/new", { channel: "電話", narrative: "ごみのことで", ...form });
  return { here: pages, path: (answer.headers.get("location") ?? "").replace(/\?.*/, "") };
}
const read = async ({ here, path }: Awaited<ReturnType<typeof written>>) => words(await (await here.get(path)).text());

describe("手で書いた受付票で、聞いていないことは", () => {
  it("断ったことにならない", async () => {
    const sheet = await written({});
    const page = await read(sheet);
    expect(page).toMatch(/だれから 聞いていない だれのこと — /);
    expect(page).toContain("まだわからないこと だれからの相談か、本人の年代");
    expect(page).toContain("相談として記録する： 聞いていない");
    expect(page.replace(/<section.*/s, "")).not.toMatch(/だれ\S+ \S*(言いたくない|答えたくない)/);
    expect(words(await (await sheet.here.get("/admin")).text())).not.toContain("答えたくない");
    const intake = await sheet.here.store.records.find("demo", sheet.path.split("/").at(-1) ?? "");
    expect([intake?.facts.subjects, intake?.facts.answers]).toEqual([[], []]);
  });

  it("年代だけ聞いたなら、年代は残り、続柄は聞いていないと出る", async () => {
    expect(await read(await written({ ageBand: "75-84" }))).toContain("だれのこと 続柄は聞いていない・75〜84歳");
  });

  it("年代だけの人を確かめて直しても、その人は消えない", async () => {
    const { here, path } = await written({ ageBand: "75-84" });
    const form = { base: "0", category: "", relation0: "聞いていない", age0: "85+", why: "電話で" };
    expect((await here.post(`${path}/fix`, form)).status).toBe(303);
    expect(words(await (await here.get(path)).text())).toContain("続柄は聞いていない・85歳以上");
  });

  it("だれのことか空けてあれば、権限のない人には、相談した人を伏せる", async () => {
    const page = await read(await written({ name: "山本" }, "taro"));
    expect(page).not.toContain("山本");
  });
});

it("聞いて「答えたくない」と言われたことは、そう残る", async () => {
  const page = await read(await written({ role: "UNKNOWN", relation: "言いたくない", ageBand: "40-49" }));
  expect(page).toContain("だれから わからない・答えたくない");
  expect(page).toContain("だれのこと 言いたくない・40代");
});
