// 相談の流れ: staff see each course as a picture and as sentences; whoever is not signed in sees nothing.
import { expect, it } from "vitest";
import { town } from "./town.ts";

const page = async (): Promise<string> => {
  const here = await town();
  await here.signInAs("hana");
  return (await here.get("/admin/flows")).text();
};

it("shows every course of the office, linked from the menu beside 設定", async () => {
  const html = await page();
  for (const id of ["start", "self", "family", "third", "agency", "partner", "child", "danger", "anytime"])
    expect(html).toMatch(new RegExp(`<section[^>]* id="${id}"[\\s\\S]*?<svg `, "u"));
  expect(html).toMatch(/設定<\/a><a href="\/admin\/flows" aria-current="page">相談の流れ/u);
});

it("needs no script and no inline style, which the page forbids", async () => {
  expect(await page()).not.toMatch(/<script|<style| style=| onclick/u);
});

it("says the same in sentences", async () => {
  const html = await page();
  expect(html).toContain("「家族のことの相談」を文で読む");
  expect(html).toContain("<p>「どなたのことですか。年齢も、だいたいでいいので教えてください。」</p>");
});

it("is for staff only", async () => {
  const here = await town();
  const answer = await here.get("/admin/flows");
  expect([answer.status, answer.headers.get("location")?.startsWith("/admin/sign-in")]).toEqual([303, true]);
});
