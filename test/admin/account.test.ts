// Signing in, staying in, getting out; one-time links; the accounts' command.
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { checkPassword, hashPassword, randomPassword } from "../../src/admin/account/password.ts";
import { seedTrialStaff } from "../../src/admin/account/trial.ts";
import { staffView } from "../../src/admin/view.tsx";
import { staffCommand } from "../../src/staff.ts";
import { deviceCookie } from "../../src/admin/account/tries.ts";
import { aoba, NOON, town, type Town } from "./town.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("パスワード", () => {
  it("今日の重さで刻まれ、正しいものだけが通る", async () => {
    const kept = await hashPassword("correct horse battery");
    expect(kept).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(await checkPassword("correct horse battery", kept)).toEqual({ ok: true, stale: false });
    expect(await checkPassword("correct horse batterz", kept)).toEqual({ ok: false, stale: false });
  });
  it("名前のない人は、刻みがあっても通らない", async () => {
    expect((await checkPassword("x", null)).ok).toBe(false);
    expect((await checkPassword("", "")).ok).toBe(false);
    expect((await checkPassword("", "scrypt$15$8$3$$")).ok).toBe(false);
  });
  it("全角で打っても同じ", async () => {
    const kept = await hashPassword("abcdefghijkl", { log2N: 4, r: 8, p: 1 });
    expect((await checkPassword("ａｂｃdefghijkl", kept)).ok).toBe(true);
  });
  it("おためしのパスワードは毎回ちがう", () => {
    expect(randomPassword()).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(randomPassword()).not.toBe(randomPassword());
  });
});

describe("サインイン", () => {
  it("サインインしていなければ、どのページも入口へ、もとの場所を覚えて", async () => {
    const here = await town();
    const answer = await here.get("/admin/records/01A?x=1");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/admin/sign-in?next=%2Fadmin%2Frecords%2F01A%3Fx%3D1");
  });

  it("切れてから送った言葉は、なくならない", async () => {
    const here = await town();
    const answer = await here.post("/admin/records/01A/note", { text: "だいじなメモ" });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain("だいじなメモ");
  });

  it("クッキーはスクリプトから見えず、12時間で切れる", async () => {
    const here = await town();
    const answer = await here.post("/admin/sign-in", { login: "Ｈana ", password: "correct horse battery" });
    const [session, known] = answer.headers.getSetCookie();
    expect(session).toMatch(/^uketome_staff=[\w-]{43}; Max-Age=43200; Path=\/admin; HttpOnly; SameSite=Lax$/);
    expect(known).toMatch(/^uketome_known_\w+=[\w.-]+; Max-Age=15552000; Path=\/admin; HttpOnly; SameSite=Lax$/);
    await here.signInAs("hana");
    here.clock.at += 12 * HOUR - 1;
    expect((await here.get("/admin")).status).toBe(200);
    here.clock.at += 1;
    expect((await here.get("/admin")).status).toBe(303);
  });

  it("httpsでは、クッキーはhttpsにだけ出る", async () => {
    const here = await town({ publicUrl: "https://soudan.example" });
    const answer = await here.post("/admin/sign-in", { login: "hana", password: "correct horse battery" });
    expect(answer.headers.get("set-cookie")).toContain("; Secure");
  });

  it("古い重さの刻みは、サインインのときに新しくなる", async () => {
    const here = await town();
    await here.signInAs("hana");
    expect((await here.store.staff.byId("hana"))?.password).toMatch(/^scrypt\$15\$8\$3\$/);
    await here.signInAs("hana");
    expect((await here.get("/admin")).status).toBe(200);
  });

  it.each([
    ["どちらも空", "", "", ["サインイン名を入れてください", "パスワードを入れてください"]],
    ["名前が空", " ", "correct horse battery", ["サインイン名を入れてください"]],
    ["パスワードが空", "hana", "", ["パスワードを入れてください"]],
  ])("%s なら、どこに何を入れるかを言い、まちがえた回数に数えない", async (_, login, password, said) => {
    const here = await town();
    for (let n = 0; n < 6; n += 1) {
      const answer = await here.post("/admin/sign-in", { login, password });
      expect(answer.status).toBe(422);
      const html = await answer.text();
      for (const one of said) expect(html).toContain(`${one}</a>`);
      expect(html).not.toContain("違います");
    }
    await here.signInAs("hana");
    expect((await here.get("/admin")).status).toBe(200);
  });

  const good = { login: "hana", password: "correct horse battery" };
  const guess = async (here: Town, times: number, from: string) => {
    for (let n = 0; n < times; n += 1) await here.post("/admin/sign-in", { login: "hana", password: "wrong" }, from);
  };

  it("同じところから5回違うと、正しいパスワードでも15分待つ", async () => {
    const here = await town();
    for (let n = 0; n < 5; n += 1)
      expect((await here.post("/admin/sign-in", { login: "hana", password: "wrong" })).status).toBe(422);
    expect((await here.post("/admin/sign-in", { ...good, login: "HANA" })).status).toBe(429);
    here.clock.at += 15 * MINUTE + 1;
    expect((await here.post("/admin/sign-in", good)).status).toBe(303);
  }, 60_000);

  it("ほかのところでだれかが違えても、締め出されない", async () => {
    const here = await town();
    await guess(here, 5, "192.0.2.1");
    expect((await here.post("/admin/sign-in", good, "192.0.2.1")).status).toBe(429);
    expect((await here.post("/admin/sign-in", good, "192.0.2.2")).status).toBe(303);
  }, 60_000);

  it("ところを変えて30回違えても、一度入ったことのあるブラウザーからは入れる", async () => {
    const here = await town();
    await here.signInAs("hana");
    await here.post("/admin/sign-out", {});
    const at = here.clock.at - MINUTE;
    for (let n = 0; n < 30; n += 1) await here.store.staff.noteFailure("demo/hana", at);
    expect((await here.post("/admin/sign-in", good)).status).toBe(303);
    here.forget();
    expect((await here.post("/admin/sign-in", good, "192.0.2.9")).status).toBe(429);
  }, 60_000);

  it("作ったしるしでは、入ったことのあるブラウザーにならない", async () => {
    const here = await town();
    const at = here.clock.at - MINUTE;
    for (let n = 0; n < 30; n += 1) await here.store.staff.noteFailure("demo/hana", at);
    const name = deviceCookie("hana");
    expect((await here.post("/admin/sign-in", good, "", `${name}=bm9uY2Vub25jZQ.aGFzaA`)).status).toBe(429);
  });

  it.each([
    ["/admin/records/01A?done=note", "/admin/records/01A?done=note"],
    ["https://evil.example", "/admin"],
    ["//evil.example", "/admin"],
    ["/adminx", "/admin"],
    ["/admin/%2e%2e/try", "/admin"],
    ["/admin/.%2E/healthz", "/admin"],
    ["/\\\\evil.example/admin", "/admin"],
    ["/admin?show=all&owner=none", "/admin?show=all&owner=none"],
    ["", "/admin"],
  ])("サインインのあと %s なら %s へ", async (next, to) => {
    const here = await town();
    const answer = await here.post("/admin/sign-in", { login: "hana", password: "correct horse battery", next });
    expect(answer.headers.get("location")).toBe(to);
  });

  it("サインアウトすると、前のクッキーはもう使えない", async () => {
    const here = await town();
    await here.signInAs("hana");
    await here.post("/admin/sign-out", {});
    expect((await here.get("/admin")).status).toBe(303);
  });

  it("やめた人は、開いたままでも入れない", async () => {
    const here = await town();
    await here.signInAs("taro");
    await staffCommand(["remove", "taro"], { ...here.room, print: () => {} });
    expect((await here.get("/admin")).status).toBe(303);
  });

  it("権限のない人は、どのページも開けない", async () => {
    const here = await town();
    await here.signInAs("nobody");
    expect((await here.get("/admin")).status).toBe(403);
    expect((await here.get("/admin/media/x")).status).toBe(403);
  });
});

describe("外からの投稿と飾り", () => {
  it("よそのページからの投稿は断る", async () => {
    const here = await town();
    const app = new Hono().route("/admin", staffView(here.room));
    const send = (headers: Record<string, string>) =>
      app.request("http://127.0.0.1:3000/admin/sign-out", { method: "POST", body: new URLSearchParams(), headers });
    const refused = await send({ origin: "https://evil.example" });
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining("PUBLIC_URL を確かめて")]);
    expect((await send({})).status).toBe(403);
    expect((await send({ origin: "http://127.0.0.1:3000" })).status).toBe(303);
  });

  it("スクリプトもよその資源も許さず、ページは手元に残さない", async () => {
    const here = await town();
    const { headers } = await here.get("/admin/sign-in");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("strict-transport-security")).toBeNull();
  });
});

describe("一度だけのリンク", () => {
  async function invited() {
    const here = await town();
    const lines: string[] = [];
    const desk = { ...here.room, print: (line: string) => void lines.push(line) };
    expect(await staffCommand(["add", "Sato", "佐藤", "花子", "--reporter"], desk)).toBe(0);
    return { here, desk, lines, path: new URL(lines.at(-1) ?? "").pathname };
  }
  const good = { password: "asa no ocha wa oishii", again: "asa no ocha wa oishii" };

  it("開いて、パスワードを決めると、そのまま入れる。二度めは使えない", async () => {
    const { here, path } = await invited();
    expect(await (await here.get(path)).text()).toContain("佐藤 花子さん");
    const answer = await here.post(path, good);
    expect(answer.headers.get("location")).toBe("/admin?done=welcome");
    expect((await here.get(path)).status).toBe(410);
    expect((await here.post(path, good)).status).toBe(410);
    expect((await here.store.staff.byLogin("demo", "sato"))?.rights).toEqual(["desk", "reporter"]);
  });

  it.each([
    ["短い", { password: "short", again: "short" }, "12文字以上"],
    ["二つが違う", { password: "asa no ocha wa", again: "asa no ocha wo" }, "2つのパスワードが違います"],
    ["サインイン名が入っている", { password: "sato-sato-sato", again: "sato-sato-sato" }, "サインイン名を入れない"],
    ["同じ文字ばかり", { password: "aaaaaaaaaaaa", again: "aaaaaaaaaaaa" }, "くりかえし"],
  ])("%s → 直し方を言い、リンクはまだ使える", async (_, form, say) => {
    const { here, path } = await invited();
    const answer = await here.post(path, form);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(say);
    expect((await here.get(path)).status).toBe(200);
  });

  it("24時間で切れる", async () => {
    const { here, path } = await invited();
    here.clock.at += 24 * HOUR;
    expect((await here.get(path)).status).toBe(410);
  });

  it("新しいリンクを出すと、前のリンクはもう使えない", async () => {
    const { here, desk, lines, path } = await invited();
    await staffCommand(["reset", "sato"], desk);
    expect((await here.get(path)).status).toBe(410);
    expect((await here.post(path, good)).status).toBe(410);
    expect((await here.get(new URL(lines.at(-1) ?? "").pathname)).status).toBe(200);
  });

  it("reset は前のパスワードと開いている画面を閉じる", async () => {
    const { here, desk, lines } = await invited();
    await here.signInAs("hana");
    expect(await staffCommand(["reset", "hana"], desk)).toBe(0);
    expect((await here.get("/admin")).status).toBe(303);
    expect((await here.post("/admin/sign-in", { login: "hana", password: "correct horse battery" })).status).toBe(422);
    expect((await here.get(new URL(lines.at(-1) ?? "").pathname)).status).toBe(200);
  });
});

describe("npm run staff", () => {
  it.each([
    [["add", "hana", "花田"], 1, "もうあります"],
    [["add", "x"], 2, "使いかた"],
    [["add", "名前", "花田"], 2, "使いかた"],
    [["reset", "who"], 1, "見つかりません"],
    [["remove", "who"], 1, "見つかりません"],
    [["fly"], 2, "使いかた"],
    [["list"], 0, "hana\t花田\t相談者も見られる"],
  ])("%j → %i", async (args, code, say) => {
    const { room } = await town();
    const lines: string[] = [];
    expect(await staffCommand(args, { ...room, print: (line) => void lines.push(line) })).toBe(code);
    expect(lines.join("\n")).toContain(say);
  });
});

it("おためしの職員は、始めるたびにパスワードが変わる", async () => {
  const { store } = await town();
  const first = await seedTrialStaff(store, aoba, NOON);
  const second = await seedTrialStaff(store, aoba, NOON);
  const kept = (await store.staff.byLogin("demo", "demo"))?.password ?? null;
  expect((await store.staff.list("demo")).filter(({ login }) => login === "demo")).toHaveLength(1);
  expect((await checkPassword(first.password, kept)).ok).toBe(false);
  expect((await checkPassword(second.password, kept)).ok).toBe(true);
});
