// The picture of a flow shows every question once, in its order, and who is asked which.
import { expect, test } from "vitest";
import { pictureOf } from "../../src/check/draw/picture.ts";
import { book } from "../flow/talk.ts";

const picture = pictureOf(book.flow);
const arrows = picture.split("\n").filter((line) => line.includes("-->"));

test("every question stands in it with its Japanese name", () => {
  const names = book.flow.steps.map(({ fills }, n) => `${n + 1} ${book.flow.words["ja"]?.questions[fills]?.label}`);
  expect(names.filter((name) => !picture.includes(`["${name}"]`))).toEqual([]);
});

test("every question is come to, and every one leads on", () => {
  const ids = book.flow.steps.map((_step, n) => `q${n + 1}`);
  expect(ids.filter((id) => !arrows.some((arrow) => arrow.endsWith(` ${id}`)))).toEqual([]);
  expect(ids.filter((id) => !arrows.some((arrow) => arrow.trim().startsWith(`${id} `)))).toEqual([]);
});

test.each([
  ["everybody is asked who it is about first", "begin --> q1"],
  ["oneself and the family are asked for their consent", "q1 -->|自分のこと・家族のこと・言いたくない| q2"],
  ["who wants a call is asked for the number", "q7 -->|電話| q8"],
  ["and then when to call, and whom to ask for", "q8 --> q9\n  q9 --> q10"],
  ["everybody else goes on to the check", "q7 -->|ほか| q11"],
  ["and after the check staff have it", "q11 --> done"],
])("%s", (_what, line) => {
  expect(picture).toContain(line);
});
